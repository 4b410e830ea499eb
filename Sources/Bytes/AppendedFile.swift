internal import Glibc

/// Writes behind what a file has, so that what was there is never touched.
public enum AppendedFile {
  /// Puts `parts` behind the first `length` bytes of the file at `path`, which lose what stands there; each part is on the
  /// disk before the next is written. A symbolic link is followed.
  ///
  /// - Throws: when a step fails; then the file ends after `length` bytes as before, or has whole parts and a piece of the
  ///   next.
  public static func append(_ parts: [[UInt8]], behind length: Int, of path: String) throws(BytesError) {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .io(path: path, action: "open for writing", errno: errno) }
    defer { _ = Glibc.close(descriptor) }
    // What a process that was killed left behind.
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw .io(path: path, action: "cut", errno: errno) }
    var offset = length
    for part in parts {
      do throws(BytesError) {
        try write(part, to: descriptor, at: offset, path: path)
        guard fsync(descriptor) == 0 else { throw .io(path: path, action: "sync", errno: errno) }
      } catch {
        _ = ftruncate(descriptor, off_t(length))
        throw error
      }
      offset += part.count
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int, path: String) throws(BytesError) {
    var done = 0
    while done < bytes.count {
      let part = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done, off_t(offset + done))
      }
      if part < 0 {
        if errno == EINTR { continue }
        throw .io(path: path, action: "write", errno: errno)
      }
      done += part
    }
  }
}
