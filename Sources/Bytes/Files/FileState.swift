internal import Glibc

/// Which file it is, and what can be seen of its content without reading it: another program may rename a file over it,
/// or write into it.
///
/// The number of a file is not given to another one while it is open or mapped.
public struct FileState: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64
  /// In bytes.
  public let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// Of the file that `path` names, links followed; nil when it names none.
  public init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of an open file; nil when the system does not say.
  init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Whether it is the same file, whatever its content is.
  func isSameFile(as other: FileState) -> Bool { device == other.device && number == other.number }
}
