internal import Bytes
internal import GraphModel

/// Where an edge stands among those of a store: the places of what it consists of, in the order of the edges.
typealias EdgePlace = EdgeKey<Renumbering.Place, Renumbering.Place>

// Rows by what they are, for changes.
extension GraphFile {
  /// The entity with `key`, or the one that it would stand before.
  func row(of key: EntityKey, folded name: String) -> (row: Int, isThere: Bool) {
    var row = names.lowerBound(caseFolded(Array(name.utf8)))
    while row < counts.entities {
      let entity = EntityID(UInt32(row))
      let found = EntityKey(GraphContent.Entity(name: self.name(of: entity), type: type(of: entity)))
      if key <= found { return (row, key == found) }
      row += 1
    }
    return (row, false)
  }

  func row(ofPredicate name: String) -> (row: Int, isThere: Bool) {
    let row = (0..<counts.predicates).first(behind: {
      byteOrder(predicate(PredicateID(UInt32($0))).name, name) < 0
    })
    return (row, row < counts.predicates && byteOrder(predicate(PredicateID(UInt32(row))).name, name) == 0)
  }

  func row(ofDocument id: String) -> (row: Int, isThere: Bool) {
    let row = documents.names.lowerBound(Array(id.utf8))
    return (row, row < counts.documents && byteOrder(documents.names[row], id) == 0)
  }

  /// What an edge is, by rows of the store.
  func key(ofEdge edge: Int) -> EdgeKey<Int, Int> {
    let run = edges.run(ofEdge: edge)
    let symbol = symbol(ofRun: run)
    let kind = symbols.kind(of: symbol)
    return EdgeKey(
      subject: edges.subject(ofRun: run), predicate: symbols.predicate(of: symbol), kind: kind,
      object: edges.object(ofEdge: edge), source: kind.isAttributed ? sources.source(of: edge) : nil)
  }

  private func place(ofEdge edge: Int) -> EdgePlace {
    key(ofEdge: edge).map(entity: { .row($0) }, predicate: { .row($0) })
  }

  /// The edge that stands at `place`, or the one that it would stand before.
  ///
  /// - Complexity: O(log *n*).
  func edge(at place: EdgePlace) -> (row: Int, isThere: Bool) {
    let subject = place.subject.base
    guard subject < counts.entities else { return (counts.edges, false) }
    var range = edges.edges(ofRuns: edges.runs(of: subject))
    if place.subject.added != .max { range = range.lowerBound..<range.lowerBound }
    let row = range.first(behind: { self.place(ofEdge: $0) < place })
    return (row, row < range.upperBound && self.place(ofEdge: row) == place)
  }
}
