/// Writes a row of numbers as bytes, which stand among those of others as the numbers do, the first number first: small
/// numbers take one byte.
///
/// A number below 248 is its byte; a larger one 247 and how many bytes it has, then these, the highest first.
struct RowKeyWriter {
  fileprivate static let exact: UInt32 = 248

  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ number: UInt32) {
    guard number >= Self.exact else { return bytes.append(UInt8(number)) }
    let count = (39 - number.leadingZeroBitCount) / 8
    bytes.append(UInt8(247 + count))
    for place in stride(from: 8 * (count - 1), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(place)))
    }
  }

  /// Appends a number of either sign, by which rows do not stand in order.
  mutating func append(signed number: Int) {
    append(UInt32(truncatingIfNeeded: number < 0 ? -2 * number - 1 : 2 * number))
  }

  /// Appends a range of numbers of either sign.
  mutating func append(_ range: Range<Int>) {
    append(signed: range.lowerBound)
    append(UInt32(range.count))
  }
}

/// Takes the numbers of a row in their order; zeros behind its end.
struct RowKeyReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place >= bytes.count }

  mutating func byte() -> UInt8 {
    guard place < bytes.count else { return 0 }
    place += 1
    return bytes[place - 1]
  }

  mutating func number() -> UInt32 {
    let first = UInt32(byte())
    guard first >= RowKeyWriter.exact else { return first }
    var number: UInt32 = 0
    for _ in 247..<first { number = number << 8 | UInt32(byte()) }
    return number
  }

  mutating func signed() -> Int {
    let folded = Int(number())
    return folded & 1 == 1 ? -(folded >> 1) - 1 : folded >> 1
  }

  mutating func range() -> Range<Int> {
    let start = signed()
    return start..<start + Int(number())
  }
}
