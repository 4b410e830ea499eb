public import Bytes

/// A file of what documents say, to be joined with others of its kind: a part of a graph that is made in parts.
///
/// Layout: that of ``RecordFraming``, a record a document; at the end 2³² − 1 (4 bytes), the CRC-32C of what follows
/// (4), and the number of documents (8).
public struct ExtractionFile: Sendable {
  private static let framing = RecordFraming(magic: "TERCETPT", version: 1)
  private static let end = UInt32.max

  public let path: String
  /// 16 bytes that tell by which program, schema and model it was made.
  public let maker: [UInt8]
  private let bytes: ByteView

  /// The file at `path`, which is mapped and not read.
  ///
  /// - Throws: when it cannot be read or is no such file.
  /// - Complexity: O(1).
  public init(path: String) throws(BytesError) {
    self.path = path
    bytes = try MappedFile(path: path).bytes
    maker = try Self.framing.maker(bytes, path: path)
  }

  /// Whether the file at `path` begins as such a file does.
  ///
  /// - Throws: when it cannot be read, or is empty.
  /// - Complexity: O(1).
  public static func isOne(_ path: String) throws(BytesError) -> Bool {
    framing.begins(try MappedFile(path: path).bytes)
  }

  /// Calls `body` with what each document says.
  ///
  /// - Throws: ``BytesError`` when the file is damaged or not whole, and what `body` throws.
  /// - Complexity: O(bytes of the file).
  public func forEach(_ body: (DocumentExtraction) throws -> Void) throws {
    var offset = RecordFraming.headSize
    var count = 0
    while bytes.load(offset, as: UInt32.self) != Self.end, let record = RecordFraming.record(at: offset, of: bytes),
      let extraction = ExtractionReader.extraction(record.bytes)
    {
      try body(extraction)
      offset = record.end
      count += 1
    }
    guard let rest = bytes.slice(at: UInt64(offset + 8), count: 8)?.array(),
      bytes.load(offset, as: UInt32.self) == Self.end, bytes.load(offset + 4, as: UInt32.self) == crc32c(rest),
      let declared = bytes.load(offset + 8, as: UInt64.self)
    else { throw BytesError.truncated(place: path, expected: UInt64(offset + 16), found: UInt64(bytes.count)) }
    guard declared == UInt64(count), offset + 16 == bytes.count else {
      throw BytesError.damaged(place: path, section: "the end", detail: "\(declared) documents, found \(count)")
    }
  }

  // MARK: - Writing

  /// - Parameter maker: 16 bytes.
  static func head(maker: [UInt8]) -> [UInt8] { framing.head(maker: maker) }

  /// The end of a whole file.
  static func end(count: Int) -> [UInt8] {
    var number = ByteWriter()
    number.append(UInt64(count))
    var writer = ByteWriter()
    writer.append(end)
    writer.append(crc32c(number.bytes))
    writer.append(contentsOf: number.bytes)
    return writer.bytes
  }
}
