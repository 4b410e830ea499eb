public import GraphModel

/// `common A and B [and C …] [at D] [limit N]`
public struct CommonVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "common", usage: "common A and B [and C …] [at D] [limit N]",
    summary: "what several entities are all linked to", operands: [.entity],
    options: [VerbOption("and", "another of them", operand: .entity, isRequired: true), .moment, .limit],
    examples: ["common Mark Rutte and Marco Rubio", "common NATO and Russia and Ukraine limit 10"])

  public var entities: [EntityReference]
  /// Shows only what holds then; nil for any time.
  public var moment: Moment?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entities = [try parser.entity("an entity")]
    while let keyword = parser.nextKeyword() {
      if keyword == "at" {
        moment = try parser.moment()
        continue
      }
      guard keyword == "and" else {
        try parser.commonOption(keyword)
        continue
      }
      parser.tokens.position += 1
      entities.append(try parser.entity("an entity after and"))
      guard entities.count <= Self.most else {
        throw QueryError(.tooMany("entities", most: Self.most), at: parser.tokens.nextRange)
      }
    }
    guard entities.count > 1 else { throw parser.tokens.expected("and with another entity") }
  }

  private static let most = 16

  /// - Complexity: O(*d* log *d*) for all *d* edges of the entities.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    var ids: [EntityID] = []
    for reference in entities {
      let id = try evaluator.resolve(reference)
      guard !ids.contains(id) else {
        let name = evaluator.graph.name(of: id)
        let first = entities[ids.firstIndex(of: id) ?? 0].spelling
        throw .error(QueryError(.sameEntity(first, reference.spelling, name), at: reference.range))
      }
      ids.append(id)
    }
    let found = evaluator.common(ids, try evaluator.days(of: moment).map { MomentTest($0) })
    evaluator.noteRows(shown: min(limit, found.count), total: found.count, limit: limit)
    let shown = Array(found.prefix(limit))
    return Answer.Common(
      entities: ids.map { evaluator.entity($0) },
      rows: AnswerRows(count: shown.count) { [reader = evaluator.reader, shown] number in
        Answer.Common.Row(
          entity: reader.entity(shown[number].entity), statements: shown[number].edges.map { reader.statement($0) })
      }, shared: shown, total: found.count)
  }
}

/// An entity to which all are linked, with an edge to each.
struct SharedNeighbor: Sendable {
  var entity: EntityID
  /// One for each of those that were asked about, in their order.
  var edges: [EdgeID]
  /// How many edges there are to them.
  var count: Int
}

extension Evaluator {
  /// What all of `ids` are linked to, by edges that are to be shown, the most edges first. Of a noun of several
  /// documents only what one document says counts.
  fileprivate mutating func common(_ ids: [EntityID], _ moment: MomentTest?) -> [SharedNeighbor] {
    var moment = moment
    var left = Answer.DegreeCounts()
    var shared: [EntityID: [[EdgeID]]] = [:]
    for (number, id) in ids.enumerated() {
      guard readAdjacency(of: id) else { break }
      let links = self.links()
      var own: [EntityID: [EdgeID]] = [:]
      for item in adjacency where item.neighbor != nothing && !ids.contains(item.neighbor) {
        guard budget.allows(), budget.mayHold(48 * (own.count + shared.count)) else { return [] }
        guard !links.contains(item.predicate), number == 0 || shared[item.neighbor] != nil else { continue }
        guard degrees.contains(item.degree) else {
          left.add(item.degree)
          continue
        }
        guard moment?.lets(graph.edge(item.edge), careers, graph) ?? true else { continue }
        own[item.neighbor, default: []].append(item.edge)
      }
      shared = own.reduce(into: [:]) { $0[$1.key] = (shared[$1.key] ?? []) + [$1.value] }
    }
    var found: [SharedNeighbor] = []
    var firstApart: EntityID?
    for (entity, edges) in shared.sorted(by: { $0.key < $1.key }) {
      guard budget.allows(5) else { break }
      guard let edges = apart(entity, edges) else {
        firstApart = firstApart ?? entity
        continue
      }
      let best = edges.map { $0.min() ?? EdgeID(0) }
      found.append(SharedNeighbor(entity: entity, edges: best, count: edges.reduce(0) { $0 + $1.count }))
    }
    if let firstApart { note(.nounsApart(self.entity(firstApart))) }
    budget.sort(&found) { a, b in a.count != b.count ? a.count > b.count : a.entity < b.entity }
    note(left)
    note(moment)
    return found
  }

  /// The edges to `entity` that meet there: of a noun of several documents those of the first document that has one of
  /// each; nil where there is none.
  private mutating func apart(_ entity: EntityID, _ edges: [[EdgeID]]) -> [[EdgeID]]? {
    guard let nouns, nouns.contains(entity, in: graph) else { return edges }
    var byDocument: [DocumentID: [[EdgeID]]] = [:]
    for (number, own) in edges.enumerated() {
      for edge in own {
        guard budget.allows(8) else { return nil }
        nouns.documents.forEach(of: edge, in: graph) { document in
          byDocument[document, default: Array(repeating: [], count: edges.count)][number].append(edge)
          return true
        }
      }
    }
    let whole = byDocument.filter { !$0.value.contains(where: \.isEmpty) }.min { $0.key < $1.key }
    return whole?.value
  }
}

extension Answer {
  /// What several entities are linked to.
  public struct Common: AnswerContent {
    public struct Row: Sendable {
      public var entity: Entity
      /// One for each of the entities that were asked about, in their order.
      public var statements: [Statement]
    }

    public var entities: [Entity]
    /// Most edges first.
    public var rows: AnswerRows<Row>
    var shared: [SharedNeighbor]
    public var total: Int
  }
}

extension Answer.Common {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String {
    "nothing is linked to " + entities.map(\.name).joined(separator: " and to ") + "; path looks further"
  }

  public var part: AnswerPart? {
    AnswerPart(edges: shared.flatMap(\.edges), entities: entities.map(\.id), highlighted: entities.map(\.id))
  }

  public var records: AnswerRows<Record> {
    rows.each { row in
      var record = Record()
      record.add("id", .text(row.entity.idText))
      record.add("name", .text(row.entity.name))
      record.add("type", .text(row.entity.type))
      record.add("edges", .list(row.statements.map(\.idText)))
      record.add("statements", .records(row.statements.map { Record($0) }), onlyJSON: true)
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    let columns =
      [AnswerTable.Column(title: "in common", shrinks: true)]
      + entities.map { AnswerTable.Column(title: $0.name, wraps: true) }
      + [AnswerTable.Column(title: "edges", dropOrder: 1)]
    return AnswerTable(columns, drawing: rows, bounds) { row in
      [AnswerText(row.entity.name, .entity)]
        + row.statements.map { statement in
          let isBackward = statement.subject == row.entity
          let words = statement.mark + statement.predicate
          let arrow = AnswerText(AnswerText.Arrow(words: words, isBackward: isBackward), statement.markRole)
          return statement.note.isEmpty ? arrow : arrow + " " + statement.note
        }
        + [AnswerText(row.statements.map(\.idText).joined(separator: " "), .faint)]
    }.blocks(of: rows.count)
  }
}
