/// Words looked up by their bytes, with a number each; ASCII letters match in either case.
///
/// A table with open addressing, so that a look-up makes no `String`.
struct WordSet: Sendable {
  private var slots: [Int32]
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private let mask: Int
  /// Length of the longest word in bytes.
  private(set) var longest = 0

  /// The set of `words`, lower case, numbered in their order; the first of equal words counts.
  init(_ words: [String]) {
    var capacity = 8
    while capacity < words.count * 2 { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    mask = capacity - 1
    for word in words {
      let bytes = Array(word.utf8)
      let number = Int32(starts.count - 1)
      arena += bytes
      starts.append(arena.count)
      longest = max(longest, bytes.count)
      var slot = hash(bytes, 0..<bytes.count) & mask
      while slots[slot] >= 0, !equals(Int(slots[slot]), bytes, 0..<bytes.count) { slot = (slot + 1) & mask }
      if slots[slot] < 0 { slots[slot] = number }
    }
  }

  /// The number of the word that `bytes[range]` spells; nil when there is none.
  func number(of bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count <= longest, !range.isEmpty else { return nil }
    var slot = hash(bytes, range) & mask
    while slots[slot] >= 0 {
      if equals(Int(slots[slot]), bytes, range) { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { number(of: bytes, range) != nil }

  private func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { state = (state ^ UInt64(bytes[index].asciiLowercased)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: state ^ (state >> 29))
  }

  private func equals(_ number: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == range.count else { return false }
    for offset in 0..<range.count where arena[start + offset] != bytes[range.lowerBound + offset].asciiLowercased {
      return false
    }
    return true
  }
}
