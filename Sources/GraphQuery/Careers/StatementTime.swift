internal import GraphModel

/// When a statement that tells of no office holds.
struct StatementTime {
  /// Nil for an open end.
  private var first: String?
  private var last: String?

  /// Nil where neither the sentence nor the document has a date.
  init?(_ time: String?, documentDate: String?) {
    let parts = (time ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let spans = parts.map { DaySpan($0) }
    if (1...2).contains(parts.count), zip(parts, spans).allSatisfy({ $0 == ".." || $1 != nil }),
      let span = spans.lazy.compactMap({ $0 }).first
    {
      first = parts[0] == ".." ? nil : spans[0]?.first
      last = parts[parts.count - 1] == ".." ? nil : spans[parts.count - 1]?.last ?? span.last
      return
    }
    guard let day = documentDate.flatMap({ DaySpan($0) }) else { return nil }
    first = day.first
  }

  /// Whether it holds on one of `days`.
  func holds(on days: DaySpan) -> Bool {
    (first.map { $0 <= days.last } ?? true) && (last.map { days.first <= $0 } ?? true)
  }
}
