/// Compares all values that lie in one word with a number at once.
///
/// A field that equals the number is zero after an exclusive or. Then neither its highest bit is set, nor does adding
/// ones to the others carry into that place.
@usableFromInline
struct FieldComparison {
  /// How many values a word of 57 bits has.
  @usableFromInline let count: Int
  private let wanted: UInt64
  private let lowBits: UInt64
  private let highBits: UInt64
  private let reciprocal: Int

  /// Nil where too few values lie in a word.
  @usableFromInline
  init?(_ value: UInt64, width: Int) {
    guard width > 0, width <= 16, value >> UInt64(width) == 0 else { return nil }
    count = 57 / width
    var ones: UInt64 = 0
    for field in 0..<count { ones |= 1 << UInt64(field * width) }
    wanted = value * ones
    highBits = ones << UInt64(width - 1)
    lowBits = ones * (1 << UInt64(width - 1) - 1)
    reciprocal = 1 << 16 / width + 1
  }

  /// The highest bits of the fields of `word` that have the value.
  @inline(__always)
  @usableFromInline
  func equal(_ word: UInt64) -> UInt64 {
    let difference = word ^ wanted
    return ~((difference & lowBits) &+ lowBits | difference) & highBits
  }

  /// The field that `bit` is in.
  @inline(__always)
  @usableFromInline
  func field(ofBit bit: Int) -> Int { (bit &* reciprocal) &>> 16 }
}
