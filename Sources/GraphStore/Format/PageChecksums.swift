internal import Bytes

/// The checksums of a section and of its pages, from its bytes piece by piece.
struct PageChecksums {
  /// Bytes given.
  private(set) var count = 0
  /// Of all bytes.
  private(set) var whole: UInt32 = 0
  private var table = ByteWriter()
  private var page: UInt32 = 0

  /// The part of the section ``StoreSections/pageTable`` that is about the section.
  var pages: [UInt8] {
    var all = table
    if count % PageGuard.pageSize > 0 { all.append(page) }
    return all.bytes
  }

  mutating func update(_ piece: [UInt8]) {
    unsafe piece.withUnsafeBytes { bytes in
      whole = unsafe crc32c(bytes, continuing: whole)
      var place = 0
      while place < bytes.count {
        let end = min(place + PageGuard.pageSize - count % PageGuard.pageSize, bytes.count)
        page = unsafe crc32c(UnsafeRawBufferPointer(rebasing: bytes[place..<end]), continuing: page)
        count += end - place
        place = end
        if count % PageGuard.pageSize == 0 {
          table.append(page)
          page = 0
        }
      }
    }
  }
}
