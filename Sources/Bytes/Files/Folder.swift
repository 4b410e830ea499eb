internal import Glibc

/// What a folder holds.
public enum Folder {
  /// The names of everything in the folder at `path`, ordered by their bytes; nil, with `errno` set, when it cannot be
  /// read.
  public static func names(in path: String) -> [String]? { entries(in: FilePath(path))?.map(\.text) }

  /// The same for names that need not be UTF-8.
  public static func entries(in path: FilePath) -> [FilePath]? {
    guard let folder = unsafe opendir(path.cString) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { FilePath(bytes: $0) }
  }

  /// Whether a folder, or a link to one, is at `path`.
  public static func isThere(_ path: FilePath) -> Bool {
    var status = stat()
    return unsafe stat(path.cString, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
