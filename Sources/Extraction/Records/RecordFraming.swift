import Bytes

/// How files of records look that are written one behind another, so that what is not whole is found.
///
/// Layout, integers little-endian: the magic (8 bytes), version (4), CRC-32C of the maker (4), maker (16); then for
/// each record its length (4), its CRC-32C (4), and the record.
struct RecordFraming {
  static let headSize = 32

  /// Eight characters.
  let magic: String
  let version: UInt32

  /// - Parameter maker: 16 bytes that tell by which program, schema and model the file is made.
  func head(maker: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(contentsOf: magic.utf8)
    writer.append(version)
    writer.append(crc32c(maker))
    writer.append(contentsOf: maker)
    return writer.bytes
  }

  /// Whether `bytes` begin with the magic.
  func begins(_ bytes: ByteView) -> Bool { start(of: bytes) == Array(magic.utf8) }

  private func start(of bytes: ByteView) -> [UInt8] { bytes.slice(0..<min(bytes.count, 8))?.array() ?? [] }

  /// The maker that a head names.
  ///
  /// - Throws: when `bytes` do not begin with a head of this or an older version.
  func maker(_ bytes: ByteView, path: String) throws(BytesError) -> [UInt8] {
    guard begins(bytes) else { throw .foreign(place: path, expected: magic, found: start(of: bytes)) }
    guard let version = bytes.load(8, as: UInt32.self), let checksum = bytes.load(12, as: UInt32.self),
      let maker = bytes.slice(16..<Self.headSize)?.array()
    else { throw .truncated(place: path, expected: UInt64(Self.headSize), found: UInt64(bytes.count)) }
    guard version <= self.version else {
      throw .newerVersion(place: path, found: version, newest: self.version)
    }
    let found = crc32c(maker)
    guard found == checksum else {
      throw .checksum(place: path, section: "the head", expected: checksum, found: found)
    }
    return maker
  }

  static func record(_ bytes: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(bytes.count))
    writer.append(crc32c(bytes))
    writer.append(contentsOf: bytes)
    return writer.bytes
  }

  /// The record at `offset`; nil where none is whole.
  static func record(at offset: Int, of bytes: ByteView) -> (bytes: [UInt8], end: Int)? {
    guard let length = bytes.load(offset, as: UInt32.self), let checksum = bytes.load(offset + 4, as: UInt32.self),
      let record = bytes.slice(at: UInt64(offset + 8), count: UInt64(length))?.array(), crc32c(record) == checksum
    else { return nil }
    return (record, offset + 8 + record.count)
  }
}
