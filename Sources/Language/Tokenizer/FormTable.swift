/// Gives each distinct lower-case form of a document its number.
///
/// Forms are compared as bytes, so a word seen before costs no `String`.
struct FormTable {
  /// The forms by number; the first is empty, for what is not known yet.
  private(set) var strings: [String] = [""]
  private var slots: [Int32]
  private var hashes: [UInt64] = [0]
  private var arena: [UInt8] = []
  private var starts: [Int] = [0, 0]

  init() { slots = Array(repeating: -1, count: 256) }

  /// The number of the lower-case form of `bytes[range]`.
  mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    for index in range where bytes[index] >= 0x80 {
      let form = Array(String(decoding: bytes[range], as: UTF8.self).lowercased().utf8)
      return find(form, 0..<form.count)
    }
    return find(bytes, range)
  }

  private mutating func find(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index].asciiLowercased)) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, equals(number, bytes, range) { return UInt32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = strings.count
    slots[slot] = Int32(number)
    hashes.append(hash)
    let start = arena.count
    for index in range { arena.append(bytes[index].asciiLowercased) }
    starts.append(arena.count)
    strings.append(String(decoding: arena[start...], as: UTF8.self))
    if strings.count * 2 > slots.count { grow() }
    return UInt32(number)
  }

  private func equals(_ number: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == range.count else { return false }
    for offset in 0..<range.count where arena[start + offset] != bytes[range.lowerBound + offset].asciiLowercased {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 1..<strings.count {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
