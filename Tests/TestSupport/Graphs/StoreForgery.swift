internal import Bytes

/// Puts the checksums of a changed store right, so that only the reader's own checks stand between it and a trap.
public enum StoreForgery {
  /// Name, byte range and place of the row in the table, of each section.
  public static func sections(of bytes: [UInt8]) -> [(name: String, range: Range<Int>, row: Int)] {
    let view = ByteView(copying: bytes)
    return (0..<Int(view.load(12, as: UInt32.self) ?? 0)).compactMap { number in
      let row = 48 + 32 * number
      guard let name = view.slice(row..<row + 8), let offset = view.load(row + 8, as: UInt64.self),
        let size = view.load(row + 16, as: UInt64.self)
      else { return nil }
      let label = String(decoding: name.array().prefix { $0 != 0 }, as: UTF8.self)
      return (label, Int(offset)..<Int(offset + size), row)
    }
  }

  /// `bytes` keep their header and table but for the checksums.
  public static func repairChecksums(_ bytes: inout [UInt8]) {
    let sections = sections(of: bytes)
    var pages: [UInt8] = []
    for section in sections where section.name != "PAGES" {
      for start in stride(from: section.range.lowerBound, to: section.range.upperBound, by: 4096) {
        pages += littleEndian(crc32c(Array(bytes[start..<min(start + 4096, section.range.upperBound)])))
      }
    }
    for section in sections where section.name == "PAGES" && section.range.count == pages.count {
      bytes.replaceSubrange(section.range, with: pages)
    }
    for section in sections {
      bytes.replaceSubrange(
        section.row + 24..<section.row + 28, with: littleEndian(crc32c(Array(bytes[section.range]))))
    }
    bytes.replaceSubrange(40..<44, with: [0, 0, 0, 0])
    bytes.replaceSubrange(40..<44, with: littleEndian(crc32c(Array(bytes[..<(48 + 32 * sections.count)]))))
  }

  /// The store `bytes` with other sections in the place of some, and the checksums put right.
  public static func replacing(_ others: [String: [UInt8]], in bytes: [UInt8]) -> [UInt8] {
    let version = ByteView(copying: bytes).load(8, as: UInt32.self) ?? 0
    var writer = ContainerWriter(magic: "TERCETDB", version: version)
    var pages = 0
    for section in sections(of: bytes) {
      let isPageTable = section.name == "PAGES"
      let content = isPageTable ? [] : others[section.name] ?? Array(bytes[section.range])
      pages += (content.count + 4095) / 4096
      writer.add(section.name, isPageTable ? [UInt8](repeating: 0, count: 4 * pages) : content)
    }
    var forged = writer.finished()
    repairChecksums(&forged)
    return forged
  }

  /// A committed record with `payload`, whatever that is, as FORMAT.md, “Changes”, gives it.
  public static func record(_ payload: [UInt8]) -> [UInt8] {
    var header = Array("TERCETJR".utf8) + littleEndian(UInt32(payload.count)) + [0, 0, 0, 0]
    header += littleEndian(crc32c(payload))
    header += littleEndian(crc32c(header))
    return header + payload + Array("COMMITED".utf8) + littleEndian(crc32c(header)) + Array("END\n".utf8)
  }

  public static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }
}
