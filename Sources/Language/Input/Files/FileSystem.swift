internal import Bytes
import Glibc

/// What the reader needs of the file system, without Foundation.
enum FileSystem {
  enum Kind {
    case folder, file
    /// A pipe, socket or device.
    case special
  }

  /// What stands at `path`, links followed.
  static func kind(of path: FilePath) throws(InputError) -> Kind {
    var status = stat()
    guard unsafe stat(path.cString, &status) == 0 else { throw failure(path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .special
    }
  }

  /// The names in the folder at `path`, ordered by their bytes.
  static func names(in path: FilePath) throws(InputError) -> [FilePath] {
    guard let names = Folder.entries(in: path) else { throw failure(path) }
    return names
  }

  /// Bytes of the regular file at `path`, links followed; nil where it is none.
  static func size(of path: FilePath) -> Int? {
    var status = stat()
    guard unsafe stat(path.cString, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether `path` is a symbolic link to a folder; following such links could go round in circles.
  static func isLinkToFolder(_ path: FilePath) -> Bool {
    var status = stat()
    guard unsafe lstat(path.cString, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return false }
    return Folder.isThere(path)
  }

  private static func failure(_ path: FilePath) -> InputError {
    errno == ENOENT || errno == ENOTDIR
      ? .missing(path: path.text)
      : .unreadable(path: path.text, reason: unsafe String(cString: strerror(errno)).lowercased())
  }
}
