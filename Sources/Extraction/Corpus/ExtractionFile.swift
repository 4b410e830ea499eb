public import Bytes

/// A file of what documents say, to be joined with others of its kind: a part of a graph that is made in parts.
///
/// Layout, integers little-endian: the magic (8 bytes), version (4), CRC-32C of the maker (4), maker (16); then for
/// each document the length of its record (4), the CRC-32C of the record (4), and the record; at the end of a whole
/// file 2³² − 1 (4), the CRC-32C of what follows (4), and the number of documents (8).
public struct ExtractionFile: Sendable {
  static let magic = "TERCETPT"
  static let version: UInt32 = 1
  static let headSize = 32
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
    let magic = bytes.slice(0..<min(bytes.count, 8))?.array() ?? []
    guard magic == Array(Self.magic.utf8) else { throw .foreign(place: path, expected: Self.magic, found: magic) }
    guard let version = bytes.load(8, as: UInt32.self), let checksum = bytes.load(12, as: UInt32.self),
      let maker = bytes.slice(16..<Self.headSize)?.array()
    else { throw .truncated(place: path, expected: UInt64(Self.headSize), found: UInt64(bytes.count)) }
    guard version <= Self.version else {
      throw .newerVersion(place: path, found: version, newest: Self.version)
    }
    let found = crc32c(maker)
    guard found == checksum else {
      throw .checksum(place: path, section: "the head", expected: checksum, found: found)
    }
    self.maker = maker
  }

  /// Whether the file at `path` begins as such a file does.
  ///
  /// - Complexity: O(1).
  public static func isOne(_ path: String) -> Bool {
    guard let file = try? MappedFile(path: path) else { return false }
    return file.bytes.slice(0..<min(file.count, 8))?.array() == Array(magic.utf8)
  }

  /// Calls `body` with what each document says.
  ///
  /// - Throws: ``BytesError`` when the file is damaged or not whole, and what `body` throws.
  /// - Complexity: O(bytes of the file).
  public func forEach(_ body: (DocumentExtraction) throws -> Void) throws {
    let read = try forEachIntact(body)
    guard let count = read.declared else {
      throw BytesError.truncated(place: path, expected: UInt64(read.length + 16), found: UInt64(bytes.count))
    }
    guard count == read.count, read.length + 16 == bytes.count else {
      throw BytesError.damaged(place: path, section: "the end", detail: "\(count) documents, found \(read.count)")
    }
  }

  /// The same up to the first record that is not whole.
  private func forEachIntact(
    _ body: (DocumentExtraction) throws -> Void
  ) throws -> (count: Int, length: Int, declared: Int?) {
    var offset = Self.headSize
    var count = 0
    while let length = bytes.load(offset, as: UInt32.self), let checksum = bytes.load(offset + 4, as: UInt32.self) {
      if length == Self.end {
        let rest = bytes.slice(at: UInt64(offset + 8), count: 8)?.array() ?? []
        let declared = crc32c(rest) == checksum ? bytes.load(offset + 8, as: UInt64.self) : nil
        return (count, offset, declared.map { Int(clamping: $0) })
      }
      guard let record = bytes.slice(at: UInt64(offset + 8), count: UInt64(length))?.array(),
        crc32c(record) == checksum, let extraction = ExtractionReader.extraction(record)
      else { break }
      try body(extraction)
      offset += 8 + Int(length)
      count += 1
    }
    return (count, offset, nil)
  }

  // MARK: - Writing

  /// - Parameter maker: 16 bytes.
  static func head(maker: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(contentsOf: magic.utf8)
    writer.append(version)
    writer.append(crc32c(maker))
    writer.append(contentsOf: maker)
    return writer.bytes
  }

  /// What one document adds.
  static func record(_ bytes: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(bytes.count))
    writer.append(crc32c(bytes))
    writer.append(contentsOf: bytes)
    return writer.bytes
  }

  /// The end of a whole file.
  static func end(count: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt64(count))
    let rest = writer.bytes
    writer = ByteWriter()
    writer.append(end)
    writer.append(crc32c(rest))
    writer.append(contentsOf: rest)
    return writer.bytes
  }
}
