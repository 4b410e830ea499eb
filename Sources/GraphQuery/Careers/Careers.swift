internal import GraphModel

/// What edges say of a day: whether a statement holds then, by the sentences of all documents.
///
/// Careers that were put together are kept.
final class Careers {
  private var known: [EntityID: Career] = [:]
  private var bytes = 0
  private var adjacency: [Adjacency] = []
  private var budget = WorkBudget()

  init() {}

  /// All are forgotten when they take so many bytes.
  private static let mostBytes = 16 << 20

  /// Begins a statement.
  func begin(_ clock: StatementClock, memory: Int) { budget = WorkBudget(clock, memory: memory) }

  /// Whether a statement holds on one of `days`; nil where no date is known.
  ///
  /// An office or a membership holds from its beginning, or else from the day on which a sentence has it, until a
  /// sentence ends it; a sentence that only tells of its end says of no day that it is held. Any other statement
  /// holds at the time of which its sentence speaks, or where it speaks of none from the day of its document on, for
  /// nothing says that it has ended.
  ///
  /// - Complexity: O(evidence of the edge); of an office, the evidence of all edges of its holder at the first call.
  func holds(_ edge: Edge, on days: DaySpan, in graph: some GraphView) -> Bool? {
    guard edge.support > 0 else {
      // What was imported without a sentence has its dates alone.
      return edge.firstDate.flatMap { DaySpan($0) }.map { $0.first <= days.last }
    }
    let evidence = graph.evidenceWithoutRanges(of: edge.id)
    if edge.degree != .claim, evidence.contains(where: { CareerReader.tellsOffice($0) }),
      let holds = career(of: edge.subject, in: graph).holds(edge.id, on: days)
    {
      return holds
    }
    var isDated = false
    for piece in evidence {
      if edge.degree != .claim, CareerReader.tellsNoDay(piece) {
        isDated = true
        continue
      }
      guard let holds = StatementTime(piece.time, documentDate: graph.date(of: piece.document))?.holds(on: days)
      else { continue }
      if holds { return true }
      isDated = true
    }
    return isDated ? false : nil
  }

  /// The career of an entity, without offices where no sentence gives it one.
  ///
  /// Where the limits of the statement end it, nothing that was not read ends an office.
  ///
  /// - Complexity: O(evidence of its edges) at the first call.
  func career(of holder: EntityID, in graph: some GraphView) -> Career {
    if let career = known[holder] { return career }
    let nothing = graph.nothing
    var reader = CareerReader(of: holder, nothing: nothing)
    if budget.read(holder, .both, of: graph, into: &adjacency) {
      for item in adjacency where item.degree != .claim && !(item.isIncoming && item.neighbor == holder) {
        guard budget.allows(5) else { break }
        guard graph.tellsOfOffices(item.edge) else { continue }
        let edge = graph.edge(item.edge)
        guard budget.allows(edge.support) else { break }
        var isRole: Bool?
        for piece in graph.evidenceWithoutRanges(of: item.edge) where piece.tellsOfOffice {
          let role = isRole ?? (graph.predicate(edge.predicate).role != nil)
          isRole = role
          reader.read(piece, of: edge, isRole: role, documentDate: graph.date(of: piece.document))
        }
      }
    }
    let career = Career(reader)
    bytes += career.bytes
    if bytes > Self.mostBytes {
      known.removeAll()
      bytes = career.bytes
    }
    known[holder] = career
    return career
  }
}
