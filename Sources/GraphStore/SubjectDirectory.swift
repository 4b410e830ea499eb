internal import Synchronization

/// The subject of each run, in one byte a run beside a number for every 128: made when so many were asked for that searching
/// them costs more, and only where it takes little memory.
// Sendable: everything that changes is behind the lock.
final class SubjectDirectory: @unchecked Sendable {
  /// Runs from which on a directory takes too much memory.
  private static let mostRuns = 3 << 20
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

/// Subjects of runs, which ascend with the runs.
struct SubjectTable: Sendable {
  static let blockLength = 128
  private static let far = UInt8.max

  /// The subject of the first run of each block.
  private var first: [UInt32] = []
  /// How much later the subject of each run is; ``far`` where that does not fit.
  private var later: [UInt8] = []

  /// - Parameter runs: how many will be added.
  init(runs: Int) {
    first.reserveCapacity(runs / Self.blockLength + 1)
    later.reserveCapacity(runs)
  }

  /// Adds the subject of the next run.
  mutating func append(_ subject: UInt32) {
    if later.count % Self.blockLength == 0 { first.append(subject) }
    later.append(UInt8(clamping: subject - min(first[first.count - 1], subject)))
  }

  /// The subject of `run`; nil where it has to be searched for.
  @inline(__always)
  subscript(run: Int) -> Int? {
    guard run < later.count else { return nil }
    let later = later[run]
    return later == Self.far ? nil : Int(first[run / Self.blockLength]) + Int(later)
  }
}
