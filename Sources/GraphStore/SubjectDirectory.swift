internal import Synchronization

/// The subject of each run, in one and a half bits a run and a number a subject: made when so many were asked for that searching
/// them costs more, and only where it takes little memory.
// Sendable: everything that changes is behind the lock.
final class SubjectDirectory: @unchecked Sendable {
  /// Runs from which on a directory takes too much memory.
  private static let mostRuns = 1 << 24
  /// Making it costs as much as searching one in so many.
  private static let share = 64

  private let runs: Int
  private let state = Mutex<(searched: Int, table: SubjectTable?)>((0, nil))

  init(runs: Int) { self.runs = runs }

  /// The table; nil when there is none.
  var table: SubjectTable? { runs > Self.mostRuns ? nil : state.withLock(\.table) }

  /// Says that `count` subjects were searched for; once it was often enough, `subjects` makes the table.
  func note(searches count: Int, subjects: () -> SubjectTable) {
    if runs > Self.mostRuns { return }
    state.withLock { state in
      state.searched += count
      if state.table == nil, state.searched > runs / Self.share { state.table = subjects() }
    }
  }
}

/// Subjects of runs, which ascend with the runs: a bit a run tells where the next one begins.
struct SubjectTable: Sendable {
  private var bits: [UInt64]
  /// How many bits are set before each word.
  private var ranks: [UInt32]
  /// The subjects that have runs.
  private var subjects: [UInt32] = []
  private var count = 0

  /// - Parameter runs: how many will be added.
  init(runs: Int) {
    bits = Array(repeating: 0, count: (runs + 63) / 64)
    ranks = Array(repeating: 0, count: bits.count)
  }

  /// Adds the subject of the next run.
  mutating func append(_ subject: UInt32) {
    if count & 63 == 0 { ranks[count >> 6] = UInt32(subjects.count) }
    if subjects.last != subject {
      bits[count >> 6] |= 1 << UInt64(count & 63)
      subjects.append(subject)
    }
    count += 1
  }

  /// The subject of `run`; nil when there is no such run.
  @inline(__always)
  subscript(run: Int) -> Int? {
    guard run < count else { return nil }
    let upTo = bits[run >> 6] & (UInt64.max >> UInt64(63 - run & 63))
    return Int(subjects[Int(ranks[run >> 6]) + upTo.nonzeroBitCount - 1])
  }
}
