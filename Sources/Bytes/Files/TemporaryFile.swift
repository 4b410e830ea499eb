internal import Glibc

/// A file that is written beside the one whose place it will take: hidden, so that globs do not see it, and of nobody
/// but its owner until it has that place.
///
/// Whoever writes it holds a lock on it. The system frees that when the process ends, however it ends, and it holds
/// between containers that share a folder, where numbers of processes say nothing.
struct TemporaryFile {
  let descriptor: Int32
  let path: String

  /// Makes one for the file `name` in `folder`, and removes what writers of the same file left behind that were killed.
  ///
  /// - Parameter target: what an error names.
  init(folder: String, name: String, target: String) throws(BytesError) {
    // Cut so that a target of the longest permitted name can be replaced, too.
    let stem = String(decoding: Array(name.utf8.prefix(200)), as: UTF8.self)
    Self.removeAbandoned(folder: folder, stem: stem)
    for attempt in 0..<1000 {
      let path = "\(folder)/.\(stem).\(getpid())-\(attempt).new"
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
