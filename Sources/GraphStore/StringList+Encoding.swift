internal import Bytes

extension StringList {
  /// Appends `strings`, which ascend by bytes; equal ones may follow one another.
  static func encode(_ strings: [String], into writer: inout ByteWriter) {
    var data = ByteWriter()
    var offsets: [Int] = []
    var previous: [UInt8] = []
    for (index, string) in strings.enumerated() {
      let bytes = Array(string.utf8)
      var shared = 0
      if index % blockLength == 0 {
        offsets.append(data.bytes.count)
      } else {
        while shared < min(previous.count, bytes.count), previous[shared] == bytes[shared] { shared += 1 }
        data.appendVarint(UInt64(shared))
      }
      data.appendVarint(UInt64(bytes.count - shared))
      data.append(contentsOf: bytes[shared...])
      previous = bytes
    }
    offsets.append(data.bytes.count)
    writer.append(UInt32(strings.count))
    writer.append(UInt32(0))
    writer.append(UInt64(data.bytes.count))
    MonotoneArray.encode(offsets, into: &writer)
    writer.append(contentsOf: data.bytes)
    writer.align(to: 8)
  }
}
