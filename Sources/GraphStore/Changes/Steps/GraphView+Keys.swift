internal import GraphModel

extension GraphView {
  /// What `key` of `change` is in this graph; nil when the graph has not all that it consists of.
  func key(of key: GraphChange.EdgeKey, in change: GraphChange) -> EdgeKey<EntityID, PredicateID>? {
    key.compactMap(
      entity: { entity(change.entities[$0].name, type: change.entities[$0].type) },
      predicate: { predicate(named: change.predicates[$0].name) })
  }
}
