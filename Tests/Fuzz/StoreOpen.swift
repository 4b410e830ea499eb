import Bytes
import GraphModel

/// Opens the input as a store, as it is and with all checksums put right, and reads everything that it says it has.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStoreOpen(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  read(bytes)
  repairChecksums(&bytes)
  read(bytes)
  return 0
}

/// Without this no change behind the header would get past the checksums.
private func repairChecksums(_ bytes: inout [UInt8]) {
  guard bytes.count > 48 else { return }
  let view = ByteView(copying: bytes)
  store(UInt64(bytes.count), 32, &bytes)
  var pages: [UInt32] = []
  var pageTable: Range<Int>?
  var rows: [(row: Int, range: Range<Int>)] = []
  for row in stride(from: 48, to: min(bytes.count - 32, 48 + 32 * 32), by: 32) where rows.count < view.rowCount {
    guard let offset = view.load(row + 8, as: UInt64.self), let size = view.load(row + 16, as: UInt64.self),
      let section = view.slice(at: offset, count: size)
    else { return }
    let range = Int(offset)..<Int(offset) + section.count
    rows.append((row, range))
    if view.slice(row..<row + 5)?.string() == "PAGES" {
      pageTable = range
    } else {
      for start in stride(from: range.lowerBound, to: range.upperBound, by: PageGuard.pageSize) {
        pages.append(crc32c(Array(bytes[start..<min(start + PageGuard.pageSize, range.upperBound)])))
      }
    }
  }
  guard let pageTable, pageTable.count == 4 * pages.count else { return }
  for (number, checksum) in pages.enumerated() { store(checksum, pageTable.lowerBound + 4 * number, &bytes) }
  for (row, range) in rows { store(crc32c(Array(bytes[range])), row + 24, &bytes) }
  store(UInt32(0), 40, &bytes)
  store(crc32c(Array(bytes[..<(48 + 32 * rows.count)])), 40, &bytes)
}

extension ByteView {
  fileprivate var rowCount: Int { Int(load(12, as: UInt32.self) ?? 0) }
}

private func store<T: FixedWidthInteger>(_ value: T, _ offset: Int, _ bytes: inout [UInt8]) {
  for byte in 0..<T.bitWidth / 8 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> T(8 * byte)) }
}
