public import Bytes

extension MonotoneArray {
  /// Collects ascending values whose number and largest are known beforehand, and appends them as an array.
  public struct Builder {
    private let largest: UInt64
    private let expected: Int
    private let width: Int
    private var low: PackedArray.Builder
    private var high: [UInt64]
    private var ones: [UInt64] = []
    private var count = 0
    private var last = 0

    public init(count: Int, largest: Int) {
      precondition(count >= 0 && largest >= 0)
      expected = count
      self.largest = count == 0 ? 0 : UInt64(largest)
      let ratio = count == 0 ? 0 : self.largest / UInt64(count)
      width = max(PackedArray.width(of: ratio) - 1, 0)
      // Low parts keep the width of the header even when all of them happen to be small.
      low = PackedArray.Builder(count: count, width: width)
      high = [UInt64](repeating: 0, count: (count + Int(self.largest >> UInt64(width)) + 1 + 63) / 64)
    }

    /// Adds a value, not less than the one before.
    public mutating func append(_ value: Int) {
      precondition(value >= last && UInt64(value) <= largest && count < expected, "the values ascend up to the largest")
      last = value
      low.append(UInt64(value) & ((1 << UInt64(width)) - 1))
      let position = (value >> width) + count
      high[position / 64] |= 1 << UInt64(position & 63)
      if count > 0, count % MonotoneArray.sampling == 0 { ones.append(UInt64(position)) }
      count += 1
    }

    /// Appends the array to `writer`, which stands at a multiple of 8.
    public func finish(into writer: inout ByteWriter) {
      precondition(writer.bytes.count % 8 == 0 && count == expected && UInt64(last) == largest)
      writer.append(UInt32(count))
      writer.append(UInt32(width))
      writer.append(largest)
      low.finish(into: &writer)
      for word in high { writer.append(word) }
      PackedArray.encode(ones, into: &writer)
      PackedArray.encode(Self.sampledZeros(high), into: &writer)
    }

    private static func sampledZeros(_ words: [UInt64]) -> [UInt64] {
      var zeros: [UInt64] = []
      var seen = 0
      for (index, word) in words.enumerated() {
        let clear = (~word).nonzeroBitCount
        // The first multiple of the sampling that is not before `seen` and not 0.
        let wanted = max((seen + MonotoneArray.sampling - 1) / MonotoneArray.sampling, 1) * MonotoneArray.sampling
        if wanted < seen + clear {
          zeros.append(UInt64(index * 64 + BitSelection(~word).position(of: wanted - seen)))
        }
        seen += clear
      }
      return zeros
    }
  }

  /// Appends `values`, ascending.
  public static func encode(_ values: some Collection<Int>, largest: Int, into writer: inout ByteWriter) {
    var builder = Builder(count: values.count, largest: largest)
    for value in values { builder.append(value) }
    builder.finish(into: &writer)
  }

  /// Appends `values`, ascending.
  public static func encode(_ values: [Int], into writer: inout ByteWriter) {
    encode(values, largest: values.last ?? 0, into: &writer)
  }
}
