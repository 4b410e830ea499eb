/// Where the sections of a container stand, and the bytes before and between them: known from how long they are and
/// from their checksums, so that the sections themselves need not be at hand together.
package struct ContainerLayout {
  private struct Row {
    var name: String
    var offset: Int
    var count: Int
    var checksum: UInt32
  }

  private let magic: String
  private let version: UInt32
  private var rows: [(name: String, count: Int, checksum: UInt32)] = []

  /// - Parameter magic: eight ASCII characters.
  package init(magic: String, version: UInt32) {
    precondition(magic.utf8.count == 8, "the magic of a container has eight bytes")
    self.magic = magic
    self.version = version
  }

  /// Appends a section of `count` bytes; `name` is 1 to 8 ASCII characters, used once.
  ///
  /// - Parameter checksum: the CRC-32C of its bytes.
  /// - Complexity: O(sections).
  package mutating func add(_ name: String, count: Int, checksum: UInt32) {
    precondition((1...8).contains(name.utf8.count) && !rows.contains { $0.name == name })
    rows.append((name, count, checksum))
  }

  /// What stands before each section: the header, the table and the first padding before the first one, padding before
  /// the others; the header and the table alone when there is no section.
  ///
  /// - Parameter id: 16 bytes.
  /// - Complexity: O(sections).
  package func gaps(id: [UInt8]) -> [[UInt8]] {
    precondition(id.count == 16)
    var placed: [Row] = []
    var end = Container.headerSize + rows.count * Container.rowSize
    for row in rows {
      let offset = (end + Container.alignment - 1) / Container.alignment * Container.alignment
      placed.append(Row(name: row.name, offset: offset, count: row.count, checksum: row.checksum))
      end = offset + row.count
    }
    var gaps = [head(placed, length: end, id: id)]
    var written = gaps[0].count
    for (number, row) in placed.enumerated() {
      let padding = [UInt8](repeating: 0, count: row.offset - written)
      if number == 0 { gaps[0] += padding } else { gaps.append(padding) }
      written = row.offset + row.count
    }
    return gaps
  }

  private func head(_ rows: [Row], length: Int, id: [UInt8]) -> [UInt8] {
    var head = ByteWriter()
    head.append(contentsOf: magic.utf8)
    head.append(version)
    head.append(UInt32(rows.count))
    head.append(contentsOf: id)
    head.append(UInt64(length))
    head.append(UInt32(0))
    head.append(UInt32(0))
    for row in rows {
      head.append(contentsOf: row.name.utf8)
      head.pad(row.name.utf8.count..<8)
      head.append(UInt64(row.offset))
      head.append(UInt64(row.count))
      head.append(row.checksum)
      head.append(UInt32(0))
    }
    let checksum = crc32c(head.bytes)
    unsafe withUnsafeBytes(of: checksum.littleEndian) { unsafe head.bytes.replaceSubrange(40..<44, with: $0) }
    return head.bytes
  }
}
