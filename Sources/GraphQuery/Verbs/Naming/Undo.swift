public import GraphModel

/// `undo`
public struct UndoVerb: NamingVerb {
  public static let syntax = VerbSyntax(
    name: "undo", usage: "undo", summary: "take back the last merge, split or apart", examples: ["undo"],
    takesClaims: false)

  public init(reading parser: inout StatementParser) throws(QueryError) {}

  public func target<Graph: GraphView>(in evaluator: inout Evaluator<Graph>) throws(Interruption) -> NamingTarget {
    .undo
  }
}
