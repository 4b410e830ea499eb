internal import GraphModel

/// The same, told with two numbers: `killed 12 people`, `killed 17 people`.
extension Evaluator {
  /// - Parameter edges: those of one subject.
  /// - Complexity: O(edges), and the evidence of those whose objects differ in a number alone.
  mutating func numbers(among edges: [Adjacency]) -> [Dispute] {
    var groups: [PredicateID: [Adjacency]] = [:]
    guard budget.allows(edges.count), budget.mayHold(32 * edges.count) else { return [] }
    for item in edges where item.degree != .claim && item.neighbor != nothing {
      groups[item.predicate, default: []].append(item)
    }
    var found: [Dispute] = []
    var roles: [Telling: Set<String>]?
    for group in groups.values where group.count > 1 {
      var counted: [String: [(number: String, edge: EdgeID)]] = [:]
      for item in group {
        guard budget.allows(5) else { return found }
        guard let amount = Amount(graph.name(of: item.neighbor)) else { continue }
        counted[amount.rest, default: []].append((amount.number, item.edge))
      }
      for same in counted.values where same.count > 1 {
        for (position, one) in same.enumerated() {
          for other in same[(position + 1)...] where one.number != other.number {
            guard budget.allows(20) else { return found }
            let known = roles ?? self.roles(among: edges)
            roles = known
            guard isOfOneTime(one.edge, other.edge, known) else { continue }
            let pair = [one, other].sorted { Amount.precedes($0.number, $1.number) }
            found.append(Dispute(kind: .number, first: pair[0].edge, second: pair[1].edge))
          }
        }
      }
    }
    return found
  }

  /// The roles of events, by where they are told: `in Gaza`.
  private mutating func roles(among edges: [Adjacency]) -> [Telling: Set<String>] {
    var found: [Telling: Set<String>] = [:]
    for item in edges {
      guard budget.allows(5), budget.mayHold(100 * found.count) else { break }
      guard let role = graph.predicate(item.predicate).role else { continue }
      for piece in graph.evidenceWithoutRanges(of: item.edge) {
        found[Telling(piece), default: []].insert("\(role) \(item.neighbor.rawValue)")
      }
    }
    return found
  }

  /// Whether sentences of two edges tell of one time: the same that both name, or where none does that of documents
  /// that are a day apart at most, and with the same roles. What one text tells, or the same speaker, is no dispute.
  private func isOfOneTime(_ first: EdgeID, _ second: EdgeID, _ roles: [Telling: Set<String>]) -> Bool {
    let (one, other) = (graph.edge(first), graph.edge(second))
    let isNamed = !CommonNoun.isOne(graph.name(of: one.subject))
    let isSaidByTwo = one.attribution != other.attribution
    let evidence = graph.evidenceWithoutRanges(of: second)
    return graph.evidenceWithoutRanges(of: first).contains { piece in
      evidence.contains { another in
        guard isSaidByTwo || piece.document != another.document,
          roles[Telling(piece)] ?? [] == roles[Telling(another)] ?? [], piece.place == another.place
        else { return false }
        if let time = piece.time { return time == another.time && DaySpan(time) != nil }
        guard isNamed, another.time == nil else { return false }
        guard let day = graph.date(of: piece.document).flatMap({ DaySpan($0) }),
          let next = graph.date(of: another.document).flatMap({ DaySpan($0) })
        else { return true }
        return day.days(until: next.first).map { abs($0) <= 1 } ?? false
      }
    }
  }
}

/// Where an event is told.
private struct Telling: Hashable {
  var document: DocumentID
  var sentence: Int
  var event: Int?

  init(_ piece: Evidence) { (document, sentence, event) = (piece.document, piece.sentence, piece.event) }
}

/// A description that counts: `17 people`, `population of 5.4 million`.
private struct Amount {
  var number: String
  /// The description with a mark in place of the number.
  var rest: String

  /// Nil for a name, and for what has no number or several, or one that may be a year.
  init?(_ name: String) {
    let words = name.split(separator: " ")
    let numbers = words.indices.filter { words[$0].utf8.contains { (0x30...0x39).contains($0) } }
    guard numbers.count == 1, words.count > 1, words.allSatisfy({ $0 == $0.lowercased()[...] }) else { return nil }
    let written = words[numbers[0]]
    if written.utf8.count == 4, let year = Int(written), (1500...2100).contains(year) { return nil }
    number = String(written)
    rest = words.indices.map { $0 == numbers[0] ? "#" : String(words[$0]) }.joined(separator: " ")
  }

  /// Smaller numbers first.
  static func precedes(_ a: String, _ b: String) -> Bool {
    func value(_ text: String) -> Double { Double(text.filter { $0.isASCII && ($0.isNumber || $0 == ".") }) ?? 0 }
    return (value(a), a) < (value(b), b)
  }
}
