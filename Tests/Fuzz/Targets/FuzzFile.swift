internal import Glibc

/// A file without a name for readers that want a path.
enum FuzzFile {
  private static let descriptor: Int32 = {
    // O_TMPFILE, which Swift does not import.
    let descriptor = unsafe open("/tmp", O_RDWR | O_DIRECTORY | 0o20_000_000, 0o600)
    expect(descriptor >= 0, "a file without a name can be made in /tmp")
    return descriptor
  }()

  /// Where the file stands, with `content` alone in it.
  static func path(of content: [UInt8]) -> String {
    expect(ftruncate(descriptor, 0) == 0, "the file can be emptied")
    let written = unsafe pwrite(descriptor, content, content.count, 0)
    expect(written == content.count, "the file can be written")
    return "/proc/self/fd/\(descriptor)"
  }
}

func littleEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
  (0..<T.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> T(8 * $0)) }
}
