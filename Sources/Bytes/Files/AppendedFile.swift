internal import Glibc

/// Writes behind what a file has, so that what was there is never touched.
public enum AppendedFile {
  /// Puts `parts` behind the first `length` bytes of the file at `path`, which lose what stands there; each part is on
  /// the disk before the next is written. A symbolic link is followed.
  ///
  /// - Parameter opened: the file as it was when the caller read it; nil for whatever has the name.
  /// - Throws: ``BytesError/changed(path:)`` when another program wrote into the file, or put another one into its
  ///   place, which stays as it is; also when a step fails: then the file ends after `length` bytes as before, or has
  ///   whole parts and a piece of the next.
  public static func append(
    _ parts: [[UInt8]], behind length: Int, of path: String, as opened: FileState? = nil
  ) throws(BytesError) {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .io(path: path, action: "open for writing", errno: errno) }
    defer { _ = Glibc.close(descriptor) }
    guard let found = FileState(descriptor: descriptor), opened == nil || found == opened, found.size >= length else {
      throw .changed(path: path)
    }
    // What a process that was killed left behind.
    if found.size > length, ftruncate(descriptor, off_t(length)) != 0 {
      throw .io(path: path, action: "cut", errno: errno)
    }
    var offset = length
    for part in parts {
      do throws(BytesError) {
        try unsafe writeWhole(part, path: path) { [offset] rest, done in
          unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
        }
        guard fsync(descriptor) == 0 else { throw .io(path: path, action: "sync", errno: errno) }
      } catch {
        _ = ftruncate(descriptor, off_t(length))
        throw error
      }
      offset += part.count
    }
    // Where another file has the name now, nobody finds what was written.
    guard let named = FileState(path: path), named.isSameFile(as: found) else { throw .changed(path: path) }
  }
}
