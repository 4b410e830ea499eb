internal import Bytes
public import GraphModel

/// `find TEXT [limit N]`
public struct FindVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "find", usage: "find TEXT [limit N]",
    summary: "entities whose name or alias has the text", operands: [.text], options: [.limit],
    examples: ["find rutte", "find \"foreign minister\""])

  public var text: String

  public init(reading parser: inout StatementParser) throws(QueryError) {
    guard let name = parser.name() else { throw parser.tokens.expected("the text to look for") }
    text = name.spelling
  }

  /// - Complexity: that of ``GraphView/entities(matching:at:limit:while:)``, and the aliases of the rows shown.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    let most = evaluator.budget.memory / 2 / Self.bytesPerName
    let found = evaluator.graph.entities(matching: text, limit: limit, most: most) { evaluator.budget.allows($0) }
    if found.total > most { evaluator.budget.stop(.memoryLimit(evaluator.budget.memory)) }
    // Who is called so elsewhere, and here by another name: `USA`. To read what is known of names takes longer than to
    // find a name that the graph has.
    let names = EntityNames(graph: evaluator.graph)
    let others = names.matches(text).isEmpty ? evaluator.otherNames(text) : []
    let known = Set(others.flatMap { names.matches($0) }).subtracting(found.entities)
    let ids = Array((known.sorted() + found.entities).prefix(limit))
    if evaluator.budget.cutOff == nil {
      evaluator.noteRows(shown: ids.count, total: found.total + known.count, limit: limit)
    }
    let folded = text.lowercased()
    let rows = AnswerRows(count: ids.count) { [reader = evaluator.reader, ids] in
      reader.candidate(ids[$0], having: folded)
    }
    return Answer.Found(text: text, rows: rows, entities: ids)
  }

  /// What a name that was found takes while the best are chosen.
  private static let bytesPerName = 44
}

extension Answer {
  /// Entities by a part of their name.
  public struct Found: AnswerContent {
    public var text: String
    public var rows: AnswerRows<Candidate>
    var entities: [EntityID]
  }
}

extension Answer.Found {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "no name has “\(text.shortened())” in it" }
  public var records: AnswerRows<Record> { rows.records }
  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] { rows.blocks(within: bounds) }
  public var part: AnswerPart? { AnswerPart(edges: [], entities: entities) }
}
