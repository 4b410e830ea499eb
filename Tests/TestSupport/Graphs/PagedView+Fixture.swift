public import Bytes

/// A section of its own around `bytes`, with the page table that fits.
public func pagedView(_ bytes: [UInt8]) -> PagedView {
  var table = ByteWriter()
  for start in stride(from: 0, to: bytes.count, by: PageGuard.pageSize) {
    table.append(crc32c(Array(bytes[start..<min(start + PageGuard.pageSize, bytes.count)])))
  }
  let pages = PageGuard(table: ByteView(copying: table.bytes), place: "x")
  return PagedView(ByteView(copying: bytes), name: "TEST", firstPage: 0, pages: pages)
}
