internal import GraphModel

/// Lines of events as numbers: each an edge with the roles that are told with it.
struct EventLines<Graph: GraphView>: Sendable {
  /// Edges that were asked for, line by line.
  private(set) var edges: [EdgeID] = []
  private var leads: [EdgeID] = []
  private var keys: [EventIndex<Graph>.Key?] = []
  private var roles: [EdgeID] = []
  private var ends: [(edges: Int, roles: Int)] = []
  /// Lines behind the limit; of very many, some may be told together.
  fileprivate(set) var left = 0

  var count: Int { ends.count }
  /// With those behind the limit.
  var total: Int { count + left }
  /// Bytes that they take.
  var bytes: Int { 60 * ends.count + 4 * (edges.count + roles.count) }

  mutating func append(_ line: EventIndex<Graph>.Line, _ own: [EdgeID]) {
    edges += own
    leads.append(line.lead)
    keys.append(line.key)
    roles += line.roles
    ends.append((edges.count, roles.count))
  }

  func line(_ number: Int) -> EventIndex<Graph>.Line {
    let start = number == 0 ? 0 : ends[number - 1].roles
    return EventIndex<Graph>.Line(
      lead: leads[number], roles: Array(roles[start..<ends[number].roles]), key: keys[number])
  }

  /// The lines in words.
  func rows(_ reader: RowReader<Graph>) -> AnswerRows<Answer.EventRow> {
    AnswerRows(count: count) { number in
      let first = edges[number == 0 ? 0 : ends[number - 1].edges]
      return Answer.EventRow(event: reader.event(line(number)), statement: reader.statement(first))
    }
  }
}

extension Evaluator {
  /// Lines that are counted behind the limit: of more, edges are, for which nothing has to be read.
  private static var mostCounted: Int { 300 }

  /// The lines in which `edges` are told, `limit` of them at most. An edge that a line shows has no line of its own.
  mutating func lines(of edges: [EdgeID], limit: Int) -> EventLines<Graph> {
    var found = EventLines<Graph>()
    var index = EventIndex(reader)
    let all = Set(edges)
    var told: Set<EdgeID> = []
    for id in edges where !told.contains(id) {
      guard budget.allows(5), budget.mayHold(48 * all.count + found.bytes + index.bytes + 16 * told.count) else {
        break
      }
      guard found.count < limit || found.total < Self.mostCounted else {
        found.left += edges.count - told.count
        break
      }
      let edge = graph.edge(id)
      var line = EventIndex<Graph>.Line(lead: id)
      if edge.support > 0 {
        index.read(edge.subject, &budget)
        line = index.line(of: edge, evidence(of: id))
      }
      let own = ([line.lead] + line.roles).filter { all.contains($0) && told.insert($0).inserted }
      if found.count < limit { found.append(line, own) } else { found.left += 1 }
    }
    return found
  }

  /// As ``noteRows(shown:total:limit:)`` for lines.
  mutating func noteRows(_ lines: EventLines<Graph>, limit: Int) {
    noteRows(shown: lines.count, total: lines.total, limit: limit)
  }
}
