internal import Bytes
internal import GraphStore

extension FuzzTarget {
  /// Reads the input as a store, as it is and with right checksums.
  static let store = FuzzTarget("store", mostBytes: 8_192) { input in
    readStore(input)
    readStore(withRightChecksums(input))
  }
}

/// A container with its length and checksums put right: without this no change behind the header would get past them.
func withRightChecksums(_ container: [UInt8]) -> [UInt8] {
  guard container.count > 48 else { return container }
  var bytes = container
  func put(_ value: some FixedWidthInteger, at offset: Int) {
    bytes.replaceSubrange(offset..<offset + value.bitWidth / 8, with: littleEndian(value))
  }
  put(UInt64(bytes.count), at: 32)
  let view = ByteView(copying: bytes)
  let count = min(Int(view.load(12, as: UInt32.self) ?? 0), 64, (bytes.count - 48) / 32)
  let rows = (0..<count).map { 48 + 32 * $0 }
  var pages: [UInt8] = []
  var sections: [(row: Int, range: Range<Int>, isPageTable: Bool)] = []
  for row in rows {
    guard let offset = view.load(row + 8, as: UInt64.self), let size = view.load(row + 16, as: UInt64.self),
      let section = view.slice(at: offset, count: size)
    else { return container }
    let range = Int(offset)..<Int(offset) + section.count
    let isPageTable = view.slice(row..<row + 5)?.string() == "PAGES"
    sections.append((row, range, isPageTable))
    if isPageTable { continue }
    for start in stride(from: range.lowerBound, to: range.upperBound, by: PageGuard.pageSize) {
      pages += littleEndian(crc32c(Array(bytes[start..<min(start + PageGuard.pageSize, range.upperBound)])))
    }
  }
  for table in sections where table.isPageTable && table.range.count == pages.count {
    bytes.replaceSubrange(table.range, with: pages)
  }
  for section in sections { put(crc32c(Array(bytes[section.range])), at: section.row + 24) }
  put(UInt32(0), at: 40)
  put(crc32c(Array(bytes[..<(48 + 32 * count)])), at: 40)
  return bytes
}
