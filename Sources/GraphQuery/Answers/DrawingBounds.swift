/// How much of an answer is drawn for people.
public struct DrawingBounds: Sendable {
  /// Of more rows the first are drawn.
  public var rows: Int
  /// That of the statement: an answer to which time puts an end shows what is drawn until then.
  public var clock: StatementClock

  /// - Complexity: O(1).
  public init(rows: Int = AnswerTable.mostRows, clock: StatementClock = StatementClock()) {
    self.rows = rows
    self.clock = clock
  }

  /// Whether another row is drawn behind so many; one is in any case.
  func allows(behind drawn: Int) -> Bool { drawn == 0 || drawn < rows && clock.allowsFewRows }
}
