public import GraphModel

/// The edges around an entity, walked in either direction.
public struct Neighborhood: Sendable {
  public var center: EntityID
  /// Which statements were followed and taken.
  public var degrees: StatementDegrees
  /// Ascending, each once.
  public var edges: [EdgeID] = []
  /// That edges of a noun of several documents were left out; nil where none was.
  public var note: Answer.Note?
}

extension Evaluator {
  /// The edges within `depth` steps of `center`. At a noun that several documents use, it goes on by what those say by
  /// which the noun was reached, as `neighbors` does.
  ///
  /// Fewer where the limits end the search.
  ///
  /// - Complexity: O((*d* + *e*) log *n*) for the *d* edges of the entities nearer than `depth` with *e* pieces of
  ///   evidence.
  public mutating func neighborhood(
    of center: EntityID, depth: Int, showing degrees: StatementDegrees
  ) -> Neighborhood {
    neighborhood(of: center, depth: depth, showing: degrees, on: nil)
  }

  /// The same of what holds on `days`; at any time for nil.
  ///
  /// - Complexity: as ``neighborhood(of:depth:showing:)``, and the evidence of the holders of offices on the way.
  package mutating func neighborhood(
    of center: EntityID, depth: Int, showing degrees: StatementDegrees, on days: DaySpan?
  ) -> Neighborhood {
    begin(showing: degrees)
    var near = Neighborhood(center: center, degrees: degrees)
    let nouns = depth > 1 ? nouns.map { NounPlaces(graph, $0, named: [center]) } : nil
    var edges: Set<EdgeID> = []
    var met: [EntityID] = []
    var reached: Set<EntityID> = [center]
    var frontier = [center]
    walk: for step in 0..<max(0, depth) {
      var next: [EntityID] = []
      for node in frontier {
        guard readEdges(of: node, nouns) else { break walk }
        for item in adjacency where degrees.contains(item.degree) {
          let held = 16 * adjacency.count + 12 * (edges.count + reached.count) + (nouns?.bytes ?? 0)
          guard budget.allows(), budget.mayHold(held) else { break walk }
          if let days, holds(graph.edge(item.edge), on: days) != true { continue }
          edges.insert(item.edge)
          // Events without an object have it in common, which connects nobody.
          guard step + 1 < depth, item.neighbor != nothing else { continue }
          guard let nouns, nouns.isApart(item.neighbor) else {
            if reached.insert(item.neighbor).inserted { next.append(item.neighbor) }
            continue
          }
          if reached.insert(item.neighbor).inserted { met.append(item.neighbor) }
          for place in nouns.places(of: item.neighbor, reachedBy: item.edge, from: node, &budget)
          where reached.insert(place).inserted { next.append(place) }
        }
      }
      if next.isEmpty { break }
      frontier = next
    }
    near.edges = Array(edges)
    budget.sort(&near.edges, by: <)
    near.note = firstCut(of: met, edges).map { .nounsApart(entity($0)) }
    return near
  }

  /// Reads the edges of an entity, or those of the place of a noun, into `adjacency`; false where the limits end it.
  mutating func readEdges(of node: EntityID, _ nouns: NounPlaces<Graph>?) -> Bool {
    guard let nouns, nouns.isPlace(node) else { return budget.read(node, .both, of: graph, into: &adjacency) }
    adjacency = Array(nouns.adjacency(of: node))
    return true
  }

  /// The first of `nouns` of which an edge is not among `edges`.
  private mutating func firstCut(of nouns: [EntityID], _ edges: Set<EdgeID>) -> EntityID? {
    for noun in nouns {
      guard budget.read(noun, .both, of: graph, into: &adjacency) else { return nil }
      if adjacency.contains(where: { degrees.contains($0.degree) && !edges.contains($0.edge) }) { return noun }
    }
    return nil
  }
}
