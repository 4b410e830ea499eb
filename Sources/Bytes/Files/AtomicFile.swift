internal import Glibc

/// Replaces whole files: readers see the old content or the new, never a part.
public enum AtomicFile {
  /// Makes `bytes` the content of the file at `path`.
  ///
  /// A regular file is written beside, synced and renamed over the old one, and the folder is synced; on failure
  /// nothing is left beside it. Permissions stay, a symbolic link is followed. A device or pipe is written directly.
  ///
  /// - Throws: when `path` is a directory, or a step fails.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(BytesError) {
    try replace(path, withParts: [bytes])
  }

  /// The same with the content in parts that follow one another.
  public static func replace(_ path: String, withParts parts: [[UInt8]]) throws(BytesError) {
    var status = stat()
    var target = path
    var mode: mode_t?
    if unsafe stat(path, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { throw .io(path: path, action: "write", errno: EISDIR) }
      if kind != S_IFREG { return try writeDirectly(parts, to: path) }
      target = realPath(path) ?? path
      mode = status.st_mode & 0o777
    }
    try writeBeside(parts, target: target, mode: mode, path: path)
  }

  private static func writeDirectly(_ parts: [[UInt8]], to path: String) throws(BytesError) {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .io(path: path, action: "open", errno: errno) }
    defer { _ = Glibc.close(descriptor) }
    for part in parts { try write(part, to: descriptor, path: path) }
  }

  private static func writeBeside(
    _ parts: [[UInt8]], target: String, mode: mode_t?, path: String
  ) throws(BytesError) {
    let (folder, name) = split(target)
    let (descriptor, temporary) = try createBeside(folder: folder, name: name, path: path)
    var isOpen = true
    do throws(BytesError) {
      for part in parts { try write(part, to: descriptor, path: path) }
      // The permissions of another owner's file cannot always be kept; that is no reason to fail.
      if let mode { _ = fchmod(descriptor, mode) }
      guard fsync(descriptor) == 0 else { throw .io(path: path, action: "sync", errno: errno) }
      isOpen = false
      guard Glibc.close(descriptor) == 0 else { throw .io(path: path, action: "close", errno: errno) }
      guard unsafe rename(temporary, target) == 0 else { throw .io(path: path, action: "rename to it", errno: errno) }
    } catch {
      if isOpen { _ = Glibc.close(descriptor) }
      _ = unsafe unlink(temporary)
      throw error
    }
    try syncFolder(folder, path: path)
  }

  /// A new file in `folder` whose name no other process uses; hidden, so that globs for stores do not see it.
  private static func createBeside(
    folder: String, name: String, path: String
  ) throws(BytesError) -> (descriptor: Int32, path: String) {
    // The name is cut so that a target of the longest permitted name can be replaced too.
    let stem = String(decoding: Array(name.utf8.prefix(200)), as: UTF8.self)
    removeAbandoned(folder: folder, stem: stem)
    for attempt in 0..<1000 {
      let temporary = "\(folder)/.\(stem).\(getpid())-\(attempt).new"
      let descriptor = unsafe Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, temporary) }
      if errno != EEXIST { break }
    }
    throw .io(path: path, action: "create a file in \(folder)", errno: errno)
  }

  /// Removes what processes left behind that were killed while they wrote.
  private static func removeAbandoned(folder: String, stem: String) {
    let prefix = ".\(stem)."
    for name in Folder.names(in: folder) ?? [] {
      guard name.hasPrefix(prefix), name.hasSuffix(".new"),
        let process = Int32(name.dropFirst(prefix.count).prefix { $0.isNumber }), process > 0,
        name.dropFirst(prefix.count).dropLast(4).allSatisfy({ $0.isNumber || $0 == "-" })
      else { continue }
      // A process that lives, ours or another's, may still be writing.
      if kill(process, 0) != 0, errno == ESRCH { _ = unsafe unlink("\(folder)/\(name)") }
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(BytesError) {
    try unsafe writeWhole(bytes, path: path) { rest, _ in
      unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
    }
  }

  private static func syncFolder(_ folder: String, path: String) throws(BytesError) {
    let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written but not read cannot be synced; the file itself is.
    guard descriptor >= 0 else { return }
    defer { _ = Glibc.close(descriptor) }
    // Some file systems do not sync folders and say EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .io(path: path, action: "sync", errno: errno) }
  }

  /// The folder in which `path` is, links followed.
  public static func folder(of path: String) -> String { split(realPath(path) ?? path).folder }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.utf8.index(after: slash)...]))
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
