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
    Answer.Relations(rows: evaluator.relations(limit: limit ?? .max))
  }
}

extension Evaluator {
  /// The predicates, most frequent first.
  ///
  /// - Complexity: O(edges), within the limits of time.
  mutating func relations(limit: Int) -> [Answer.Relations.Row] {
    var facts = Array(repeating: 0, count: graph.predicateCount)
    var claims = facts
    for number in 0..<UInt32(graph.entityCount) {
      graph.adjacency(of: EntityID(number), .outgoing, into: &adjacency)
      guard budget.allows(adjacency.count + 1) else { break }
      for item in adjacency {
        if item.isFact { facts[Int(item.predicate.rawValue)] += 1 } else { claims[Int(item.predicate.rawValue)] += 1 }
      }
    }
    let ranked = facts.indices.sorted { (facts[$1] + claims[$1], $0) < (facts[$0] + claims[$0], $1) }
    noteRows(shown: min(limit, ranked.count), total: ranked.count, limit: limit)
    return ranked.prefix(limit).map { number in
      let predicate = predicate(PredicateID(UInt32(number)))
      return Answer.Relations.Row(
        predicate: predicate.name, relation: predicate.relation, inverse: predicate.inverse,
        isSymmetric: predicate.isSymmetric, facts: facts[number], claims: claims[number])
    }
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

    public var rows: [Row]
  }
}

extension Answer.Relations {
  public var isEmpty: Bool { rows.isEmpty }

  public var records: [Record] {
    rows.map { row in
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

  public var blocks: [AnswerBlock] {
    if rows.isEmpty { return [] }
    let columns: [AnswerTable.Column] = [
      .init(title: "predicate", shrinks: true), .init(title: "relation"), .init(title: "facts", alignment: .right),
      .init(title: "claims", alignment: .right), .init(title: "inverse", dropOrder: 1),
    ]
    let cells = rows.map { row in
      [
        AnswerText(row.predicate, .relation), AnswerText(row.relation ?? "", .faint), AnswerText(String(row.facts)),
        AnswerText(row.claims == 0 ? "" : String(row.claims), .claim),
        AnswerText(row.isSymmetric ? "symmetric" : row.inverse ?? "", .faint),
      ]
    }
    return [.table(AnswerTable(columns, rows: cells))]
  }
}
