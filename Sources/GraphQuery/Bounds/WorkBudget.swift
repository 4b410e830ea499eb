/// Counts work and says when to stop: polls the cancellation flag and the clock every so many units.
///
/// A unit is about one edge looked at. 2,000 of them take far less than the 50 ms within which a cancelled query must
/// end.
struct WorkBudget {
  let cancellation: Cancellation
  let limit: Duration?
  private let deadline: ContinuousClock.Instant?
  private var untilPoll = WorkBudget.interval
  /// Why the work was stopped; nil while it may go on.
  private(set) var cutOff: CutOff?

  private static let interval = 2_000
  /// Thirty years.
  private static let longest = Duration.seconds(1_000_000_000)

  init(cancellation: Cancellation, limit: Duration?) {
    self.cancellation = cancellation
    self.limit = limit
    // A clock cannot tell a time beyond all others.
    deadline = limit.map { ContinuousClock.now + min($0, Self.longest) }
    poll()
  }

  /// Whether work may go on after `units` more.
  mutating func allows(_ units: Int = 1) -> Bool {
    untilPoll -= units
    if untilPoll <= 0 { poll() }
    return cutOff == nil
  }

  /// Stops the work because the search holds too much.
  mutating func stop(_ reason: CutOff) {
    if cutOff == nil { cutOff = reason }
  }

  /// Whether an answer to which time put an end may still be made longer: for a tenth of the time that it had.
  var allowsOvertime: Bool {
    guard case .timeLimit(let limit) = cutOff, let deadline, !cancellation.isCancelled else { return false }
    return ContinuousClock.now < deadline + min(limit, Self.longest) / 10
  }

  private mutating func poll() {
    untilPoll = WorkBudget.interval
    if cancellation.isCancelled {
      stop(.cancelled)
    } else if let deadline, let limit, ContinuousClock.now >= deadline {
      stop(.timeLimit(limit))
    }
  }
}
