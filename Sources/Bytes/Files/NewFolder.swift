internal import Glibc

/// Makes folders whole: one appears with all of its files, or not at all.
public enum NewFolder {
  /// Makes the folder `path` of the files that `content` hands to the function that it is given, each in pieces that
  /// follow one another. A name may have one folder before it: `Documents/d1.md`.
  ///
  /// The files are written into a hidden folder beside, and that is renamed when the last one is there; on failure
  /// nothing is left of it.
  ///
  /// - Throws: when something is at `path` or a step fails, and what `content` throws.
  public static func make(
    _ path: String,
    of content: (_ write: (_ name: String, [UInt8]) throws(BytesError) -> Void) throws(BytesError) -> Void
  ) throws(BytesError) {
    let path = String(path.reversed().drop { $0 == "/" }.reversed())
    let parent = AtomicFile.folder(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = String(decoding: Array(name.utf8.prefix(200)), as: UTF8.self)
    let hidden = "\(parent)/.\(stem).\(getpid()).new"
    guard unsafe mkdir(hidden, 0o777) == 0 else { throw .io(path: path, action: "create a folder", errno: errno) }
    var files = FolderFiles(folder: hidden, target: path)
    do throws(BytesError) {
      try content { name, bytes throws(BytesError) in try files.write(name, bytes) }
      try files.close()
      // Of what may be there meanwhile, only an empty folder is replaced by a folder.
      guard unsafe rename(hidden, path) == 0 else {
        let isTaken = [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno)
        throw isTaken ? .appeared(path: path) : .io(path: path, action: "rename to it", errno: errno)
      }
    } catch {
      files.discard()
      throw error
    }
  }
}

/// The files of a folder that is being written.
private struct FolderFiles {
  private let folder: String
  private let target: String
  private var name: String?
  private var descriptor: Int32 = -1
  private var names: [String] = []
  private var folders: [String] = []

  init(folder: String, target: String) {
    self.folder = folder
    self.target = target
  }

  mutating func write(_ name: String, _ bytes: [UInt8]) throws(BytesError) {
    if name != self.name {
      try close()
      if let slash = name.firstIndex(of: "/"), !folders.contains(String(name[..<slash])) {
        let inner = String(name[..<slash])
        guard unsafe mkdir("\(folder)/\(inner)", 0o777) == 0 else { throw error("create a folder") }
        folders.append(inner)
      }
      descriptor = unsafe open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw error("create a file") }
      names.append(name)
      self.name = name
    }
    try unsafe writeWhole(bytes, path: target) { rest, _ in
      unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
    }
  }

  mutating func close() throws(BytesError) {
    guard descriptor >= 0 else { return }
    defer { descriptor = -1 }
    guard Glibc.close(descriptor) == 0 else { throw error("close") }
  }

  /// Removes what was written.
  mutating func discard() {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    for name in names { _ = unsafe unlink("\(folder)/\(name)") }
    for inner in folders { _ = unsafe rmdir("\(folder)/\(inner)") }
    _ = unsafe rmdir(folder)
  }

  private func error(_ action: String) -> BytesError { .io(path: target, action: action, errno: errno) }
}
