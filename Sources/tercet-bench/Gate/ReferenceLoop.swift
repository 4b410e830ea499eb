/// A fixed piece of work by which other times are divided, so that they compare between machines and hours: arithmetic
/// on whole numbers and reads from a table of 256 KB, where each waits for the one before.
struct ReferenceLoop {
  private let table: [UInt32]
  /// What keeps the compiler from leaving the work out.
  private(set) var sum: UInt32 = 0

  init() {
    var state: UInt32 = 1
    table = (0..<(1 << 16)).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return state
    }
  }

  /// About 2 ms of work.
  mutating func run() {
    var place = sum & 0xFFFF
    for step in 0..<UInt32(400_000) {
      place = (table[Int(place & 0xFFFF)] ^ step) &* 2_654_435_761 >> 7
      sum &+= place
    }
  }
}
