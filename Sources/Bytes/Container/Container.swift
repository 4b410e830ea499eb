/// A file of named sections: the store and the model's weights. ARCHITECTURE.md gives the layout.
///
/// Opening reads the header and the section table only.
public struct Container: Sendable {
  /// One row of the section table.
  public struct Section: Sendable, Equatable {
    public let name: String
    /// Where its bytes stand in the file.
    public let range: Range<Int>
    public let checksum: UInt32
  }

  static let headerSize = 48
  static let rowSize = 32
  static let alignment = 64
  /// Sections of a file, at most: several times what any file has, because each is looked for by its name.
  private static let mostSections: UInt32 = 256

  public let version: UInt32
  /// 16 bytes: hash of the content, or zeros.
  public let id: [UInt8]
  /// In file order.
  public let sections: [Section]
  public let bytes: ByteView
  /// Where the bytes came from, for messages; nil when from nowhere a person knows.
  public let place: String?

  /// Reads the header of `bytes`.
  ///
  /// - Parameters:
  ///   - magic: the eight ASCII characters of this kind of file.
  ///   - newestVersion: the newest version of its format that the caller reads.
  ///   - place: where the bytes came from, for messages.
  /// - Throws: when they are no container of that kind, of a newer version, cut short, or the header is damaged.
  /// - Complexity: O(sections).
  public init(_ bytes: ByteView, magic: String, newestVersion: UInt32, place: String?) throws(BytesError) {
    let magicBytes = Array(magic.utf8)
    let start = bytes.slice(0..<min(8, bytes.count))?.array() ?? []
    guard start == magicBytes else {
      if !start.isEmpty, magicBytes.starts(with: start) {
        throw .truncated(place: place, expected: UInt64(Self.headerSize), found: UInt64(bytes.count))
      }
      throw .foreign(place: place, expected: magic, found: start)
    }
    guard let version = bytes.load(8, as: UInt32.self), let rows = bytes.load(12, as: UInt32.self),
      let length = bytes.load(32, as: UInt64.self), let checksum = bytes.load(40, as: UInt32.self),
      let id = bytes.slice(16..<32), bytes.count >= Self.headerSize
    else { throw .truncated(place: place, expected: UInt64(Self.headerSize), found: UInt64(bytes.count)) }
    guard version <= newestVersion else {
      throw .newerVersion(place: place, found: version, newest: newestVersion)
    }
    guard length <= UInt64(bytes.count) else {
      throw .truncated(place: place, expected: length, found: UInt64(bytes.count))
    }
    guard length == UInt64(bytes.count) else {
      throw .damagedHeader(place: place, detail: "the file should have \(length) bytes and has \(bytes.count)")
    }
    let tableSize = UInt64(Self.headerSize) + UInt64(rows) * UInt64(Self.rowSize)
    guard rows <= Self.mostSections else {
      throw .damagedHeader(place: place, detail: "\(rows) sections; at most \(Self.mostSections) are possible")
    }
    guard let head = bytes.slice(at: 0, count: tableSize) else {
      throw .damagedHeader(place: place, detail: "\(rows) sections do not fit into \(bytes.count) bytes")
    }
    let found = Self.headerChecksum(head)
    guard checksum == found else {
      throw .checksum(place: place, section: "the header", expected: checksum, found: found)
    }
    guard version > 0 else { throw .damagedHeader(place: place, detail: "there is no format version 0") }
    self.version = version
    self.id = id.array()
    self.bytes = bytes
    self.place = place
    sections = try Self.readTable(head, rows: Int(rows), place: place)
  }

  /// How long the container at the start of `bytes` says that it is; nil when none stands there.
  public static func announcedLength(_ bytes: ByteView, magic: String) -> Int? {
    guard bytes.slice(0..<8)?.array() == Array(magic.utf8) else { return nil }
    return bytes.load(32, as: UInt64.self).flatMap { Int(exactly: $0) }
  }

  /// The bytes of the section `name`, unchecked.
  ///
  /// - Throws: when there is no such section.
  public func section(_ name: String) throws(BytesError) -> ByteView {
    guard let row = sections.first(where: { $0.name == name }), let view = bytes.slice(row.range) else {
      throw .missingSection(place: place, name: name)
    }
    return view
  }

  /// The bytes of the section `name`, after comparing its checksum.
  public func checkedSection(_ name: String) throws(BytesError) -> ByteView {
    guard let row = sections.first(where: { $0.name == name }) else {
      throw .missingSection(place: place, name: name)
    }
    return try check(row)
  }

  /// Compares the checksum of every section and the padding between them.
  ///
  /// - Complexity: O(size of the file).
  public func check() throws(BytesError) {
    var end = Self.headerSize + sections.count * Self.rowSize
    for row in sections {
      try checkPadding(end..<row.range.lowerBound)
      _ = try check(row)
      end = row.range.upperBound
    }
    try checkPadding(end..<bytes.count)
  }

  private func check(_ row: Section) throws(BytesError) -> ByteView {
    guard let view = bytes.slice(row.range) else { throw .missingSection(place: place, name: row.name) }
    let found = crc32c(view)
    guard found == row.checksum else {
      throw .checksum(place: place, section: "section \(row.name)", expected: row.checksum, found: found)
    }
    return view
  }

  private func checkPadding(_ range: Range<Int>) throws(BytesError) {
    guard let gap = bytes.slice(range), gap.array().allSatisfy({ $0 == 0 }) else {
      throw .damagedHeader(place: place, detail: "the padding at byte \(range.lowerBound) is not zero")
    }
  }

  /// CRC of header and table with the checksum's own four bytes taken as zero.
  static func headerChecksum(_ head: ByteView) -> UInt32 {
    var copy = head.array()
    copy.replaceSubrange(40..<44, with: [0, 0, 0, 0])
    return crc32c(copy)
  }

  private static func readTable(_ head: ByteView, rows: Int, place: String?) throws(BytesError) -> [Section] {
    let length = UInt64(head.load(32, as: UInt64.self) ?? 0)
    var sections: [Section] = []
    var end = UInt64(head.count)
    for row in 0..<rows {
      let at = headerSize + row * rowSize
      guard let name = head.slice(at..<at + 8), let offset = head.load(at + 8, as: UInt64.self),
        let size = head.load(at + 16, as: UInt64.self), let checksum = head.load(at + 24, as: UInt32.self)
      else { throw .damagedHeader(place: place, detail: "row \(row) of the section table is incomplete") }
      let label = String(decoding: name.array().prefix { $0 != 0 }, as: UTF8.self)
      guard offset >= end, offset - end < UInt64(alignment), offset % UInt64(alignment) == 0, offset <= length,
        size <= length - offset
      else {
        throw .damagedHeader(place: place, detail: "section \(label) does not lie where it may")
      }
      end = offset + size
      sections.append(Section(name: label, range: Int(offset)..<Int(end), checksum: checksum))
    }
    return sections
  }
}
