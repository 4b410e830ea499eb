/// A period by dates of any precision: `2025`, `2025-04`, `2025-04-03`, both ends included.
public struct Period: Sendable, Equatable {
  public var since: String?
  public var until: String?

  public init(since: String? = nil, until: String? = nil) {
    self.since = since
    self.until = until
  }

  public var isUnbounded: Bool { since == nil && until == nil }

  /// Whether a statement dated `first` to `last` (nil when undated) overlaps the period. Dates of different precision
  /// overlap when the coarser contains the finer.
  func overlaps(_ first: String?, _ last: String?) -> Bool {
    if isUnbounded { return true }
    guard let first = first ?? last else { return false }
    let last = last ?? first
    if let since, last.utf8.lexicographicallyPrecedes(since.utf8.prefix(last.utf8.count)) { return false }
    if let until, until.utf8.lexicographicallyPrecedes(first.utf8.prefix(until.utf8.count)) { return false }
    return true
  }
}
