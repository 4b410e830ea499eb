public import GraphModel

/// `find TEXT [limit N]`
public struct FindVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "find", aliases: ["search"], usage: "find TEXT [limit N]",
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
    let found = evaluator.graph.entities(matching: text, limit: limit) { evaluator.budget.allows($0) }
    let folded = text.lowercased()
    var rows: [Answer.Candidate] = []
    for id in found.entities {
      // Of a search that was stopped a first part of the rows will do.
      guard evaluator.budget.allows(5) || rows.count < 100 else { break }
      let alias = evaluator.graph.aliases(of: id).first { $0.name.lowercased().contains(folded) }?.name
      rows.append(evaluator.candidate(id, alias: alias))
    }
    if evaluator.budget.cutOff == nil { evaluator.noteRows(shown: rows.count, total: found.total, limit: limit) }
    return Answer.Found(text: text, rows: rows)
  }
}

extension Answer {
  /// Entities by a part of their name.
  public struct Found: AnswerContent {
    public var text: String
    public var rows: [Candidate]
  }
}

extension Answer.Found {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "no name has “\(text)” in it" }
  public var records: [Record] { rows.records }
  public var blocks: [AnswerBlock] { rows.blocks }
  public var part: AnswerPart? { AnswerPart(edges: [], entities: rows.map(\.entity.id)) }
}
