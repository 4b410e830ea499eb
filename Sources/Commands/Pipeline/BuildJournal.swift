internal import Bytes
internal import Extraction
internal import Language

/// What the documents of a long build say, as far as they were read, so that another run can go on.
///
/// Records are put behind the file some at a time; what of them is not whole is cut off by the next run.
struct BuildJournal {
  /// Bytes that wait to be written, at most about.
  private static let pieceSize = 1 << 20

  let path: String
  /// By id, the texts that it has.
  private(set) var texts: [String: [UInt8]] = [:]
  private var length: Int
  private var state: FileState?
  private var pending: [UInt8] = []

  /// Opens the journal at `path`, or begins one.
  ///
  /// - Parameters:
  ///   - maker: what another program, schema or model wrote is refused.
  ///   - body: is given what the documents say that were read before.
  init(path: String, maker: [UInt8], _ body: (DocumentExtraction) throws -> Void) throws {
    self.path = path
    guard FileState(path: path) != nil else {
      let head = ExtractionFile.head(maker: maker)
      try AtomicFile.replace(path, with: head, inPlaceOf: .nothing)
      length = head.count
      state = FileState(path: path)
      return
    }
    let file = try ExtractionFile(path: path)
    guard file.maker == maker else { throw CommandError.partOfOther(path) }
    state = FileState(path: path)
    var texts: [String: [UInt8]] = [:]
    length = try file.forEachIntact { extraction in
      texts[extraction.metadata.id] = Self.digest(extraction.source)
      try body(extraction)
    }.length
    self.texts = texts
  }

  /// Whether a document was read before as it is now.
  func has(_ document: Document) -> Bool { texts[document.metadata.id] == Self.digest(document.source) }

  private static func digest(_ text: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(text)
    return Array(hash.digest().prefix(16))
  }

  /// Adds what a document says.
  mutating func append(_ extraction: DocumentExtraction) throws(BytesError) {
    pending += ExtractionFile.record(of: extraction)
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Writes what waits.
  mutating func flush() throws(BytesError) {
    if pending.isEmpty { return }
    try AppendedFile.append([pending], behind: length, of: path, as: state)
    length += pending.count
    state = FileState(path: path)
    pending = []
  }
}
