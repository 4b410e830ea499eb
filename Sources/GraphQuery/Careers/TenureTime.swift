internal import GraphModel

/// When what a sentence says of an office holds: by its own time, or else by the date of its document.
struct TenureTime {
  /// Bounds as the sentence writes them; nil for an open end, and for both where it tells no time.
  private var start: String?
  private var end: String?
  /// Whether it tells a period, and not one date.
  private var isPeriod = false
  private var documentDate: String?

  /// - Parameter time: ISO 8601-2, `..` for an open end; anything else is no time.
  init(_ time: String?, documentDate: String?) {
    self.documentDate = documentDate.flatMap { DaySpan($0) == nil ? nil : $0 }
    let parts = (time ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let bounds: [String?] = parts.map { DaySpan($0) == nil ? nil : $0 }
    guard (1...2).contains(parts.count), bounds.contains(where: { $0 != nil }) else { return }
    start = bounds[0]
    end = bounds[parts.count - 1]
    isPeriod = parts.count == 2
  }

  /// Whether it is one date that is known by a few days: `last week`.
  private var isShort: Bool {
    guard let start, let end, let first = DaySpan(start), let last = DaySpan(end), first.first == first.last,
      let length = first.days(until: last.last)
    else { return false }
    return length <= Self.mostDaysOfOneDate
  }

  private static let mostDaysOfOneDate = 31

  /// The end that a sentence tells, which is not behind the day on which it tells it; nil where no date is known, and
  /// of an end to come.
  func ending(_ edge: EdgeID, _ piece: Evidence) -> TenureBound? {
    guard let date = end ?? start ?? documentDate, let days = DaySpan(date) else { return nil }
    let told = documentDate.flatMap { DaySpan($0) }?.last
    // What is still to end is a plan.
    if let told, days.first > told { return nil }
    return TenureBound(date: date, day: told.map { min($0, days.last) } ?? days.last, edge: edge, evidence: piece)
  }

  /// What an office statement with `mark` says; nothing where no date is known.
  func items(_ edge: EdgeID, _ piece: Evidence, _ mark: TenureMark?) -> [TenureItem] {
    func begins(_ kind: TenureItem.Kind, _ date: String) -> TenureItem? {
      DaySpan(date).map {
        TenureItem(
          kind: kind, bound: TenureBound(date: date, day: $0.first, edge: edge, evidence: piece), last: $0.last)
      }
    }
    func ends() -> TenureItem? {
      ending(edge, piece).map {
        TenureItem(kind: .ends, bound: $0, last: $0.day, isDated: end != nil && end != documentDate)
      }
    }
    if mark == .ends { return [ends()].compactMap { $0 } }
    let isBeginning = mark == .begins || mark == .joins
    if isPeriod, !isBeginning || end == nil, !isShort {
      return [start.flatMap { begins(.begins, $0) }, end == nil ? nil : ends()].compactMap { $0 }
    }
    if mark == .past { return [(start ?? documentDate).flatMap { begins(.heldThen, $0) }].compactMap { $0 } }
    if let start { return [begins(isBeginning ? .begins : .heldThen, start)].compactMap { $0 } }
    return [documentDate.flatMap { begins(isBeginning ? .begins : .held, $0) }].compactMap { $0 }
  }
}
