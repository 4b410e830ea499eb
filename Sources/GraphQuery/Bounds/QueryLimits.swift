public import GraphModel

/// What bounds the work and the length of answers.
public struct QueryLimits: Sendable, Equatable {
  /// Nil for no limit.
  public var time: Duration?
  /// Rows or paths where the statement has no `limit`; nil for 50 rows and 20 paths.
  public var rows: Int?
  /// Which statements are shown and walked.
  public var degrees: StatementDegrees
  /// Bytes that a statement may take: its search, what is kept of the rows, and the caches of joins and paths.
  public var memory: Int

  /// Edges of a path, and of a walk that is shown: their number takes a byte in the marks of a search, and nobody reads
  /// a longer one.
  static let longestPath = 255

  /// Room for four million places of a search, far more than people ask for, on any machine.
  public static let usualMemory = 256 << 20

  public init(
    time: Duration? = nil, rows: Int? = nil, degrees: StatementDegrees = .usual,
    memory: Int = QueryLimits.usualMemory
  ) {
    self.time = time
    self.rows = rows
    self.degrees = degrees
    self.memory = memory
  }
}
