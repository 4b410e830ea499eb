internal import Bytes
internal import EmbeddedSchema
internal import Glibc

/// One file of Turtle, of frames or of rules: its bytes and the name that errors show.
public struct SchemaSource: Sendable, Equatable {
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether the file has frames, not Turtle.
  var hasFrames: Bool { name.hasSuffix(".frames") }

  /// Whether the file has rules over trees, not Turtle.
  var hasRules: Bool { name.hasSuffix(".rules") }

  /// Whether the file may declare word lists.
  var hasWordLists: Bool { isTurtle(with: "WordList") }

  /// Whether the file may have known entities, what they are elsewhere, or the types that they are of.
  var hasNames: Bool { ["prefLabel", "sameAs", "subClassOf"].contains(where: isTurtle) }

  /// Whether the file may have anything but what known entities are elsewhere, and where.
  var isForTexts: Bool {
    hasFrames || hasRules || ["prefLabel", "WordList", "owl:Class", "verb", "tercet:leader"].contains(where: isTurtle)
  }

  private func isTurtle(with word: String) -> Bool {
    if hasFrames || hasRules { return false }
    let wanted = Array(word.utf8)
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

  /// Bytes that all files of a schema may have together: some twenty times what the one linked into the program has,
  /// and little enough that what is read of them stays below 300 MB.
  static let most = 8 << 20

  /// Every `*.ttl` of a folder, every `*.frames` of its folder `frames` and every `*.rules` of its folder `grammar`,
  /// each in name order.
  ///
  /// - Throws: ``SchemaError/unreadable(path:reason:)``, ``SchemaError/noFiles(directory:)``, and
  ///   ``SchemaError/tooLarge(path:limit:)``. Nothing but regular files is read.
  public static func files(in directory: String) throws(SchemaError) -> [SchemaSource] {
    let folder = FilePath(directory)
    guard let all = Folder.entries(in: folder) else {
      throw .unreadable(path: directory, reason: reason(errno))
    }
    var paths = Self.names(all, endingIn: ".ttl").map(folder.appending)
    guard !paths.isEmpty else { throw .noFiles(directory: directory) }
    for (name, ending) in [("frames", ".frames"), ("grammar", ".rules")] {
      let inner = folder.appending(FilePath(name))
      paths += Self.names(Folder.entries(in: inner) ?? [], endingIn: ending).map(inner.appending)
    }
    var sources: [SchemaSource] = []
    var rest = most
    for path in paths {
      let bytes = try contents(of: path, limit: rest)
      rest -= bytes.count
      sources.append(SchemaSource(name: path.text, bytes: bytes))
    }
    return sources
  }

  private static func names(_ all: [FilePath], endingIn ending: String) -> [FilePath] {
    all.filter { $0.bytes.count > ending.utf8.count && $0.text.hasSuffix(ending) && !$0.text.hasPrefix(".") }
  }

  private static func contents(of path: FilePath, limit: Int) throws(SchemaError) -> [UInt8] {
    do {
      return try InputStream(path, accepting: .regularFiles, unpacks: false).readAll(limit: limit)
    } catch {
      switch error {
      case .tooLarge: throw .tooLarge(path: path.text, limit: most)
      case .unreadable(_, let number), .io(_, _, let number): throw .unreadable(path: path.text, reason: reason(number))
      case .missing: throw .unreadable(path: path.text, reason: reason(ENOENT))
      case .directory: throw .unreadable(path: path.text, reason: reason(EISDIR))
      default: throw .unreadable(path: path.text, reason: error.message)
      }
    }
  }

  private static func reason(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}
