/// Subjects of runs, which ascend with the runs: a bit a run tells where the next one begins.
struct SubjectTable: Sendable {
  private var bits: [UInt64]
  /// How many bits are set before each word.
  private var ranks: [UInt32]
  private var subjects = AscendingNumbers()
  private var last: UInt32?
  private var count = 0

  /// - Parameters:
  ///   - runs: how many will be added.
  ///   - subjects: at most how many of them.
  init(runs: Int, subjects most: Int) {
    bits = Array(repeating: 0, count: (runs + 63) / 64)
    ranks = Array(repeating: 0, count: bits.count)
    subjects.reserveCapacity(min(runs, most))
  }

  /// Adds the subject of the next run, not less than the one before.
  mutating func append(_ subject: UInt32) {
    if count & 63 == 0 { ranks[count >> 6] = UInt32(subjects.count) }
    if last != subject {
      bits[count >> 6] |= 1 << UInt64(count & 63)
      subjects.append(subject)
      last = subject
    }
    count += 1
  }

  /// The subject of `run`; nil when there is no such run.
  @inline(__always)
  subscript(run: Int) -> Int? {
    guard run < count else { return nil }
    let upTo = bits[run >> 6] & (UInt64.max >> UInt64(63 - run & 63))
    return Int(subjects[Int(ranks[run >> 6]) &+ upTo.nonzeroBitCount &- 1])
  }
}

/// Numbers that ascend: two bytes each, the distance from the first one of their group, and four where they lie far apart.
struct AscendingNumbers: Sendable {
  private static let shift = 6

  /// The first number of each group.
  private var bases: [UInt32] = []
  private var distances: [UInt16] = []
  /// All numbers, where a distance is too large.
  private var wide: [UInt32]?

  var count: Int { wide?.count ?? distances.count }

  mutating func reserveCapacity(_ count: Int) {
    bases.reserveCapacity(count >> Self.shift + 1)
    distances.reserveCapacity(count)
  }

  /// Adds a number, not less than the one before.
  mutating func append(_ number: UInt32) {
    if wide != nil {
      wide?.append(number)
      return
    }
    if distances.count & (1 << Self.shift - 1) == 0 { bases.append(number) }
    let base = bases[distances.count >> Self.shift]
    if number >= base, let distance = UInt16(exactly: number - base) {
      distances.append(distance)
    } else {
      wide = (0..<distances.count).map { self[$0] } + [number]
      bases = []
      distances = []
    }
  }

  @inline(__always)
  subscript(index: Int) -> UInt32 {
    if let wide { return wide[index] }
    return bases[index >> Self.shift] &+ UInt32(distances[index])
  }
}
