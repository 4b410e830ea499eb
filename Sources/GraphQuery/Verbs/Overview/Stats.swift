public import GraphModel

/// `stats`
public struct StatsVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "stats", aliases: ["statistics"], usage: "stats",
    summary: "the size of the graph, with names, phrases and nouns apart, and its best connected entities",
    examples: ["stats"])

  public init(reading parser: inout StatementParser) throws(QueryError) {}

  /// - Complexity: O(*n* + *p* log *p*) for all *n* edges and entities and *p* predicates.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let graph = evaluator.graph
    let (relations, degrees, links) = evaluator.relations(limit: .max)
    var hubs: [(degree: Int, id: EntityID)] = []
    for number in 0..<UInt32(graph.entityCount) where EntityID(number) != evaluator.nothing {
      guard evaluator.budget.allows() else { break }
      let hub = (degree: graph.degree(of: EntityID(number), .both), id: EntityID(number))
      if hubs.count == 10, let last = hubs.last, hub.degree <= last.degree { continue }
      let place = hubs.firstIndex { $0.degree < hub.degree } ?? hubs.endIndex
      hubs.insert(hub, at: place)
      if hubs.count > 10 { hubs.removeLast() }
    }
    return Answer.Statistics(
      entities: graph.nodeCount, nodes: evaluator.nodeCounts(),
      predicates: relations.rows.count,
      edges: graph.edgeCount - links, degrees: degrees, links: links,
      documents: graph.documentCount, evidence: graph.evidenceCount,
      leadersAsOf: graph.aliasRules.compactMap { LeaderMark(rule: $0)?.day }.max(),
      hubs: hubs.filter { $0.degree > 0 }.map { evaluator.candidate($0.id) },
      relations: Array(relations.rows.prefix(10)))
  }
}

extension Answer {
  /// The size of the graph.
  public struct Statistics: AnswerContent {
    public var entities: Int
    /// The entities by what their names tell; nil for a graph without documents.
    public var nodes: NodeCounts?
    public var predicates: Int
    public var edges: Int
    /// The edges by their degree.
    public var degrees: DegreeCounts
    /// Names in descriptions, and names of which nothing is said.
    public var links: Int
    public var documents: Int
    public var evidence: Int
    /// The last day of the list of leaders by which offices without a name were read, in ISO 8601; nil where none was.
    public var leadersAsOf: String?
    /// The entities with the most edges.
    public var hubs: [Candidate]
    /// The most frequent relations.
    public var relations: [Relations.Row]
  }
}

extension Answer.Statistics {
  /// The counts with their names, in reading order.
  ///
  /// - Complexity: O(1).
  public var counts: [(String, Int)] {
    let kinds = nodes.map { nodes in
      [
        ("names", nodes.names), ("phrases", nodes.phrases), ("nouns", nodes.nouns),
        ("nouns of several documents", nodes.sharedNouns),
      ]
    }
    return [("documents", documents), ("entities", entities)] + (kinds ?? []) + [
      ("edges", edges), ("facts", degrees.facts), ("reported", degrees.reported), ("claims", degrees.claims),
      ("links", links), ("evidence", evidence), ("predicates", predicates),
    ]
  }

  public var records: AnswerRows<Record> {
    let day = leadersAsOf.map { [("leaders as of", nil as Int?, $0)] } ?? []
    return AnswerRows(counts.map { ($0, $1, nil) } + day).each { name, count, date in
      var record = Record()
      record.add("what", .text(name))
      record.add("count", count.map(Record.Value.integer) ?? .null)
      record.add("date", date)
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    let digits = counts.map { String($0.1).count }.max() ?? 1
    var blocks = counts.map { name, count -> AnswerBlock in
      .line(AnswerText(String(repeating: " ", count: digits - String(count).count) + "\(count)  \(name)"))
    }
    if let day = leadersAsOf {
      blocks.append(.line(AnswerText("offices without a name are those of the leaders as of \(day)", .faint)))
    }
    if !hubs.isEmpty { blocks += [.gap] + AnswerRows(hubs).blocks(within: bounds) }
    if !relations.isEmpty { blocks += [.gap] + Answer.Relations(rows: AnswerRows(relations)).blocks(within: bounds) }
    return blocks
  }
}
