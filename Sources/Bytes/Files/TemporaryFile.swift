internal import Glibc

/// A file that is written beside the one whose place it will take: hidden, so that globs do not see it, and of nobody
/// but its owner until it has that place.
///
/// Whoever writes it holds a lock on it. The system frees that when the process ends, however it ends, and it holds
/// between containers that share a folder, where numbers of processes say nothing.
///
/// Where the file system lets it, it has no name until it is done, so nothing is left of it however the process ends.
struct TemporaryFile {
  let descriptor: Int32
  private let folder: String
  /// Cut so that a target of the longest permitted name can be replaced, too.
  private let stem: String
  /// Nil while it has no name.
  private(set) var path: String?

  /// Makes one for the file `name` in `folder`, and removes what writers of the same file left behind that were killed.
  ///
  /// - Parameters:
  ///   - target: what an error names.
  ///   - isNamed: whether it has a name from the start.
  init(folder: String, name: String, target: String, isNamed: Bool = false) throws(BytesError) {
    self.folder = folder
    stem = String(decoding: Array(name.utf8.prefix(200)), as: UTF8.self)
    Self.removeAbandoned(folder: folder, stem: stem)
    if !isNamed, let descriptor = Self.unnamed(in: folder) {
      self.descriptor = descriptor
      return
    }
    for path in Self.paths(folder: folder, stem: stem) {
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor < 0 {
        if errno == EEXIST { continue }
        break
      }
      // Until it is locked it looks abandoned; whoever removed it meanwhile leaves no link to it. Where there are no
      // locks nothing is ever removed.
      var status = stat()
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        _ = close(descriptor)
        continue
      }
      if unsafe fstat(descriptor, &status) == 0, status.st_nlink > 0 {
        self.descriptor = descriptor
        self.path = path
        return
      }
      _ = close(descriptor)
    }
    throw .io(path: target, action: "create a file in \(folder)", errno: errno)
  }

  private static func paths(folder: String, stem: String) -> some Sequence<String> {
    (0..<1000).lazy.map { "\(folder)/.\(stem).\(getpid())-\($0).new" }
  }

  /// A locked file without a name that can be given one; nil where there is no such thing.
  private static func unnamed(in folder: String) -> Int32? {
    // O_TMPFILE, which Swift does not import.
    let withoutName = O_DIRECTORY | 0o20_000_000
    let descriptor = unsafe open(folder, O_WRONLY | withoutName | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    if unsafe access(link(to: descriptor), F_OK) == 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    _ = close(descriptor)
    return nil
  }

  /// By this name a file without a name can be linked to.
  private static func link(to descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  /// Moves it to `target`.
  ///
  /// - Parameter isNew: whether what is there stays.
  /// - Returns: 0, or the number of the error; of EEXIST when something is there and stays.
  mutating func move(to target: String, isNew: Bool) -> Int32 {
    if isNew {
      let code = give(target)
      if code == 0 || code == EEXIST { return code }
      // Not every file system has links.
      if unsafe access(target, F_OK) == 0 { return EEXIST }
    }
    for name in Self.paths(folder: folder, stem: stem) where path == nil {
      let code = give(name)
      if code == 0 { path = name }
      if code != 0, code != EEXIST { return code }
    }
    guard let path else { return EEXIST }
    guard unsafe rename(path, target) == 0 else { return errno }
    self.path = nil
    return 0
  }

  /// Makes `name` a name of the file, its only one; 0 or the number of the error.
  private mutating func give(_ name: String) -> Int32 {
    let from = path ?? Self.link(to: descriptor)
    guard unsafe linkat(AT_FDCWD, from, AT_FDCWD, name, path == nil ? AT_SYMLINK_FOLLOW : 0) == 0 else { return errno }
    if let path { _ = unsafe unlink(path) }
    path = nil
    return 0
  }

  /// Gives the file up.
  func discard() {
    _ = close(descriptor)
    if let path { _ = unsafe unlink(path) }
  }

  /// Removes the files of this stem that nobody holds a lock on.
  private static func removeAbandoned(folder: String, stem: String) {
    let prefix = ".\(stem)."
    for name in Folder.names(in: folder) ?? [] where name.hasPrefix(prefix) && name.hasSuffix(".new") {
      let number = name.dropFirst(prefix.count).dropLast(4)
      guard number.contains("-"), number.allSatisfy({ $0.isNumber || $0 == "-" }) else { continue }
      let path = "\(folder)/\(name)"
      let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { _ = close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { _ = unsafe unlink(path) }
    }
  }

  /// Gives the file the owner and the permissions of the one that it replaces, as far as the system lets us; without
  /// one, those of a new file.
  ///
  /// Permissions of a group go only to that group.
  func takeRights(of replaced: stat?) {
    guard let replaced else {
      _ = fchmod(descriptor, 0o666 & ~Self.umask)
      return
    }
    var mode = replaced.st_mode & 0o777
    if fchown(descriptor, replaced.st_uid, replaced.st_gid) != 0, fchown(descriptor, .max, replaced.st_gid) != 0 {
      var own = stat()
      if unsafe fstat(descriptor, &own) != 0 || own.st_gid != replaced.st_gid { mode &= ~0o070 }
    }
    _ = fchmod(descriptor, mode)
  }

  /// What the process takes from the permissions of new files. To ask is to set it, to one that takes more.
  private static let umask: mode_t = {
    let mask = Glibc.umask(0o077)
    _ = Glibc.umask(mask)
    return mask
  }()
}
