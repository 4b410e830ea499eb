extension MonotoneArray {
  /// Appends `values`, ascending.
  public static func encode(_ values: [Int], into writer: inout ByteWriter) {
    precondition(writer.bytes.count % 8 == 0 && (values.first ?? 0) >= 0)
    let largest = UInt64(values.last ?? 0)
    let ratio = values.isEmpty ? 0 : largest / UInt64(values.count)
    let width = max(PackedArray.width(of: ratio) - 1, 0)
    writer.append(UInt32(values.count))
    writer.append(UInt32(width))
    writer.append(largest)
    // Low parts keep the width of the header even when all of them happen to be small.
    PackedArray.encode(values.map { UInt64($0) & ((1 << UInt64(width)) - 1) }, width: width, into: &writer)

    let bits = values.count + Int(largest >> UInt64(width)) + 1
    var words = [UInt64](repeating: 0, count: (bits + 63) / 64)
    var ones: [UInt64] = []
    for (index, value) in values.enumerated() {
      precondition(index == 0 || values[index - 1] <= value, "the values ascend")
      let position = (value >> width) + index
      words[position / 64] |= 1 << UInt64(position & 63)
      if index > 0, index % sampling == 0 { ones.append(UInt64(position)) }
    }
    for word in words { writer.append(word) }
    PackedArray.encode(ones, into: &writer)
    PackedArray.encode(sampledZeros(words), into: &writer)
  }

  private static func sampledZeros(_ words: [UInt64]) -> [UInt64] {
    var zeros: [UInt64] = []
    var seen = 0
    for (index, word) in words.enumerated() {
      for bit in 0..<64 where word >> UInt64(bit) & 1 == 0 {
        if seen > 0, seen % sampling == 0 { zeros.append(UInt64(index * 64 + bit)) }
        seen += 1
      }
    }
    return zeros
  }
}
