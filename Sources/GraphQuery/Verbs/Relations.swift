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
  /// The predicates, most frequent first, with the number of all edges that are claims.
  ///
  /// - Complexity: O(edges), within the limits of time.
  mutating func relations(limit: Int) -> (answer: Answer.Relations, claims: Int) {
    guard budget.mayHold(40 * graph.predicateCount) else { return (Answer.Relations(rows: []), 0) }
    var facts = Array(repeating: 0, count: graph.predicateCount)
    var claims = facts
    for number in 0..<UInt32(graph.entityCount) {
      guard budget.read(EntityID(number), .outgoing, of: graph, into: &adjacency) else { break }
      guard budget.allows(adjacency.count + 1) else { break }
      for item in adjacency {
        if item.isFact { facts[Int(item.predicate.rawValue)] += 1 } else { claims[Int(item.predicate.rawValue)] += 1 }
      }
    }
    var ranked = Array(facts.indices)
    budget.sort(&ranked) { a, b in (facts[b] + claims[b], a) < (facts[a] + claims[a], b) }
    noteRows(shown: min(limit, ranked.count), total: ranked.count, limit: limit)
    let rows = AnswerRows(count: min(limit, ranked.count)) { [reader, ranked, facts, claims] place in
      let number = ranked[place]
      let predicate = reader.predicate(PredicateID(UInt32(number)))
      return Answer.Relations.Row(
        predicate: predicate.name, relation: predicate.relation, inverse: predicate.inverse,
        isSymmetric: predicate.isSymmetric, facts: facts[number], claims: claims[number])
    }
    return (Answer.Relations(rows: rows), claims.reduce(0, +))
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
      /// Edges that are facts, and the others.
      public var facts: Int
      public var claims: Int
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
      record.add("facts", .integer(row.facts))
      record.add("claims", .integer(row.claims))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    let columns: [AnswerTable.Column] = [
      .init(title: "predicate", shrinks: true), .init(title: "relation"), .init(title: "facts", alignment: .right),
      .init(title: "claims", alignment: .right), .init(title: "inverse", dropOrder: 1),
    ]
    return AnswerTable(columns, drawing: rows, bounds) { row in
      [
        AnswerText(row.predicate, .relation), AnswerText(row.relation ?? "", .faint), AnswerText(String(row.facts)),
        AnswerText(row.claims == 0 ? "" : String(row.claims), .claim),
        AnswerText(row.isSymmetric ? "symmetric" : row.inverse ?? "", .faint),
      ]
    }.blocks(of: rows.count)
  }
}
