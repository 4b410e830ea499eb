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
  /// The predicates, most frequent first, with the numbers of all edges by degree; `attack` with those of its roles,
  /// `attack in` and `attack with`.
  ///
  /// - Complexity: O(edges), within the limits of time.
  mutating func relations(limit: Int) -> (answer: Answer.Relations, total: Answer.DegreeCounts, links: Int) {
    guard budget.mayHold(240 * graph.predicateCount) else { return (Answer.Relations(rows: []), .init(), 0) }
    var counts = Array(repeating: Answer.DegreeCounts(), count: graph.predicateCount)
    let links = links()
    var linkCount = 0
    var total = Answer.DegreeCounts()
    for number in 0..<UInt32(graph.entityCount) {
      guard budget.read(EntityID(number), .outgoing, of: graph, into: &adjacency) else { break }
      guard budget.allows(adjacency.count + 1) else { break }
      for item in adjacency {
        if links.contains(item.predicate) {
          linkCount += 1
          continue
        }
        counts[Int(item.predicate.rawValue)].add(item.degree)
        total.add(item.degree)
      }
    }
    let families = families(counts, without: links)
    var ranked = Array(families.indices)
    budget.sort(&ranked) { a, b in (families[b].edges.all, a) < (families[a].edges.all, b) }
    noteRows(shown: min(limit, ranked.count), total: ranked.count, limit: limit)
    let rows = AnswerRows(count: min(limit, ranked.count)) { [reader, ranked, families, counts] place in
      let family = families[ranked[place]]
      let predicates = family.members.map { reader.predicate($0) }
      let lead = predicates.first { $0.role == nil } ?? predicates[0]
      let roles = zip(predicates, family.members).sorted { a, b in
        (counts[Int(b.1.rawValue)].all, a.1.rawValue) < (counts[Int(a.1.rawValue)].all, b.1.rawValue)
      }
      return Answer.Relations.Row(
        predicate: lead.verb, roles: roles.compactMap { $0.0.role }, relation: lead.relation, inverse: lead.inverse,
        isSymmetric: lead.isSymmetric, edges: family.edges)
    }
    return (Answer.Relations(rows: rows), total, linkCount)
  }

  /// A verb with its roles.
  private struct Family {
    var members: [PredicateID]
    var edges: Answer.DegreeCounts
  }

  /// The predicates by verb, in the order of the first of each.
  private func families(_ counts: [Answer.DegreeCounts], without links: Set<PredicateID>) -> [Family] {
    var places: [String: Int] = [:]
    var families: [Family] = []
    for number in counts.indices {
      let id = PredicateID(UInt32(number))
      if links.contains(id) { continue }
      let verb = graph.predicate(id).verb
      if let place = places[verb] {
        families[place].members.append(id)
        families[place].edges.add(counts[number])
      } else {
        places[verb] = families.count
        families.append(Family(members: [id], edges: counts[number]))
      }
    }
    return families
  }
}

extension Answer {
  /// The predicates of the graph, most frequent first.
  public struct Relations: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var predicate: String
      /// Prepositions of what takes part beside subject and object, most frequent first: `in`, `with`.
      public var roles: [String]
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
      record.add("roles", row.roles.isEmpty ? nil : row.roles.joined(separator: ", "))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    let columns: [AnswerTable.Column] = [
      .init(title: "predicate", shrinks: true), .init(title: "relation"), .init(title: "facts", alignment: .right),
      .init(title: "reported", alignment: .right), .init(title: "claims", alignment: .right),
      .init(title: "inverse", dropOrder: 2), .init(title: "roles", shrinks: true, dropOrder: 1),
    ]
    return AnswerTable(columns, drawing: rows, bounds) { row in
      [
        AnswerText(row.predicate, .relation), AnswerText(row.relation ?? "", .faint),
        AnswerText(String(row.edges.facts)),
        AnswerText(row.edges.reported == 0 ? "" : String(row.edges.reported)),
        AnswerText(row.edges.claims == 0 ? "" : String(row.edges.claims), .claim),
        AnswerText(row.isSymmetric ? "symmetric" : row.inverse ?? "", .faint),
        AnswerText(row.roles.joined(separator: ", "), .faint),
      ]
    }.blocks(of: rows.count)
  }
}
