internal import Glibc

/// The right to change a file that is replaced by renaming: one process has it at a time, readers need none.
///
/// The lock lies on the file itself, so nothing is left beside it, and the system frees it when the process ends,
/// however it ends.
public final class FileLock {
  private let descriptor: Int32

  /// - Throws: ``BytesError/busy(path:)`` when another process has the right; also when the file cannot be opened.
  public init(path: String) throws(BytesError) {
    while true {
      let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { throw BytesError.opening(path, errno) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        _ = Glibc.close(descriptor)
        throw code == EWOULDBLOCK ? .busy(path: path) : .io(path: path, action: "lock", errno: code)
      }
      // Another process may have put a new file into its place before the lock was taken.
      if Self.isStill(path, descriptor) {
        self.descriptor = descriptor
        return
      }
      _ = Glibc.close(descriptor)
    }
  }

  deinit { _ = Glibc.close(descriptor) }

  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    var named = stat()
    var opened = stat()
    guard unsafe stat(path, &named) == 0, unsafe fstat(descriptor, &opened) == 0 else { return true }
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }
}
