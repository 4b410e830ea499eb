internal import GraphModel
internal import GraphQuery

extension Session {
  /// Statements that the graph answers, with what they ask: a first path into it.
  var examples: [(String, String)] {
    let names = wellConnected()
    guard let first = names.first else { return HelpText.usualExamples }
    var adjacency: [Adjacency] = []
    graph.adjacency(of: first.id, .both, into: &adjacency)
    // A link says nothing but that a name stands there.
    let said = adjacency.filter { !graph.predicate($0.predicate).name.hasPrefix("(") }
    let fact = said.first { $0.degree == .fact } ?? said.first
    var examples = [("neighbors \(first.spelling)", "what it is linked to")]
    if names.count > 1 {
      examples.append(("path \(first.spelling) to \(names[1].spelling)", "how the two are connected"))
    }
    if let fact { examples.append(("why e\(fact.edge.rawValue)", "the sentence that says so")) }
    return examples
  }

  /// The two best connected of the first entities that have a name of their own and can be typed without quotes.
  private func wellConnected() -> [(id: EntityID, spelling: String)] {
    var best: [(id: EntityID, spelling: String, degree: Int)] = []
    let nothing = graph.nothing
    for number in 0..<UInt32(min(graph.entityCount, Self.mostLookedAt)) where EntityID(number) != nothing {
      let id = EntityID(number)
      let degree = graph.degree(of: id, .both)
      guard best.count < 2 || degree > best[1].degree else { continue }
      let name = graph.name(of: id)
      guard degree <= Self.mostLookedAt, NodeKind(name, isLinked: false) == .name, name.utf8.count <= Self.longestName,
        NameSpelling.typed(name, keywords: Self.keywords) == name,
        graph.entities(named: name).filter({ graph.name(of: $0) == name }) == [id]
      else { continue }
      best.append((id, name, degree))
      best.sort { $0.degree != $1.degree ? $0.degree > $1.degree : $0.id < $1.id }
      best = Array(best.prefix(2))
    }
    return best.map { ($0.id, $0.spelling) }
  }

  private static var keywords: [String] { NeighborsVerb.syntax.keywords + PathVerb.syntax.keywords }
  /// Entities of a large graph that are looked at, a moment's work.
  private static var mostLookedAt: Int { 100_000 }
  /// Bytes of a name that leaves room for the rest of the line.
  private static var longestName: Int { 24 }
}
