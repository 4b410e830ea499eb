internal import GraphModel

extension GraphChange {
  /// The change by which `graph` loses `documents` and all that only they said.
  ///
  /// - Complexity: O(edges).
  init(removing documents: Set<DocumentID>, from graph: some GraphView) {
    var maker = ChangeMaker(graph)
    var gone: [Edge] = []
    for id in graph.edges(withEvidenceIn: documents) {
      let edge = graph.edge(id)
      let key = maker.key(of: edge)
      let evidence = graph.evidence(of: id)
      let kept = evidence.filter { !documents.contains($0.document) }
      if kept.isEmpty {
        maker.remove(key)
        gone.append(edge)
      } else {
        maker.set(kept, of: key)
      }
    }
    for document in documents.sorted() { maker.remove(document) }
    maker.removeUnused(after: gone)
    self = maker.change
  }
}

extension ChangeMaker {
  /// Removes the entities and predicates that no edge has any more when `gone` are not there.
  mutating func removeUnused(after gone: [Edge]) {
    if gone.isEmpty { return }
    var lost: [EntityID: Int] = [:]
    var lostPredicates: [PredicateID: Int] = [:]
    var lostSources: [EntityID: Int] = [:]
    for edge in gone {
      lost[edge.subject, default: 0] += 1
      lost[edge.object, default: 0] += 1
      lostPredicates[edge.predicate, default: 0] += 1
      if let source = edge.attribution { lostSources[source, default: 0] += 1 }
    }
    var sources: [EntityID: Int] = [:]
    for (_, source) in graph.attributions() { sources[source, default: 0] += 1 }
    for entity in Set(lost.keys).union(lostSources.keys).sorted() {
      let isUsed =
        graph.degree(of: entity, .both) > lost[entity, default: 0]
        || sources[entity, default: 0] > lostSources[entity, default: 0]
      if !isUsed { remove(entity) }
    }
    for (predicate, count) in lostPredicates.sorted(by: { $0.key < $1.key })
    where graph.size(of: predicate, showing: .all).edges <= count { remove(predicate) }
  }
}
