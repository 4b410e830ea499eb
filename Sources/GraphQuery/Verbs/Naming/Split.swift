public import GraphModel

/// `split NAME [from E]`
public struct SplitVerb: NamingVerb {
  public static let syntax = VerbSyntax(
    name: "split", usage: "split NAME [from E]",
    summary: "make what is said of an entity under one of its other names an entity of its own",
    operands: [.entity], options: [VerbOption("from", operand: .entity)], examples: ["split Okoye from Boris Okoye"],
    takesClaims: false)

  public var name: EntityReference
  public var owner: EntityReference?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    name = try parser.entity("the name to be an entity of its own")
    if parser.nextKeyword() == "from" {
      try parser.take("from")
      owner = try parser.entity("the entity that has the name")
    }
  }

  public func target<Graph: GraphView>(in evaluator: inout Evaluator<Graph>) throws(Interruption) -> NamingTarget {
    let graph = evaluator.graph
    var candidates: [EntityID]
    if let owner {
      candidates = [try evaluator.resolve(owner, byWords: false)]
    } else {
      candidates = EntityNames(graph: graph).matches(name.spelling)
    }
    let bearers = candidates.compactMap { id in
      evaluator.alias(of: id, like: name.spelling).map { (name: $0, id: id) }
    }.filter { $0.name != graph.name(of: $0.id) }
    if bearers.count == 1 { return .split(bearers[0].name, from: bearers[0].id) }
    if bearers.count > 1 {
      throw .ambiguous(
        Answer.Ambiguity(
          reference: name,
          candidates: bearers.map { evaluator.candidate($0.id, alias: $0.name) }
            .sorted { ($1.degree, $0.entity.id) < ($0.degree, $1.entity.id) }))
    }
    let owned = owner == nil ? [] : graph.otherNames(of: candidates[0]).map(\.name)
    throw .error(
      QueryError(
        .noOtherName(name.spelling, of: owner.map { _ in graph.name(of: candidates[0]) }), at: name.range,
        suggestions: Array(owned.prefix(3))))
  }
}
