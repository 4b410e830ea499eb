internal import GraphModel

/// Two holders of an office that one person at a time has.
extension Evaluator {
  /// Whether an edge tells of an office that one person at a time has.
  mutating func tellsSoleOffice(_ item: Adjacency) -> Bool {
    guard item.degree != .claim, budget.allows(5), graph.tellsOfOffices(item.edge) else { return false }
    return graph.evidenceWithoutRanges(of: item.edge).contains { $0.rules.contains(TenureMark.soleOffice) }
  }

  /// Who has such an office by the edges of a body, each once, ascending.
  mutating func holders(among edges: [Adjacency]) -> [EntityID] {
    guard budget.mayHold(24 * edges.count) else { return [] }
    var found: [EntityID] = []
    for item in edges where item.isIncoming && tellsSoleOffice(item) { found.append(item.neighbor) }
    return Set(found).sorted()
  }

  /// - Parameter holders: of offices of the body, each once.
  /// - Complexity: O(evidence of the holders' careers), and O(*n*²) for *n* holders of one office.
  mutating func offices(disputedIn body: EntityID, among holders: [EntityID]) -> [Dispute] {
    let holders = holders.filter { $0 != body }
    guard holders.count > 1 else { return [] }
    var offices: [String: [HeldOffice]] = [:]
    for holder in holders {
      for office in careers.career(of: holder, in: graph).offices where office.isSole && office.body == body {
        guard let name = office.key else { continue }
        offices[name, default: []].append(office)
      }
    }
    var found: [Dispute] = []
    for same in offices.values {
      for (position, office) in same.enumerated() {
        guard budget.allows(same.count * 10) else { break }
        found += same[(position + 1)...].compactMap { office.dispute(with: $0) }
      }
    }
    return found
  }
}

extension HeldOffice {
  /// Sentences that tell at one time that each of two has it, the other behind the one; nil where one may have followed
  /// the other.
  ///
  /// Who is called by an office soon after another has begun in it, is called so by habit. What one text tells of both
  /// is no dispute.
  fileprivate func dispute(with other: HeldOffice) -> Dispute? {
    let (mine, others) = (told(beside: other), other.told(beside: self))
    guard let first = mine.first, let second = others.first else { return nil }
    // Of two that are told on one day, who begins follows.
    let isFirst = (first.bound.day, first.kind == .begins ? 1 : 0) <= (second.bound.day, second.kind == .begins ? 1 : 0)
    return isFirst
      ? Self.contradiction(of: mine, by: others) : Self.contradiction(of: others, by: mine)
  }

  /// The items that tell that it is held, earliest first: none from its end on, nor near the end of the other, whom its
  /// holder may follow.
  private func told(beside other: HeldOffice) -> [TenureItem] {
    let end = ends.min()
    return items.filter { item in
      guard item.kind == .begins || item.kind == .held, end.map({ item.bound.day < $0 }) ?? true else { return false }
      return other.ends.allSatisfy { end in
        DaySpan(item.bound.day)?.days(until: end).map { $0 > Self.habit } ?? true
      }
    }.sorted { a, b in
      (a.bound.day, a.bound.edge, a.bound.evidence.document) < (b.bound.day, b.bound.edge, b.bound.evidence.document)
    }
  }

  private var ends: [String] { items.filter { $0.kind == .ends && counts($0.source) }.map(\.bound.day) }

  /// A later sentence of who was told first, behind one of the other.
  private static func contradiction(of mine: [TenureItem], by others: [TenureItem]) -> Dispute? {
    for other in others {
      guard let start = DaySpan(other.bound.day) else { continue }
      let late = mine.last { item in
        guard let distance = start.days(until: item.bound.day) else { return false }
        return distance >= (other.kind == .begins ? habit : 0)
          && item.bound.evidence.document != other.bound.evidence.document
          // Who begins on this day may follow the other.
          && !(item.kind == .begins && distance < habit)
      }
      if let late { return Dispute(kind: .office, first: late.bound.edge, second: other.bound.edge) }
    }
    return nil
  }

  /// Days for which somebody may still be called by an office that is another's.
  private static var habit: Int { daysOfNews + 1 }
}
