public import GraphModel

/// `merge A into B`
public struct MergeVerb: NamingVerb {
  public static let syntax = VerbSyntax(
    name: "merge", usage: "merge A into B",
    summary: "make two entities one: all that is said of A is said of B; recorded, undo takes it back",
    operands: [.entity], options: [VerbOption("into", operand: .entity, isRequired: true)],
    examples: ["merge Rubio into Marco Rubio", "merge #12 into \"Mark Rutte\""], takesClaims: false)

  public var entity: EntityReference
  public var other: EntityReference

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entity = try parser.entity("the entity that becomes another one")
    guard parser.nextKeyword() == "into" else { throw parser.tokens.expected("into and the entity that it becomes") }
    try parser.take("into")
    other = try parser.entity("the entity that it becomes")
  }

  public func target<Graph: GraphView>(in evaluator: inout Evaluator<Graph>) throws(Interruption) -> NamingTarget {
    let first = try evaluator.resolve(entity, byWords: false)
    let second = try evaluator.resolve(other, byWords: false)
    guard first != second else {
      throw .error(
        QueryError(
          .sameEntity(entity.spelling, other.spelling, evaluator.graph.name(of: first)), at: other.range))
    }
    return .merge(first, into: second)
  }
}
