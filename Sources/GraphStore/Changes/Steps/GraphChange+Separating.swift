internal import Bytes
internal import GraphModel

extension GraphChange {
  /// The change by which what `graph` says of `b` under one of `names` is said of `entity`.
  ///
  /// A name counts where it is the longest of all of `b` in the words of the evidence. What calls `b` by none of its
  /// names, and what has no evidence, stays.
  ///
  /// - Complexity: O(evidence of `b`, and the edges of its neighbors).
  init(separating names: [String], of b: EntityID, as entity: NamingDecision.Entity, in graph: some GraphView) {
    var maker = ChangeMaker(graph)
    let aliases = graph.aliases(of: b)
    let wording = NameWording([graph.name(of: b)] + aliases.map(\.name) + names)
    let wanted = Set(names.map { caseFolded(Array($0.utf8)) })
    func isWanted(_ alias: GraphContent.Alias) -> Bool {
      alias.isName && wanted.contains(caseFolded(Array(alias.name.utf8)))
    }
    let moved = aliases.filter(isWanted)
    maker.setAliases(aliases.filter { !isWanted($0) }, of: b)
    let own = moved.filter { byteOrder($0.name, entity.name) != 0 }
    let a = maker.add(GraphContent.Entity(name: entity.name, type: entity.type, aliases: own))
    let existing = graph.entity(entity.name, type: entity.type)
    var buffer: [Adjacency] = []
    graph.adjacency(of: b, .both, into: &buffer)
    for id in Set(buffer.map(\.edge)).sorted() {
      let edge = graph.edge(id)
      var kept: [Evidence] = []
      // By whether the subject is the other entity, and whether the object is.
      var gone: [[Evidence]] = [[], [], [], []]
      for piece in graph.evidence(of: id) {
        func isCalled(_ range: Range<UInt32>) -> Bool {
          wording.name(in: graph.words(range, of: piece)).map(wanted.contains) ?? false
        }
        let place =
          (edge.subject == b && isCalled(piece.subject) ? 1 : 0) + (edge.object == b && isCalled(piece.object) ? 2 : 0)
        if place == 0 { kept.append(piece) } else { gone[place].append(piece) }
      }
      if gone.allSatisfy(\.isEmpty) { continue }
      let key = maker.key(of: edge)
      if kept.isEmpty { maker.remove(key) } else { maker.set(kept, of: key) }
      for (place, pieces) in gone.enumerated() where !pieces.isEmpty {
        var other = key
        if place & 1 != 0 { other.subject = a }
        if place & 2 != 0 { other.object = a }
        var identity = edge.key
        if let existing {
          if place & 1 != 0 { identity.subject = existing }
          if place & 2 != 0 { identity.object = existing }
        }
        maker.add(maker.evidence(pieces), to: other, existing: existing == nil ? nil : maker.edge(identity))
      }
    }
    self = maker.change
  }
}
