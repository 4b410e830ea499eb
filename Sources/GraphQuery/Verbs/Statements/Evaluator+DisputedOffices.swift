internal import GraphModel

/// Two holders of an office that one person at a time has.
extension Evaluator {
  /// - Parameter edges: those that lead to the body.
  /// - Complexity: O(edges and their evidence), and that of the holders' careers.
  mutating func offices(disputedIn body: EntityID, by edges: [Adjacency]) -> [Dispute] {
    var holders: [EntityID] = []
    for item in edges where item.degree != .claim && item.neighbor != body && !holders.contains(item.neighbor) {
      guard budget.allows(5), budget.mayHold(24 * edges.count) else { return [] }
      if graph.evidence(of: item.edge).contains(where: { $0.rules.contains(TenureMark.soleOffice) }) {
        holders.append(item.neighbor)
      }
    }
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
    return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

extension HeldOffice {
  /// Sentences that tell at one time that each of two has it, the other behind the one; nil where one may have followed
  /// the other.
  ///
  /// Who is called by an office soon after another has begun in it, is called so by habit. What one text tells of both
  /// is no dispute.
  fileprivate func dispute(with other: HeldOffice) -> Dispute? {
    let (mine, others) = (told, other.told)
    guard let first = mine.first, let second = others.first else { return nil }
    return first.bound.day <= second.bound.day
      ? contradicted(by: others, mine) : other.contradicted(by: mine, others)
  }

  /// The items that tell that it is held, earliest first.
  private var told: [TenureItem] {
    items.filter { $0.kind == .begins || $0.kind == .held }.sorted { a, b in
      (a.bound.day, a.bound.edge, a.bound.evidence.document) < (b.bound.day, b.bound.edge, b.bound.evidence.document)
    }
  }

  private func contradicted(by others: [TenureItem], _ mine: [TenureItem]) -> Dispute? {
    let ends = items.filter { $0.kind == .ends && counts($0.source) }.map(\.bound.day)
    for other in others {
      let day = other.bound.day
      guard let start = DaySpan(day), !ends.contains(where: { $0 <= day }) else { continue }
      let late = mine.last { item in
        guard let distance = start.days(until: item.bound.day) else { return false }
        return distance >= (other.kind == .begins ? Self.habit : 0)
          && item.bound.evidence.document != other.bound.evidence.document
          && !ends.contains { $0 <= item.bound.day }
      }
      if let late { return Dispute(kind: .office, first: late.bound.edge, second: other.bound.edge) }
    }
    return nil
  }

  /// Days for which somebody may still be called by an office that is another's.
  private static var habit: Int { 15 }
}
