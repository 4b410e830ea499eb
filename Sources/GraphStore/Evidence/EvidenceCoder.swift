/// What is told of a row of evidence, each with frequency tables of its own. The raw values are those of the file.
enum EvidenceField: Int, CaseIterable, Sendable {
  case sentence, nearby, distance
  case rules, confidence, time, place, quantity
  case spans, ordinal, predicateStart, subjectGap, objectGap, subjectLength, predicateLength, objectLength
  case event, office, wording, adjuncts, adjunctGap, adjunctLength

  /// Those that a store has.
  ///
  /// - Parameter hasEvents: false for versions that know of no events.
  static func all(hasEvents: Bool) -> ArraySlice<EvidenceField> {
    hasEvents ? allCases[...] : allCases.prefix { $0 != .event }
  }

  /// Whether the number of the predicate is its context.
  var dependsOnPredicate: Bool { self == .rules || self == .office || self == .wording }
}

/// Takes the symbols of rows in order: counts them, writes them, or reads them. ``EvidenceModel`` is written once for
/// all three, so that what is read is what was written.
protocol EvidenceCoder {
  /// Whether values come out of the coder.
  static var isReading: Bool { get }

  /// Passes a symbol below 256 of `field`, whose frequency depends on `context`.
  mutating func symbol(_ field: EvidenceField, context: Int, _ value: inout Int)
  /// Passes the lowest `width` bits of `value`, at most 12, all values equally frequent.
  mutating func bits(_ width: Int, _ value: inout Int)
}

extension EvidenceCoder {
  /// Passes a number below 2^40, small ones as symbols, larger ones as a symbol for their size and first two bits, and
  /// bits.
  @inline(__always)
  mutating func number(_ field: EvidenceField, context: Int, _ value: inout Int) {
    var symbol = NumberClass.symbol(of: value)
    self.symbol(field, context: context, &symbol)
    let (base, width) = NumberClass.range(of: symbol)
    var rest = value - base
    wideBits(width, &rest)
    value = base + rest
  }

  /// Passes a number of either sign.
  @inline(__always)
  mutating func signed(_ field: EvidenceField, context: Int, _ value: inout Int) {
    var folded = value < 0 ? -2 * value - 1 : 2 * value
    number(field, context: context, &folded)
    value = folded & 1 == 1 ? -(folded >> 1) - 1 : folded >> 1
  }

  /// Passes the lowest `width` bits of `value`, at most 40.
  @inline(__always)
  mutating func wideBits(_ width: Int, _ value: inout Int) {
    var result = 0
    var done = 0
    while done < width {
      let step = min(width - done, 12)
      var part = value >> done & (1 << step - 1)
      bits(step, &part)
      result |= part << done
      done += step
    }
    value = result
  }
}

/// The symbols of numbers: 0...15 stand for themselves; then two for each number of bits, one for each second bit.
enum NumberClass {
  private static let exact = 16

  static func symbol(of value: Int) -> Int {
    guard value >= exact else { return max(value, 0) }
    let width = min(Int.bitWidth - value.leadingZeroBitCount, 40)
    return exact + (width - 5) * 2 + value >> (width - 2) & 1
  }

  /// The smallest value of `symbol`, and how many bits tell the others.
  static func range(of symbol: Int) -> (base: Int, width: Int) {
    guard symbol >= exact else { return (symbol, 0) }
    let width = min((symbol - exact) / 2 + 5, 40)
    return ((2 + (symbol - exact) & 1) << (width - 2), width - 2)
  }
}
