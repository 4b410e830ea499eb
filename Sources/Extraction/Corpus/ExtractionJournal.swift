public import Bytes
public import Language

/// What the documents of a long run say, as far as they were read, so that another run can go on.
///
/// Records are put behind the file some at a time. What of them is not whole, as where a program was killed, is cut off
/// by the next run.
///
/// Layout, integers little-endian: the magic (8 bytes), version (4), CRC-32C of the maker (4), maker (16); then for
/// each document the length of what follows its checksum (4), the CRC-32C of that (4), half of the SHA-256 of what was
/// read (16), and the record, as in an ``ExtractionFile``.
public struct ExtractionJournal: Sendable {
  private static let magic = "TERCETJL"
  private static let headSize = 32
  private static let digestSize = 16
  /// Bytes and time that wait to be written, at most about.
  private static let pieceSize = 1 << 20
  private static let longestWait = Duration.seconds(5)

  public let path: String
  private let bytes: ByteView
  /// By what was read, where the record of what it says stands.
  private let records: [[UInt8]: Range<Int>]
  private var length: Int
  private var state: FileState?
  private var pending: [UInt8] = []
  private var written = ContinuousClock.now

  /// How many documents the file had when it was opened.
  public var count: Int { records.count }

  /// Opens the journal at `path`, or begins one.
  ///
  /// - Parameter maker: 16 bytes that tell by which program, schema and model it was made.
  /// - Returns: nil when another one made the file.
  /// - Throws: when the file cannot be read or made, or is no journal.
  /// - Complexity: O(bytes of the file).
  public init?(path: String, maker: [UInt8]) throws(BytesError) {
    self.path = path
    var head = Array(Self.magic.utf8)
    head += withLittleEndian(UInt32(1)) + withLittleEndian(crc32c(maker)) + maker
    if FileState(path: path) == nil { try AtomicFile.replace(path, with: head, inPlaceOf: .nothing) }
    state = FileState(path: path)
    bytes = try MappedFile(path: path).bytes
    let found = bytes.slice(0..<min(bytes.count, 8))?.array() ?? []
    guard found == Array(Self.magic.utf8) else { throw .foreign(place: path, expected: Self.magic, found: found) }
    guard bytes.slice(0..<Self.headSize)?.array() == head else { return nil }
    var records: [[UInt8]: Range<Int>] = [:]
    length = Self.headSize
    while let size = bytes.load(length, as: UInt32.self), let checksum = bytes.load(length + 4, as: UInt32.self),
      let part = bytes.slice(at: UInt64(length + 8), count: UInt64(size))?.array(), part.count > Self.digestSize,
      crc32c(part) == checksum
    {
      records[Array(part[..<Self.digestSize])] = length + 8 + Self.digestSize..<length + 8 + part.count
      length += 8 + part.count
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
    let part = Self.digest(document) + ExtractionWriter.bytes(of: extraction)
    pending += withLittleEndian(UInt32(part.count)) + withLittleEndian(crc32c(part)) + part
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

  private static func digest(_ document: Document) -> [UInt8] {
    var writer = ByteWriter()
    let metadata = document.metadata
    for text in [metadata.id, metadata.title, metadata.date, metadata.source] {
      writer.appendVarint(text.map { UInt64($0.utf8.count + 1) } ?? 0)
      writer.append(contentsOf: (text ?? "").utf8)
    }
    var hash = SHA256()
    hash.update(writer.bytes)
    hash.update(document.source)
    return Array(hash.digest().prefix(digestSize))
  }
}

private func withLittleEndian(_ value: UInt32) -> [UInt8] {
  var writer = ByteWriter()
  writer.append(value)
  return writer.bytes
}
