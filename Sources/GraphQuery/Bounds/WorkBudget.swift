/// Counts work and says when to stop: polls the cancellation flag and the clock every so many units, and compares the
/// bytes that a statement holds with those it may.
///
/// A unit is about one edge looked at. 2,000 of them take far less than the 50 ms within which a cancelled query must
/// end.
struct WorkBudget {
  let clock: StatementClock
  /// Bytes that the statement may take.
  let memory: Int
  private var untilPoll = WorkBudget.interval
  /// Why the work was stopped; nil while it may go on.
  private(set) var cutOff: CutOff?

  static let interval = 2_000

  init(_ clock: StatementClock = StatementClock(), memory: Int = .max) {
    self.clock = clock
    self.memory = memory
    poll()
  }

  /// Whether work may go on after `units` more.
  @inline(__always)
  mutating func allows(_ units: Int = 1) -> Bool {
    untilPoll -= units
    if untilPoll <= 0 { poll() }
    return cutOff == nil
  }

  /// Whether the statement may hold so many bytes in all. Half of its memory, because what grows is copied, and the
  /// rows that are being written need room too.
  @inline(__always)
  mutating func mayHold(_ bytes: Int) -> Bool {
    if bytes > memory / 2 { stop(.memoryLimit(memory)) }
    return cutOff == nil
  }

  /// Stops the work.
  mutating func stop(_ reason: CutOff) {
    if cutOff == nil { cutOff = reason }
  }

  private mutating func poll() {
    untilPoll = WorkBudget.interval
    if let reason = clock.cutOff { stop(reason) }
  }
}

extension WorkBudget {
  private struct Stopped: Error {}

  /// Sorts `items`, or leaves them in any order where the work is stopped meanwhile.
  ///
  /// - Complexity: O(*n* log *n*).
  mutating func sort<Item>(_ items: inout [Item], by precedes: (Item, Item) -> Bool) {
    // Few are sorted before anybody could look at the clock.
    if items.count <= Self.interval { return items.sort(by: precedes) }
    try? items.sort { a, b in
      guard allows() else { throw Stopped() }
      return precedes(a, b)
    }
  }
}
