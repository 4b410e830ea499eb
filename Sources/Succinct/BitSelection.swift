/// The set bits of a word, to be counted and found by their number (S. Vigna: Broadword implementation of rank/select
/// queries, WEA 2008): what counts them also tells in which byte a bit is, and nothing depends on a branch.
struct BitSelection {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  private let bits: UInt64
  /// In each byte, how many bits are set up to its end.
  private let sums: UInt64

  @inline(__always)
  init(_ bits: UInt64) {
    self.bits = bits
    var counts = bits &- (bits &>> 1 & 0x5555_5555_5555_5555)
    counts = (counts & 0x3333_3333_3333_3333) &+ (counts &>> 2 & 0x3333_3333_3333_3333)
    counts = (counts &+ counts &>> 4) & 0x0F0F_0F0F_0F0F_0F0F
    sums = counts &* Self.ones
  }

  /// How many bits are set.
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: sums &>> 56) }

  /// The position of set bit number `rank`, below ``count``.
  @inline(__always)
  func position(of rank: Int) -> Int {
    let rank = UInt64(truncatingIfNeeded: rank)
    let start = Self.bytes(of: sums, atMost: rank) &* 8
    let before = (sums &<< 8) &>> start & 0xFF
    // The bits of the byte one by one, each in the byte of its own number.
    let spread = (bits &>> start & 0xFF) &* Self.ones & 0x8040_2010_0804_0201
    let each = (spread &+ (Self.tops &- Self.ones)) &>> 7 & Self.ones
    return Int(truncatingIfNeeded: start &+ Self.bytes(of: each &* Self.ones, atMost: rank &- before))
  }

  /// How many bytes of `sums`, which ascend and are below 128, are at most `rank`.
  @inline(__always)
  private static func bytes(of sums: UInt64, atMost rank: UInt64) -> UInt64 {
    let isAtMost = ((rank &* ones | tops) &- sums) & tops
    return ((isAtMost &>> 7) &* ones) &>> 56
  }
}
