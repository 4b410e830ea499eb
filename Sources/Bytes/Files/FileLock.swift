internal import Glibc

/// The right to change a file, or to put another one into its place: one process has it at a time, readers need none.
///
/// The lock lies on the file itself, so nothing is left beside it, and the system frees it when the process ends,
/// however it ends.
public final class FileLock {
  /// Whoever has made a new file waits so long for those who change the old one: an addition takes less, and who may
  /// read a file may hold its lock forever.
  static let longestWait = Duration.seconds(30)

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// - Throws: ``BytesError/busy(path:)`` when another process has the right; also when the file cannot be opened.
  public convenience init(path: String) throws(BytesError) {
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
        self.init(descriptor: descriptor)
        return
      }
      _ = Glibc.close(descriptor)
    }
  }

  /// The right to put another file into the place of the one at `path`; nil where there is none, or none that can be
  /// locked.
  ///
  /// - Parameter wait: how long to wait for who has the right.
  /// - Throws: ``BytesError/busy(path:)`` when another process has it for longer.
  public static func ofReplaced(_ path: String, wait: Duration = .zero) throws(BytesError) -> FileLock? {
    let end = ContinuousClock.now + wait
    while true {
      do throws(BytesError) {
        return try FileLock(path: path)
      } catch {
        guard case .busy = error else { return nil }
        if ContinuousClock.now >= end { throw error }
        usleep(20_000)
      }
    }
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Whether `file` is the one that may be changed.
  public func isOf(_ file: FileState) -> Bool {
    FileState(descriptor: descriptor).map { $0.isSameFile(as: file) } ?? false
  }

  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    guard let named = FileState(path: path), let opened = FileState(descriptor: descriptor) else { return true }
    return named.isSameFile(as: opened)
  }
}
