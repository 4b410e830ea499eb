internal import GraphModel

/// A time in which somebody has an office without a break, as far as sentences tell.
struct Spell: Sendable, Equatable {
  /// Nil where no sentence tells when it began.
  var since: TenureBound?
  /// The first day of which a sentence says that the office is held; nil where sentences tell only of its end.
  var known: String?
  /// Nil where no sentence ends it.
  var until: TenureBound?
  /// The last day of which sentences tell, where they tell of a time that is over.
  var lastKnown: String?

  var firstDay: String? { since?.day ?? known }

  /// Whether the office is held on one of `days`: from its beginning, or else from the day on which somebody says so,
  /// until a sentence ends it.
  func holds(on days: DaySpan) -> Bool {
    guard let firstDay, firstDay <= days.last else { return false }
    // On the day on which somebody resigns, the office is his no longer.
    if let until { return days.first < until.day }
    return lastKnown.map { days.first <= $0 } ?? true
  }
}

extension [Spell] {
  /// So many days behind the end of an office people are still called by it.
  private static var afterglow: Int { 14 }

  /// The spells that sentences tell, earliest first.
  ///
  /// A beginning opens one, an end closes it; an end without a beginning is of one whose beginning nobody tells. Who
  /// is called by an office soon after its end has not got it again.
  ///
  /// - Parameter ends: ends without a beginning of their own, which come behind all else of their day.
  /// - Complexity: O(*n* (log *n* + log *m*)) for *n* items and *m* such ends.
  init(_ items: [TenureItem], _ ends: [TenureEnds] = []) {
    self = []
    var current: Spell?
    var passed = [Int](repeating: 0, count: ends.count)
    /// Of the ends that are next the first one counts: after it nothing is open.
    func close(before item: TenureItem?) {
      var first: TenureBound?
      for (number, list) in ends.enumerated() {
        let behind = item.map { list.count(before: $0) } ?? list.bounds.count
        if passed[number] < behind {
          let bound = list.bounds[passed[number]]
          if first.map({ TenureBound.precedes(bound, $0) }) ?? true { first = bound }
          passed[number] = behind
        }
      }
      guard let first, current != nil || isEmpty else { return }
      var spell = current ?? Spell()
      spell.until = first
      append(spell)
      current = nil
    }
    for item in items.sorted(by: Self.precedes) {
      close(before: item)
      let day = item.bound.day
      switch item.kind {
      case .begins:
        if current == nil { current = Spell(since: item.bound, known: day) }
      case .held:
        if current == nil, !isAfterglow(day) { current = Spell(known: day) }
      case .heldThen:
        guard current == nil, last.map({ ($0.until?.day ?? $0.lastKnown ?? "") < day }) ?? true else { break }
        append(Spell(known: day, lastKnown: item.last))
      case .ends:
        if var spell = current {
          spell.until = item.bound
          append(spell)
          current = nil
        } else if isEmpty {
          // Who resigned in June had the office in June.
          let start = item.isDated ? DaySpan(item.bound.date)?.first : nil
          append(Spell(known: start, until: item.bound))
        }
      }
    }
    close(before: nil)
    if let current { append(current) }
  }

  private static func precedes(_ a: TenureItem, _ b: TenureItem) -> Bool {
    if a.bound.day == b.bound.day, a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    return TenureBound.precedes(a.bound, b.bound)
  }

  private func isAfterglow(_ day: String) -> Bool {
    guard let end = last?.until, let distance = DaySpan(end.day)?.days(until: day) else { return false }
    return distance <= Self.afterglow
  }
}
