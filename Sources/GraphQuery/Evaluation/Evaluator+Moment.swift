package import GraphModel

/// What holds on a day.
extension Evaluator {
  /// The days that a moment means; nil for none.
  ///
  /// - Complexity: O(documents) when now is asked for first.
  mutating func days(of moment: Moment?) throws(Interruption) -> DaySpan? {
    switch moment {
    case nil: return nil
    case .date(let date): return DaySpan(date)
    case .now(let range):
      guard let days = lastDays() else {
        if budget.cutOff != nil { throw .stopped }
        throw .error(QueryError(.undatedGraph, at: range))
      }
      return days
    }
  }

  /// The days that a moment means, asked for beside a statement; nil for none.
  ///
  /// - Complexity: O(documents) when now is asked for first.
  /// - Throws: ``QueryError`` where now is asked for and no document has a date.
  package mutating func resolved(_ moment: Moment?) throws(QueryError) -> DaySpan? {
    begin(showing: limits.degrees)
    do {
      return try days(of: moment)
    } catch {
      if case .error(let error) = error { throw error }
      return nil
    }
  }

  /// All edges of `degrees` that hold on `days`, ascending.
  ///
  /// - Complexity: O(evidence of the graph).
  package mutating func edges(showing degrees: StatementDegrees, holdingOn days: DaySpan) -> [EdgeID] {
    begin(showing: degrees)
    var kept: [EdgeID] = []
    for number in 0..<UInt32(graph.edgeCount) {
      guard budget.allows(5) else { break }
      let edge = graph.edge(EdgeID(number))
      if degrees.contains(edge.degree), holds(edge, on: days) == true { kept.append(edge.id) }
    }
    return kept
  }

  /// The last day of the documents; nil where none has a date.
  private mutating func lastDays() -> DaySpan? {
    if let knownNow { return knownNow }
    var last: DaySpan?
    for number in 0..<UInt32(graph.documentCount) {
      guard budget.allows(5) else { return nil }
      guard let date = graph.date(of: DocumentID(number)), let days = DaySpan(date) else { continue }
      if last.map({ $0.last < days.last }) ?? true { last = days }
    }
    let now = last.flatMap { DaySpan($0.last) }
    knownNow = .some(now)
    return now
  }

  /// Whether a statement is to be shown where only what holds on `days` is; nil for one of no known date.
  func holds(_ edge: Edge, on days: DaySpan) -> Bool? { careers.holds(edge, on: days, in: graph) }

  /// The edges that hold on `days`, with notes on the others; all of them for nil.
  ///
  /// - Complexity: O(evidence of the edges and of those of the holders of offices among them).
  mutating func edges(_ edges: [EdgeID], holdingOn days: DaySpan?) -> [EdgeID] {
    guard let days else { return edges }
    var kept: [EdgeID] = []
    var test = MomentTest(days)
    for id in edges {
      guard budget.allows(5) else { break }
      if test.lets(graph.edge(id), careers, graph) { kept.append(id) }
    }
    note(test)
    return kept
  }

  /// Leaves notes on what a test left out.
  mutating func note(_ test: MomentTest?) {
    guard let test else { return }
    if test.others > 0 { note(.notThenLeftOut(test.others)) }
    if test.undated > 0 { note(.undatedLeftOut(test.undated)) }
  }
}

/// Lets statements through that hold on a day, and counts the others.
struct MomentTest {
  let days: DaySpan
  private(set) var others = 0
  private(set) var undated = 0

  init(_ days: DaySpan) { self.days = days }

  mutating func lets(_ edge: Edge, _ careers: Careers, _ graph: some GraphView) -> Bool {
    switch careers.holds(edge, on: days, in: graph) {
    case true?: return true
    case false?: others += 1
    case nil: undated += 1
    }
    return false
  }
}
