internal import Synchronization

/// The subject of each run, in two bits a run and mostly a byte a subject: made when so many were asked for that
/// searching them costs more, and only where it takes little memory.
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
