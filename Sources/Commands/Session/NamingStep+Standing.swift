internal import GraphModel
internal import GraphStore

extension NamingStep {
  /// The decision by which what the step asks for is the case already; nil where none is, or it is to be done again.
  ///
  /// - Complexity: O(decisions), for a merge once for each one that it follows.
  func standing(in graph: StoredGraph) -> NamingDecision? {
    switch self {
    case .merge(let entity, let other):
      guard graph.entity(entity) == nil, graph.entity(other) != nil else { return nil }
      let merge = graph.decisions.last { $0.kind == .merge && $0.entity == entity }
      var last = merge
      // Each is followed once: what was made one and taken apart may have gone in a circle.
      for _ in graph.decisions where last != nil && last?.other != other {
        last = last.flatMap { step in graph.decisions.last { $0.kind == .merge && $0.entity == step.other } }
      }
      return last?.other == other ? merge : nil
    case .apart(let entity, let other):
      guard graph.entity(entity) != nil, graph.entity(other) != nil else { return nil }
      return graph.decisions.last { $0.kind == .split && Set([$0.entity, $0.other]) == [entity, other] }
    case .split, .undo: return nil
    }
  }
}
