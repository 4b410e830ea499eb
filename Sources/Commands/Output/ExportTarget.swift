internal import Bytes
internal import GraphExport
internal import GraphModel
internal import GraphStore
internal import Glibc

/// Where an export goes: standard output in pieces, or a file that appears whole.
struct ExportTarget {
  var exporter: any GraphExporter
  var part: Subgraph

  /// Writes to `stream`.
  func write(_ graph: some GraphView, to stream: TextStream) throws(CommandError) {
    try exporter.write(part, of: graph) { bytes throws(CommandError) in try stream.write(bytes: bytes) }
  }

  /// Writes the file, or the folder of files, at `path`; one that exists is refused unless `isForced`.
  func write(_ graph: some GraphView, to path: String, isForced: Bool) throws(StatementFailure) {
    let folder = (exporter as? FolderStream)?.folder
    do throws(CommandError) {
      try Self.refuseExisting(path, isForced: isForced, asFolder: folder != nil)
    } catch { throw .statement(error) }
    do throws(BytesError) {
      if let folder {
        return try NewFolder.make(path) { write throws(BytesError) in
          try folder.write(part, of: graph) { name, bytes throws(BytesError) in try write(name, bytes) }
        }
      }
      try AtomicFile.replace(path, inPlaceOf: isForced ? .anything : .nothing) { write throws(BytesError) in
        try exporter.write(part, of: graph) { bytes throws(BytesError) in try write(bytes) }
      }
    } catch { throw .statement(error) }
  }

  /// Writes a file of `bytes` at `path`; one that exists is refused unless `isForced`.
  static func write(_ bytes: [UInt8], to path: String, isForced: Bool) throws(StatementFailure) {
    do throws(CommandError) { try refuseExisting(path, isForced: isForced) } catch { throw .statement(error) }
    do throws(BytesError) {
      try AtomicFile.replace(path, with: bytes, inPlaceOf: isForced ? .anything : .nothing)
    } catch { throw .statement(error) }
  }

  /// Finds out before long work whether a file could be made at `path`.
  static func refuseUnwritable(_ path: String) throws(CommandError) {
    if path.isEmpty {
      throw .invalidValue(option: "--output", value: path, expected: "the path of a file", suggestion: nil)
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    if unsafe access(folder, W_OK | X_OK) != 0 { throw .cannotWrite(path: path, reason: errno) }
    if unsafe access(path, W_OK) != 0, errno != ENOENT { throw .cannotWrite(path: path, reason: errno) }
  }

  /// Nobody means to overwrite a graph with something else.
  ///
  /// - Throws: ``CommandError/isStore(_:)``.
  static func refuseStore(_ path: String) throws(CommandError) {
    if path.hasSuffix(".tercet") { throw .isStore(path) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    let magic = Array(StoreFormat.magic.utf8)
    var head = [UInt8](repeating: 0, count: magic.count)
    let count = unsafe head.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    if count == head.count, head == magic { throw .isStore(path) }
  }

  /// Whether `path` is something that cannot be replaced, such as /dev/stdout.
  static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// - Parameter asFolder: whether a folder is to be there, which replaces nothing.
  /// - Throws: ``CommandError/fileExists(_:)`` or ``CommandError/folderExists(_:)`` when something is in the way.
  static func refuseExisting(_ path: String, isForced: Bool, asFolder: Bool = false) throws(CommandError) {
    var status = stat()
    if asFolder, unsafe lstat(path, &status) == 0 { throw .folderExists(path) }
    // A device is nothing that could be lost.
    guard !isForced, unsafe stat(path, &status) == 0, !isDevice(path) else { return }
    throw .fileExists(path)
  }
}
