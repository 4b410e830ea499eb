internal import GraphModel

/// A sentence that tells since or until when somebody has an office.
struct TenureBound: Sendable, Equatable {
  /// As the sentence says, or the date of its document: `2019`, `2021-03`, `2021-03-07`.
  var date: String
  /// The first day that the date can mean for a beginning, the last one for an end.
  var day: String
  var edge: EdgeID
  var evidence: Evidence
}

/// What one piece of evidence says of an office.
struct TenureItem: Sendable {
  enum Kind: Int, Sendable {
    case begins, held
    /// Said of a time of its own, so that it tells nothing of later ones: `was mayor in 2008`.
    case heldThen
    case ends
  }

  var kind: Kind
  var bound: TenureBound
  /// The last day of ``Kind/heldThen``.
  var last: String
  /// Whether the sentence tells the date, and not its document alone.
  var isDated = false
  /// Who says so, where that is neither the text nor the holder.
  var source: EntityID?
}

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
  /// - Complexity: O(*n* log *n*) for *n* items.
  init(_ items: [TenureItem]) {
    self = []
    var current: Spell?
    for item in items.sorted(by: Self.precedes) {
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
    if let current { append(current) }
  }

  private static func precedes(_ a: TenureItem, _ b: TenureItem) -> Bool {
    if a.bound.day != b.bound.day { return a.bound.day < b.bound.day }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    // Of two sentences the one of the earlier document.
    return (a.bound.evidence.document, a.bound.evidence.sentence, a.bound.edge)
      < (b.bound.evidence.document, b.bound.evidence.sentence, b.bound.edge)
  }

  private func isAfterglow(_ day: String) -> Bool {
    guard let end = last?.until, let distance = DaySpan(end.day)?.days(until: day) else { return false }
    return distance <= Self.afterglow
  }
}
