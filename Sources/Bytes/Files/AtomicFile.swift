internal import Glibc

/// Replaces whole files: readers see the old content or the new, never a part.
public enum AtomicFile {
  /// Makes `bytes` the content of the file at `path`.
  ///
  /// A regular file is written beside, synced and renamed over the old one, and the folder is synced; on failure
  /// nothing is left beside it. Owner and permissions stay, a symbolic link is followed. A device or pipe is written
  /// directly.
  ///
  /// - Parameter replaced: what may be replaced.
  /// - Throws: when `path` is a directory or a file that may not be written, or a step fails;
  ///   ``BytesError/changed(path:)`` or ``BytesError/appeared(path:)`` when `replaced` is not what has the name,
  ///   ``BytesError/busy(path:)`` when another process changes it for long. Then what was there stays.
  public static func replace(
    _ path: String, with bytes: [UInt8], inPlaceOf replaced: ReplacedFile = .anything
  ) throws(BytesError) {
    try replace(path, withParts: [bytes], inPlaceOf: replaced)
  }

  /// The same with the content in parts that follow one another.
  public static func replace(
    _ path: String, withParts parts: [[UInt8]], inPlaceOf replaced: ReplacedFile = .anything
  ) throws(BytesError) {
    try replace(path, inPlaceOf: replaced) { write throws(BytesError) in for part in parts { try write(part) } }
  }

  /// The same with what `content` hands to the function that it is given, piece by piece.
  ///
  /// - Throws: what `content` throws, too; then the file stays as it was.
  public static func replace(
    _ path: String, inPlaceOf replaced: ReplacedFile = .anything,
    with content: (_ write: ([UInt8]) throws(BytesError) -> Void) throws(BytesError) -> Void
  ) throws(BytesError) {
    var status = stat()
    var target = path
    if path.isEmpty { throw .missing(path: path) }
    if unsafe stat(path, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { throw .io(path: path, action: "write", errno: EISDIR) }
      if kind != S_IFREG { return try writeDirectly(content, to: path) }
      // Renaming asks for the folder alone; who may not write a file may not replace it either.
      if unsafe access(path, W_OK) != 0 { throw .io(path: path, action: "write", errno: errno) }
      target = realPath(path) ?? path
    }
    try writeBeside(content, target: target, replaced, path: path)
  }

  private typealias Content = (_ write: ([UInt8]) throws(BytesError) -> Void) throws(BytesError) -> Void

  private static func writeDirectly(_ content: Content, to path: String) throws(BytesError) {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .io(path: path, action: "open", errno: errno) }
    defer { _ = Glibc.close(descriptor) }
    try content { part throws(BytesError) in try write(part, to: descriptor, path: path) }
  }

  private static func writeBeside(
    _ content: Content, target: String, _ replaced: ReplacedFile, path: String
  ) throws(BytesError) {
    let (folder, name) = split(target)
    var temporary = try TemporaryFile(folder: folder, name: name, target: path)
    do throws(BytesError) {
      try content { part throws(BytesError) in try write(part, to: temporary.descriptor, path: path) }
      guard fsync(temporary.descriptor) == 0 else { throw .io(path: path, action: "sync", errno: errno) }
      try put(&temporary, target: target, replaced, path: path)
    } catch {
      temporary.discard()
      throw error
    }
    // Only now: the lock that tells that somebody writes it ends with the descriptor.
    guard close(temporary.descriptor) == 0 else { throw .io(path: path, action: "close", errno: errno) }
    try syncFolder(folder, path: path)
  }

  /// Gives the file the rights of `replaced` and puts it into that place.
  private static func put(
    _ temporary: inout TemporaryFile, target: String, _ replaced: ReplacedFile, path: String
  ) throws(BytesError) {
    var isNew = false
    var lock: FileLock?
    switch replaced {
    case .anything: lock = try FileLock.ofReplaced(path, wait: FileLock.longestWait)
    case .nothing: isNew = true
    case .opened(let file): guard FileState(path: path) == file else { throw .changed(path: path) }
    }
    defer { withExtendedLifetime(lock) {} }
    var status = stat()
    temporary.takeRights(of: unsafe stat(target, &status) == 0 ? status : nil)
    let code = temporary.move(to: target, isNew: isNew)
    if isNew, code == EEXIST { throw .appeared(path: path) }
    guard code == 0 else { throw .io(path: path, action: "rename to it", errno: code) }
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

  /// Takes away the file at `path`; nothing happens where there is none.
  public static func remove(_ path: String) { _ = unsafe unlink(path) }

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
