public import GraphModel

/// `apart A from B`
public struct ApartVerb: NamingVerb {
  public static let syntax = VerbSyntax(
    name: "apart", usage: "apart A from B",
    summary: "keep two entities two: suggest asks for them no more; recorded, undo takes it back",
    operands: [.entity], options: [VerbOption("from", operand: .entity, isRequired: true)],
    examples: ["apart Jon Smith from John Smith"], takesClaims: false)

  public var entity: EntityReference
  public var other: EntityReference

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entity = try parser.entity("an entity that is another one")
    guard parser.nextKeyword() == "from" else { throw parser.tokens.expected("from and the entity that it is not") }
    try parser.take("from")
    other = try parser.entity("the entity that it is not")
  }

  public func target<Graph: GraphView>(in evaluator: inout Evaluator<Graph>) throws(Interruption) -> NamingTarget {
    let (first, second) = (try evaluator.resolve(entity, byWords: false), try evaluator.resolve(other, byWords: false))
    guard first != second else {
      throw .error(
        QueryError(.sameEntity(entity.spelling, other.spelling, evaluator.graph.name(of: first)), at: other.range))
    }
    return .apart(first, from: second)
  }
}
