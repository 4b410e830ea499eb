/// Numbers byte strings in the order of their first appearance, each once: for very many of them, all in one buffer.
public struct ByteInterner: Sendable {
  /// All strings, one after another.
  private var bytes: [UInt8] = []
  /// Where string *i* begins; one more than there are strings.
  private var starts: [UInt32] = [0]
  /// Open addressing: number of a string + 1, 0 for free. Its size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  public init() {}

  public var count: Int { starts.count - 1 }
  /// Bytes of memory, as far as they are used.
  public var byteCount: Int { bytes.count + 4 * (starts.count + slots.count) }

  /// String `number`.
  public subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  /// The number of `string`; nil when it was never interned.
  public func number(of string: ArraySlice<UInt8>) -> Int? {
    let known = Int(slots[slot(of: string)])
    return known == 0 ? nil : known - 1
  }

  /// The number of `string`, a new one if it was never seen; nil when all strings together would be over 4 GiB.
  public mutating func intern(_ string: ArraySlice<UInt8>) -> Int? {
    let slot = slot(of: string)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    guard bytes.count + string.count < Int(UInt32.max), count < Int(UInt32.max) - 1 else { return nil }
    bytes.append(contentsOf: string)
    starts.append(UInt32(bytes.count))
    slots[slot] = UInt32(count)
    if count * 4 > slots.count * 3 { grow() }
    return count - 1
  }

  /// The slot of `string`, or the free one where it belongs.
  private func slot(of string: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(string)) & mask
    while slots[slot] != 0, self[Int(slots[slot]) - 1] != string { slot = (slot + 1) & mask }
    return slot
  }

  /// The numbers of all strings in the order of their bytes.
  public func order() -> [UInt32] {
    unsafe bytes.withUnsafeBytes { bytes in
      func string(_ number: UInt32) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])])
      }
      return (0..<UInt32(count)).sorted { unsafe byteOrder(string($0), string($1)) < 0 }
    }
  }

  /// Gives up the memory by which strings are found; no more can be interned.
  public mutating func forgetNumbers() { slots = [] }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var slot = Int(truncatingIfNeeded: Self.hash(self[number])) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// A multiplicative hash over eight bytes at a time; the order of numbers does not depend on it.
  private static func hash(_ string: ArraySlice<UInt8>) -> UInt64 {
    unsafe string.withUnsafeBytes { buffer in
      var hash = UInt64(buffer.count) &* 0x9E37_79B9_7F4A_7C15
      var at = 0
      while at + 8 <= buffer.count {
        hash = unsafe mix(hash, buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      var rest: UInt64 = 0
      while at < buffer.count {
        rest = unsafe rest << 8 | UInt64(buffer[at])
        at += 1
      }
      return mix(hash, rest)
    }
  }

  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
