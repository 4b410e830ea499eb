/// What bounds the work and the length of answers.
public struct QueryLimits: Sendable, Equatable {
  /// Nil for no limit.
  public var time: Duration?
  /// Rows or paths where the statement has no `limit`; nil for 50 rows and 20 paths.
  public var rows: Int?
  /// Whether negated and uncertain statements are shown, walked and marked.
  public var showsClaims = false
  /// Places (an entity at a place of a path expression) that one search may hold; 16 bytes each.
  public var searchPlaces = 8_000_000

  public init(time: Duration? = nil, rows: Int? = nil, showsClaims: Bool = false) {
    self.time = time
    self.rows = rows
    self.showsClaims = showsClaims
  }
}
