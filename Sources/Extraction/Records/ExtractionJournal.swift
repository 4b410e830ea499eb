public import Bytes
public import Language

/// What the documents of a long run say, as far as they were read, so that another run can go on.
///
/// Records are put behind the file some at a time. What of them is not whole, as where a program was killed, is cut off
/// by the next run.
///
/// Layout: that of ``RecordFraming``; a record is half of the SHA-256 of what was read (16 bytes), and what an
/// ``ExtractionFile`` has for the document.
public struct ExtractionJournal: Sendable {
  private static let framing = RecordFraming(magic: "TERCETJL", version: 1)
  /// Bytes and time that wait to be written, at most about.
  private static let pieceSize = 1 << 20
  private static let longestWait = Duration.seconds(5)

  public let path: String
  private let bytes: ByteView
  /// By what was read, where the record of what it says stands.
  private let records: [TextDigest: Range<Int>]
  private var length: Int
  private var state: FileState?
  private var pending: [UInt8] = []
  private var written = ContinuousClock.now

  /// How many documents the file had when it was opened.
  public var count: Int { records.count }

  /// Opens the journal at `path`, or begins one.
  ///
  /// - Parameter maker: 16 bytes that tell by which program, schema and model it is made.
  /// - Returns: nil when another one made the file.
  /// - Throws: when the file cannot be read or made, or is no journal.
  /// - Complexity: O(bytes of the file).
  public init?(path: String, maker: [UInt8]) throws(BytesError) {
    self.path = path
    if FileState(path: path) == nil {
      try AtomicFile.replace(path, with: Self.framing.head(maker: maker), inPlaceOf: .nothing)
    }
    state = FileState(path: path)
    bytes = try MappedFile(path: path).bytes
    guard try Self.framing.maker(bytes, path: path) == maker else { return nil }
    var records: [TextDigest: Range<Int>] = [:]
    length = RecordFraming.headSize
    while let record = RecordFraming.record(at: length, of: bytes),
      let digest = TextDigest(reading: ByteView(copying: record.bytes))
    {
      records[digest] = length + 8 + TextDigest.size..<record.end
      length = record.end
    }
    self.records = records
  }

  /// What an earlier run read in a document, text and metadata alike; nil when none did.
  ///
  /// - Complexity: O(size of the document).
  public func extraction(of document: Document) -> DocumentExtraction? {
    guard let place = records[Self.digest(document)], let record = bytes.slice(place)?.array() else { return nil }
    return ExtractionReader.extraction(record)
  }

  /// Adds what a document says, which is written within seconds.
  ///
  /// - Parameter document: as it was read.
  /// - Complexity: O(size of the document).
  public mutating func append(_ extraction: DocumentExtraction, of document: Document) throws(BytesError) {
    pending += RecordFraming.record(Self.digest(document).bytes + ExtractionWriter.bytes(of: extraction))
    if pending.count >= Self.pieceSize || ContinuousClock.now - written > Self.longestWait { try flush() }
  }

  /// Writes what waits.
  ///
  /// - Complexity: O(bytes that wait).
  public mutating func flush() throws(BytesError) {
    written = .now
    if pending.isEmpty { return }
    try AppendedFile.append([pending], behind: length, of: path, as: state)
    length += pending.count
    state = FileState(path: path)
    pending = []
  }

  private static func digest(_ document: Document) -> TextDigest {
    var writer = ByteWriter()
    let metadata = document.metadata
    for text in [metadata.id, metadata.title, metadata.date, metadata.source] {
      writer.appendVarint(text.map { UInt64($0.utf8.count + 1) } ?? 0)
      writer.append(contentsOf: (text ?? "").utf8)
    }
    return TextDigest(writer.bytes, document.source)
  }
}
