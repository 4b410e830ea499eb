internal import Bytes
internal import EmbeddedSchema
internal import Glibc

/// One Turtle file: its bytes and the name that errors show.
public struct SchemaSource: Sendable, Equatable {
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether the file may declare word lists.
  var hasWordLists: Bool {
    let wanted = Array("WordList".utf8)
    var start = 0
    while let first = bytes[start...].firstIndex(of: wanted[0]) {
      if bytes[first...].starts(with: wanted) { return true }
      start = first + 1
    }
    return false
  }

  /// The files linked into the program, in name order.
  public static func embedded() -> [SchemaSource] {
    (0..<tercet_schema_file_count()).map { index in
      let file = unsafe tercet_schema_file_at(index)
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.size)
      return unsafe SchemaSource(name: "Schema/" + String(cString: file.name), bytes: Array(bytes))
    }
  }

  /// Every `*.ttl` of a folder, in name order.
  ///
  /// - Throws: ``SchemaError/unreadable(path:reason:)`` and ``SchemaError/noFiles(directory:)``.
  public static func files(in directory: String) throws(SchemaError) -> [SchemaSource] {
    guard let all = Folder.names(in: directory) else {
      throw .unreadable(path: directory, reason: reason(errno))
    }
    let names = all.filter { $0.utf8.count > 4 && $0.hasSuffix(".ttl") && !$0.hasPrefix(".") }
    guard !names.isEmpty else { throw .noFiles(directory: directory) }
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    var sources: [SchemaSource] = []
    for name in names {
      sources.append(SchemaSource(name: prefix + name, bytes: try contents(of: prefix + name)))
    }
    return sources
  }

  private static func contents(of path: String) throws(SchemaError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var page = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(descriptor, &page, page.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: path, reason: reason(errno)) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: page[..<count])
    }
  }

  private static func reason(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}
