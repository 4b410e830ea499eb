/// The time of one statement: it runs from before the statement is read until its answer is written.
public struct StatementClock: Sendable {
  public let cancellation: Cancellation
  /// Nil for no limit.
  public let limit: Duration?
  private let deadline: ContinuousClock.Instant?

  /// Thirty years.
  private static let longest = Duration.seconds(1_000_000_000)
  /// So long at most an answer to which time put an end may still be made and written.
  private static let overtime = Duration.milliseconds(50)

  /// So long at most the first few rows of such an answer are made, and so long what is made of them is drawn.
  private static let extraTime = Duration.milliseconds(75)
  private static let drawingTime = Duration.milliseconds(100)

  /// A clock that begins to run.
  ///
  /// - Complexity: O(1).
  public init(cancellation: Cancellation = Cancellation(), limit: Duration? = nil) {
    self.cancellation = cancellation
    self.limit = limit
    // A clock cannot tell a time beyond all others.
    deadline = limit.map { ContinuousClock.now + min($0, Self.longest) }
  }

  /// What ends the statement; nil while it may go on.
  ///
  /// - Complexity: O(1), a look at the clock.
  public var cutOff: CutOff? {
    if cancellation.isCancelled { return .cancelled }
    if let deadline, let limit, ContinuousClock.now >= deadline { return .timeLimit(limit) }
    return nil
  }

  /// Whether what was found before time put an end to the search may still be written: for a tenth of the time that it
  /// had, a twentieth of a second at most.
  ///
  /// - Complexity: O(1), a look at the clock.
  public var allowsOvertime: Bool {
    guard let deadline, let limit, !cancellation.isCancelled else { return false }
    return ContinuousClock.now < deadline + min(limit / 10, Self.overtime)
  }

  /// Whether the first few rows, which an answer shows whenever it was stopped, may still be made.
  ///
  /// - Complexity: O(1), a look at the clock.
  public var allowsFewRows: Bool { isBefore(Self.extraTime) }

  /// Whether what was made of an answer may still be drawn.
  ///
  /// - Complexity: O(1), a look at the clock.
  public var allowsDrawing: Bool { isBefore(Self.drawingTime) }

  /// Who cancels gets the same few rows, so only the deadline counts.
  private func isBefore(_ extra: Duration) -> Bool {
    guard let deadline else { return true }
    return ContinuousClock.now < deadline + extra
  }
}
