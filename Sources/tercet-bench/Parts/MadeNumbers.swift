/// Pseudo-random numbers of which benchmarks make their data: a linear congruence (D. E. Knuth, MMIX), of whose states
/// the upper half is taken. The same for the same seed on every machine.
struct MadeNumbers {
  private var state: UInt64

  init(seed: UInt64 = 20_261_128) { state = seed }

  /// A number in `0..<bound`.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// True in `hundredths` of a hundred cases.
  mutating func chance(_ hundredths: Int) -> Bool { below(100) < hundredths }
}
