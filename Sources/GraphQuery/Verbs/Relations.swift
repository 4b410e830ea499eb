public import GraphModel

/// `relations [limit N]`
public struct RelationsVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "relations", aliases: ["predicates"], usage: "relations [limit N]",
    summary: "the relations with their numbers of edges", options: [.limit], examples: ["relations limit 20"])

  public init(reading parser: inout StatementParser) throws(QueryError) {}

  /// - Complexity: O(*n* + *p* log *p*) for all *n* edges and entities and *p* predicates.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    evaluator.relations(limit: limit ?? .max).answer
  }
}

extension Evaluator {
  /// The predicates, most frequent first, with the numbers of all edges by degree.
  ///
  /// - Complexity: O(edges), within the limits of time.
  mutating func relations(limit: Int) -> (answer: Answer.Relations, total: Answer.DegreeCounts) {
    guard budget.mayHold(56 * graph.predicateCount) else { return (Answer.Relations(rows: []), .init()) }
    var counts = Array(repeating: Answer.DegreeCounts(), count: graph.predicateCount)
    var total = Answer.DegreeCounts()
    for number in 0..<UInt32(graph.entityCount) {
      guard budget.read(EntityID(number), .outgoing, of: graph, into: &adjacency) else { break }
      guard budget.allows(adjacency.count + 1) else { break }
      for item in adjacency {
        counts[Int(item.predicate.rawValue)].add(item.degree)
        total.add(item.degree)
      }
    }
    var ranked = Array(counts.indices)
    budget.sort(&ranked) { a, b in (counts[b].all, a) < (counts[a].all, b) }
    noteRows(shown: min(limit, ranked.count), total: ranked.count, limit: limit)
    let rows = AnswerRows(count: min(limit, ranked.count)) { [reader, ranked, counts] place in
      let number = ranked[place]
      let predicate = reader.predicate(PredicateID(UInt32(number)))
      return Answer.Relations.Row(
        predicate: predicate.name, relation: predicate.relation, inverse: predicate.inverse,
        isSymmetric: predicate.isSymmetric, edges: counts[number])
    }
    return (Answer.Relations(rows: rows), total)
  }
}

extension Answer {
  /// The predicates of the graph, most frequent first.
  public struct Relations: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var predicate: String
      public var relation: String?
      public var inverse: String?
      public var isSymmetric: Bool
      public var edges: DegreeCounts
    }

    public var rows: AnswerRows<Row>
  }
}

extension Answer.Relations {
  public var isEmpty: Bool { rows.isEmpty }

  public var records: AnswerRows<Record> {
    rows.each { row in
      var record = Record()
      record.add("predicate", .text(row.predicate))
      record.add("relation", row.relation)
      record.add("inverse", row.inverse)
      record.add("symmetric", .text(row.isSymmetric ? "yes" : "no"))
      record.add("facts", .integer(row.edges.facts))
      record.add("reported", .integer(row.edges.reported))
      record.add("claims", .integer(row.edges.claims))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    let columns: [AnswerTable.Column] = [
      .init(title: "predicate", shrinks: true), .init(title: "relation"), .init(title: "facts", alignment: .right),
      .init(title: "reported", alignment: .right), .init(title: "claims", alignment: .right),
      .init(title: "inverse", dropOrder: 1),
    ]
    return AnswerTable(columns, drawing: rows, bounds) { row in
      [
        AnswerText(row.predicate, .relation), AnswerText(row.relation ?? "", .faint),
        AnswerText(String(row.edges.facts)),
        AnswerText(row.edges.reported == 0 ? "" : String(row.edges.reported)),
        AnswerText(row.edges.claims == 0 ? "" : String(row.edges.claims), .claim),
        AnswerText(row.isSymmetric ? "symmetric" : row.inverse ?? "", .faint),
      ]
    }.blocks(of: rows.count)
  }
}
