public import GraphModel

/// `context EDGE`
public struct ContextVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "context", usage: "context EDGE [limit N]", summary: "the sentences behind an edge with those around them",
    operands: [.edge], options: [.limit], examples: ["context e12"], takesClaims: false)

  public var edge: EdgeReference

  public init(reading parser: inout StatementParser) throws(QueryError) {
    guard let edge = parser.edge() else { throw parser.tokens.expected("the id of an edge, such as e12") }
    self.edge = edge
  }

  /// - Complexity: that of ``GraphView/evidence(of:)``, and the length of the text for each sentence shown.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    try evaluator.explanation(of: edge, limit: limit ?? WhyVerb.usualSentences, .init(isWide: true))
  }
}
