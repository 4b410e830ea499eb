public import GraphModel

extension Subgraph {
  /// The part with its best supported lines: first those that hold it together, then others. Nobody loses his last
  /// line.
  ///
  /// - Parameter limit: most lines, those that hold it together aside.
  public func thinned(to limit: Int, in graph: some GraphView) -> Subgraph {
    let drawing = Drawing(self, of: graph)
    let lines = DrawnLine.lines(of: drawing.edges, in: graph)
    guard lines.count > limit else { return self }
    let styles = DrawnLine.Style.allCases
    func rank(_ line: DrawnLine) -> (Int, Int, EdgeID) {
      (-line.support, styles.firstIndex(of: line.style) ?? 0, line.edges[0].id)
    }
    let ranked = lines.indices.sorted { rank(lines[$0]) < rank(lines[$1]) }
    var roots: [EntityID: EntityID] = [:]
    func root(_ entity: EntityID) -> EntityID {
      var entity = entity
      while let next = roots[entity] { entity = next }
      return entity
    }
    var kept: Set<Int> = []
    for place in ranked {
      let (a, b) = (root(lines[place].subject), root(lines[place].object))
      guard a != b else { continue }
      roots[a] = b
      kept.insert(place)
    }
    for place in ranked where kept.count < limit { kept.insert(place) }
    let edges = kept.flatMap { lines[$0].edges.map(\.id) } + drawing.edgesWithoutObject.map(\.id)
    var part = self
    part.edges = edges.sorted()
    part.edgesLeftOut += drawing.edges.count + drawing.edgesWithoutObject.count - edges.count
    return part
  }
}
