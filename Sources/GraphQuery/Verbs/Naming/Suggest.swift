public import GraphModel

/// `suggest [type T] [limit N]`
public struct SuggestVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "suggest", usage: "suggest [type T] [limit N]",
    summary:
      "names that are likely one, the likeliest first, with a sentence of each: merge makes them one, apart keeps "
      + "them two, decide asks about each or takes a table",
    options: [VerbOption("type", "only entities of this type", operand: .type), .limit],
    examples: ["suggest", "suggest type Person limit 10"], takesClaims: false)

  public var type: NameReference?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    while let keyword = parser.nextKeyword() {
      if keyword == "type" {
        type = try parser.name(after: "type", "a type such as Person")
      } else {
        try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: O(length of all names), and the edges of those that are likely one.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 20
    var pairs = evaluator.likelyPairs(of: type.map { RelationNames.key($0.spelling) })
    if pairs.isEmpty, let type { try evaluator.checkType(type) }
    evaluator.budget.sort(&pairs) { a, b in
      let (first, second) = (a.rule.weight * (a.shared + 1), b.rule.weight * (b.shared + 1))
      return first != second ? first > second : (a.first, a.second) < (b.first, b.second)
    }
    evaluator.noteRows(shown: min(limit, pairs.count), total: pairs.count, limit: limit)
    let rows = pairs.prefix(limit).map { pair in
      evaluator.suggestion(pair.first, pair.second, pair.rule.rawValue, shared: pair.shared)
    }
    return Answer.Suggestions(rows: rows, total: pairs.count)
  }
}

extension LikelyNames.Rule {
  /// So many shared neighbors of a short name count as one of this rule.
  fileprivate var weight: Int { self == .shortName ? 1 : 4 }
}

extension Evaluator {
  /// Pairs that nobody has kept apart, with how much they share; of persons and bodies that have an edge with one
  /// another only those that are spelled alike.
  fileprivate mutating func likelyPairs(of type: String?) -> [LikelyNames.Pair] {
    let apart = Set(
      graph.decisions.filter { $0.kind == .split }.flatMap { [[$0.entity, $0.other], [$0.other, $0.entity]] })
    var found: [LikelyNames.Pair] = []
    for var pair in LikelyNames(graph, &budget).pairs {
      let types = [pair.first, pair.second].map { RelationNames.key(graph.type(of: $0)) }
      if let type, !types.contains(type) { continue }
      if apart.contains(
        [pair.first, pair.second].map { NamingDecision.Entity(name: graph.name(of: $0), type: graph.type(of: $0)) })
      {
        continue
      }
      guard let (shared, areTied) = shared(pair.first, pair.second) else { break }
      if areTied, pair.rule != .spelling { continue }
      pair.shared = shared
      found.append(pair)
    }
    return found
  }

  /// How many entities both have edges with, and whether they have one with each other; nil where the budget ends.
  mutating func shared(_ a: EntityID, _ b: EntityID) -> (count: Int, areTied: Bool)? {
    guard readAdjacency(of: a) else { return nil }
    let first = Set(adjacency.map(\.neighbor))
    guard budget.allows(first.count), readAdjacency(of: b) else { return nil }
    let second = Set(adjacency.map(\.neighbor))
    return (first.intersection(second).count { $0 != nothing }, first.contains(b))
  }

  /// The pair, the better connected one second, with a sentence of each.
  mutating func suggestion(
    _ first: EntityID, _ second: EntityID, _ rule: String, shared: Int
  ) -> Answer.Suggestions.Row {
    let isTurned = graph.degree(of: first, .both) > graph.degree(of: second, .both)
    let (entity, other) = isTurned ? (second, first) : (first, second)
    return Answer.Suggestions.Row(
      entity: self.entity(entity), other: self.entity(other), rule: rule, shared: shared,
      proof: proof(naming: entity), otherProof: proof(naming: other))
  }

  private mutating func proof(naming entity: EntityID) -> Answer.Proof? {
    guard readAdjacency(of: entity) else { return nil }
    for item in adjacency.prefix(16) {
      if let proof = firstProof(of: item.edge) { return proof }
    }
    return nil
  }
}

extension Answer {
  /// Names that are likely one.
  public struct Suggestions: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var entity: Entity
      /// The one with more edges.
      public var other: Entity
      public var rule: String
      /// How many entities both have edges with.
      public var shared: Int
      /// A sentence that names each; nil for what no text says.
      public var proof: Proof?
      public var otherProof: Proof?
    }

    public var rows: [Row]
    /// How many pairs there are, shown or not.
    public var total: Int
  }
}

extension Answer.Suggestions {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String {
    total == 0 ? "no two names are likely one" : "limit 0 shows none of \(counted(total, "pair")), each likely one"
  }
  public var part: AnswerPart? { AnswerPart(edges: [], entities: rows.flatMap { [$0.entity.id, $0.other.id] }) }

  public var records: AnswerRows<Record> {
    AnswerRows(rows).each { row in
      var record = Record()
      record.add("decision", .text(""))
      record.add("entity", .text(row.entity.name))
      record.add("entity_type", .text(row.entity.type))
      record.add("other", .text(row.other.name))
      record.add("other_type", .text(row.other.type))
      record.add("rule", .text(row.rule))
      record.add("shared", .integer(row.shared))
      record.add("document", row.proof?.document)
      record.add("sentence", row.proof?.sentence)
      record.add("other_document", row.otherProof?.document)
      record.add("other_sentence", row.otherProof?.sentence)
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    var blocks: [AnswerBlock] = []
    for (number, row) in rows.enumerated() {
      guard bounds.allows(behind: number) else { return blocks + [.undrawn(rows.count - number)] }
      if number > 0 { blocks.append(.gap) }
      blocks.append(.line(row.names))
      blocks.append(
        .paragraph(
          AnswerText(
            "\(row.grounds): merge \(row.entity.idText) into \(row.other.idText), "
              + "or apart \(row.entity.idText) from \(row.other.idText)", .faint)))
      blocks += row.sentences
    }
    return blocks
  }
}
