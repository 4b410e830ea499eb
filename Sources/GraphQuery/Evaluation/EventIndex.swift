internal import GraphModel

/// Which edges of one subject are one event, for the lines of an answer.
struct EventIndex<Graph: GraphView> {
  /// One event of one sentence, of which one subject is told.
  struct Key: Hashable {
    var subject: EntityID
    var document: DocumentID
    var sentence: Int
    var event: Int

    /// Nil for what was read without events.
    init?(_ piece: Evidence, of subject: EntityID) {
      guard let event = piece.event else { return nil }
      (self.subject, document, sentence, self.event) = (subject, piece.document, piece.sentence, event)
    }
  }

  private struct Part {
    var edge: EdgeID
    var isRole: Bool
    var kind: StatementKind
    var source: EntityID?
  }

  /// The edges that one line shows.
  struct Line {
    var lead: EdgeID
    var roles: [EdgeID] = []
    /// The event that the line tells; nil where none is known.
    var key: Key?
  }

  private let reader: RowReader<Graph>
  private var events: [Key: [Part]] = [:]
  private var subjects: Set<EntityID> = []
  /// Pieces of evidence that may still be read.
  private var room = 20_000

  /// Pieces of evidence are read up to a number, which most entities do not have, so that an answer is there within a
  /// tenth of a second. Of what is not read each edge has a line of its own.
  init(_ reader: RowReader<Graph>) { self.reader = reader }

  /// Bytes that it takes, about.
  var bytes: Int { 100 * events.count }

  /// Reads the edges that leave `subject`, once.
  ///
  /// - Complexity: O(evidence of these edges), as much as there is room for.
  mutating func read(_ subject: EntityID, _ budget: inout WorkBudget) {
    guard room > 0, subjects.insert(subject).inserted else { return }
    let graph = reader.graph
    guard graph.degree(of: subject, .outgoing) <= room else { return }
    var edges: [Adjacency] = []
    graph.adjacency(of: subject, .outgoing, into: &edges)
    for item in edges {
      let edge = graph.edge(item.edge)
      room -= edge.witnesses.sentences
      guard room >= 0, budget.allows(5 + edge.witnesses.sentences) else { return }
      let isRole = reader.predicate(edge.predicate).role != nil
      for piece in graph.evidenceWithoutRanges(of: edge.id) {
        guard let key = Key(piece, of: subject) else { continue }
        events[key, default: []].append(
          Part(edge: edge.id, isRole: isRole, kind: edge.key.kind, source: edge.attribution))
      }
    }
  }

  /// The line in which an edge stands: its event that says the most, the first of equal ones. Of an event with several
  /// objects the first has the roles, and the others stand alone.
  ///
  /// - Complexity: O(evidence of the edge and edges of its events).
  func line(of edge: Edge, _ evidence: [Evidence]) -> Line {
    var best = (score: -1, line: Line(lead: edge.id))
    for piece in evidence {
      guard let key = Key(piece, of: edge.subject) else { continue }
      var line = self.line(of: edge, in: key)
      line.key = key
      let score = 2 * line.roles.count + piece.adjuncts.count + (line.lead == edge.id ? 0 : 1)
      if score > best.score { best = (score, line) }
    }
    return best.line
  }

  private func line(of edge: Edge, in key: Key) -> Line {
    let parts = (events[key] ?? []).filter { $0.kind == edge.key.kind && $0.source == edge.attribution }
    let object = parts.lazy.filter { !$0.isRole }.map(\.edge).min()
    let isRole = parts.contains { $0.edge == edge.id && $0.isRole }
    guard isRole || object == edge.id else { return Line(lead: edge.id) }
    var roles = inTextOrder(Set(parts.lazy.filter(\.isRole).map(\.edge)), of: key)
    return Line(lead: object ?? roles.removeFirst(), roles: roles)
  }

  /// Edges of an event in the order in which their objects stand in the text, which is read only where there are two.
  private func inTextOrder(_ edges: Set<EdgeID>, of key: Key) -> [EdgeID] {
    guard edges.count > 1 else { return Array(edges) }
    let placed = edges.map { edge in
      let pieces = reader.graph.evidence(of: edge).filter { Key($0, of: key.subject) == key }
      return (place: pieces.map(\.object.lowerBound).min() ?? 0, edge: edge)
    }
    return placed.sorted { ($0.place, $0.edge) < ($1.place, $1.edge) }.map(\.edge)
  }
}
