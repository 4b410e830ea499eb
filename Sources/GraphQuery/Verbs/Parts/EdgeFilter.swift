public import GraphModel

/// Which edges of the whole graph a statement asks for: the words that `edges`, `changes` and `count` share.
public struct EdgeFilter: Sendable {
  /// How a statement is made: denied, planned, somebody's word.
  public enum State: Sendable, Equatable {
    case denied, reported
    case modality(Modality)

    init?(_ word: String) {
      switch word {
      case "denied": self = .denied
      case "reported": self = .reported
      default:
        guard let modality = Modality.allCases.first(where: { $0 != .certain && $0.name == word }) else { return nil }
        self = .modality(modality)
      }
    }

    func holds(of edge: Edge) -> Bool {
      switch self {
      case .denied: edge.polarity == .negated
      case .reported: edge.degree == .reported
      case .modality(let modality): edge.modality == modality
      }
    }
  }

  /// Alternatives of relations; nil for all.
  public var via: ViaClause?
  /// Who says so; nil for anybody and for the text itself.
  public var speaker: EntityReference?
  /// The type of one of both ends.
  public var type: NameReference?
  /// One of them holds; where there is none, what answers show.
  public var states: [State] = []
  /// Only what holds then; nil for any time.
  public var moment: Moment?
  public var period = Period()
  public var document: NameReference?
  public var source: NameReference?

  static let usage =
    "[via REL] [by SPEAKER] [type T] [denied|possible|expected|planned|desired|obligation|reported] "
    + "[at D] [since D] [until D] [in DOCUMENT] [source S]"

  static let options: [VerbOption] =
    [
      .via, VerbOption("by", "only what this one says", operand: .entity),
      VerbOption("type", "only where one end is of this type", operand: .type),
      VerbOption("denied", "only what is denied"), VerbOption("possible"), VerbOption("expected"),
      VerbOption("planned", "only what is planned; so possible, expected, desired, obligation"), VerbOption("desired"),
      VerbOption("obligation"), VerbOption("reported", "only what is somebody's word"), .moment, .since,
      .until,
      VerbOption("in", "only what this document says, by its id or title", operand: .document),
      VerbOption("source", "only what documents of this source say", operand: .source),
    ]

  /// Reads an option of it; false for another word.
  mutating func read(_ keyword: String, from parser: inout StatementParser) throws(QueryError) -> Bool {
    switch keyword {
    case "via": via = try parser.relations("via")
    case "by":
      try parser.take("by")
      speaker = try parser.entity("who says so after by")
    case "type": type = try parser.name(after: "type", "a type such as Person")
    case "at": moment = try parser.moment()
    case "since": period.since = try parser.date("since")
    case "until": period.until = try parser.date("until")
    case "in": document = try parser.name(after: "in", "a document")
    case "source": source = try parser.name(after: "source", "a source")
    default:
      guard let state = State(keyword) else { return false }
      try parser.take(keyword)
      states.append(state)
    }
    return true
  }
}

extension Evaluator {
  /// Calls `body` with every edge that `filter` lets through, as long as the budget lasts; leaves notes on what else
  /// there is.
  ///
  /// - Parameter body: returns how many bytes it holds.
  /// - Complexity: O(*n*) for all *n* edges; with a speaker O(*k* log *k*) for all *k* edges that are somebody's word.
  mutating func forEachEdge(_ filter: EdgeFilter, _ body: (Edge) -> Int) throws(Interruption) {
    var test = EdgeTest(type: filter.type.map { RelationNames.key($0.spelling) }, filter: filter, degrees: degrees)
    test.moment = try days(of: filter.moment).map { MomentTest($0) }
    if let via = filter.via { test.predicates = try listed(via).map { Set($0.map(\.predicate)) } }
    if let speaker = filter.speaker { test.speaker = try resolve(speaker) }
    let documents = try documents(of: filter)
    let links = self.links()
    let careers = self.careers
    var isAny = false
    func look(_ edge: Edge, _ graph: Graph, _ budget: inout WorkBudget) -> Bool {
      guard test.lets(edge, careers, through: graph) else { return true }
      isAny = true
      return budget.mayHold(body(edge))
    }
    let candidates =
      if let documents {
        graph.edges(withEvidenceIn: documents) { budget.allows($0) }
      } else if let speaker = test.speaker {
        words(of: speaker, showing: .all)
      } else {
        [EdgeID]?.none
      }
    if let candidates {
      for id in candidates {
        guard budget.allows(5) else { break }
        let edge = graph.edge(id)
        if test.predicates == nil, links.contains(edge.predicate) { continue }
        guard look(edge, graph, &budget) else { break }
      }
    } else {
      scan: for number in 0..<UInt32(graph.entityCount) {
        guard budget.read(EntityID(number), .outgoing, of: graph, into: &adjacency) else { break }
        guard budget.allows(adjacency.count / 4 + 1) else { break }
        for item in adjacency where test.predicates?.contains(item.predicate) ?? !links.contains(item.predicate) {
          guard budget.allows(5), look(graph.edge(item.edge), graph, &budget) else { break scan }
        }
      }
    }
    if !isAny, let type = filter.type { try checkType(type) }
    note(test.left)
    note(test.moment)
    if test.undated > 0 { note(.undatedLeftOut(test.undated)) }
  }

  /// The documents that a filter names; nil where it names none.
  mutating func documents(of filter: EdgeFilter) throws(Interruption) -> Set<DocumentID>? {
    var found: Set<DocumentID>?
    if let document = filter.document { found = Set(try documents(having: document).map(\.id)) }
    if let source = filter.source {
      let ofSource = Set(try documents(from: source).map(\.id))
      found = found?.intersection(ofSource) ?? ofSource
    }
    return found
  }
}

/// A filter whose names were looked up, and what it left out.
private struct EdgeTest {
  var predicates: Set<PredicateID>?
  var speaker: EntityID?
  let type: String?
  let filter: EdgeFilter
  let degrees: StatementDegrees
  var moment: MomentTest?
  private(set) var left = Answer.DegreeCounts()
  private(set) var undated = 0

  init(type: String?, filter: EdgeFilter, degrees: StatementDegrees) {
    self.type = type
    self.filter = filter
    self.degrees = degrees
  }

  mutating func lets(_ edge: Edge, _ careers: Careers, through graph: some GraphView) -> Bool {
    guard predicates?.contains(edge.predicate) ?? true, speaker == nil || edge.attribution == speaker else {
      return false
    }
    if let type {
      guard [edge.subject, edge.object].contains(where: { RelationNames.key(graph.type(of: $0)) == type }) else {
        return false
      }
    }
    if filter.states.isEmpty {
      guard degrees.contains(edge.degree) else {
        left.add(edge.degree)
        return false
      }
    } else if !filter.states.contains(where: { $0.holds(of: edge) }) {
      return false
    }
    guard filter.period.overlaps(edge.firstDate, edge.lastDate) else {
      if edge.firstDate == nil, edge.lastDate == nil { undated += 1 }
      return false
    }
    return moment?.lets(edge, careers, graph) ?? true
  }
}
