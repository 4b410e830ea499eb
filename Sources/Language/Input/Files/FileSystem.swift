internal import Bytes
import Glibc

/// What the reader needs of the file system, without Foundation.
enum FileSystem {
  enum Kind { case folder, file }

  /// What stands at `path`, links followed.
  static func kind(of path: String) throws(InputError) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw failure(path) }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The names in the folder at `path` that do not begin with a period, ordered by their bytes.
  static func names(in path: String) throws(InputError) -> [String] {
    guard let names = Folder.names(in: path) else { throw failure(path) }
    return names.filter { !$0.hasPrefix(".") }
  }

  /// Whether `path` is a symbolic link to a folder; following such links could go round in circles.
  static func isLinkToFolder(_ path: String) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return false }
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of the file at `path`, or of standard input for `-`.
  static func bytes(of path: String) throws(InputError) -> [UInt8] {
    let isStandardInput = path == InputFile.standardInput
    let descriptor = isStandardInput ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { if !isStandardInput { close(descriptor) } }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    var bytes: [UInt8] = []
    // One byte more than the file holds, so that the last read finds its end.
    var chunk = isKnown ? min(max(Int(status.st_size) + 1, 4_096), 1 << 30) : 1 << 16
    while true {
      var count = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        repeat { count = unsafe Glibc.read(descriptor, buffer.baseAddress, chunk) } while count < 0 && errno == EINTR
        initialized = max(count, 0)
      }
      if count < 0 { throw .interrupted(path: path, reason: reason()) }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if bytes.count > Int(UInt32.max) { throw .tooLarge(path: path, bytes: bytes.count, limit: Int(UInt32.max)) }
      if !isKnown { chunk = min(chunk * 2, 1 << 24) } else { chunk = 1 << 16 }
    }
  }

  private static func failure(_ path: String) -> InputError {
    errno == ENOENT || errno == ENOTDIR ? .missing(path: path) : .unreadable(path: path, reason: reason())
  }

  private static func reason() -> String { unsafe String(cString: strerror(errno)).lowercased() }
}
