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
    var examples = [("neighbors \(first.name)", "what it is linked to")]
    if names.count > 1 {
      examples.append(("path \(first.name) to \(names[1].name)", "how the two are connected"))
    }
    if let fact { examples.append(("why e\(fact.edge.rawValue)", "the sentence that says so")) }
    return examples
  }

  /// What the names in the examples of verbs are in this graph.
  var exampleNames: ExampleNames {
    var names: [ExampleNames.Family: [String]] = [:]
    for entity in wellConnected() {
      guard let family = ExampleNames.Family(type: graph.type(of: entity.id)) else { continue }
      names[family, default: []].append(entity.name)
    }
    return ExampleNames(names) { !graph.entities(named: $0).isEmpty }
  }

  /// Entities that have a name of their own and can be typed without quotes, the best connected first. Of a large graph
  /// some statements are looked at, of which many have an end that has many.
  private func wellConnected() -> [(id: EntityID, name: String)] {
    var counts: [EntityID: Int] = [:]
    let nothing = graph.nothing
    let step = graph.edgeCount <= Self.mostInOrder ? 1 : graph.edgeCount / Self.mostDrawn
    for number in stride(from: 0, to: graph.edgeCount, by: step) {
      let edge = graph.edge(EdgeID(UInt32(number)))
      for end in [edge.subject, edge.object] where end != nothing { counts[end, default: 0] += 1 }
    }
    let graph = graph
    let likely = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostCompared)
    let ranked = likely.map { (id: $0.key, degree: graph.degree(of: $0.key, .both)) }.filter {
      $0.degree <= Self.mostEdges
    }.sorted { ($1.degree, $0.id) < ($0.degree, $1.id) }
    return ranked.lazy.map { (id: $0.id, name: graph.name(of: $0.id)) }.filter { id, name in
      NodeKind(name, isLinked: false) == .name && name.utf8.count <= Self.longestName
        && NameSpelling.typed(name, keywords: Self.keywords) == name
        && graph.entities(named: name).filter { graph.name(of: $0) == name } == [id]
    }
  }

  private static var keywords: [String] { NeighborsVerb.syntax.keywords + PathVerb.syntax.keywords }
  /// Statements that are looked at, a moment's work: one after another, or each from another place.
  private static var mostInOrder: Int { 5_000 }
  private static var mostDrawn: Int { 500 }
  /// Entities whose edges are counted.
  private static var mostCompared: Int { 200 }
  /// Edges of an entity whose answers are there at once.
  private static var mostEdges: Int { 100_000 }
  /// Bytes of a name that leaves room for the rest of the line.
  private static var longestName: Int { 24 }
}
