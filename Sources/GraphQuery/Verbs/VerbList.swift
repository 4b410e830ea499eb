internal import GraphModel

/// Every verb of the query language, in the order of help.
public enum VerbList {
  private static func visitQueries(_ visitor: inout some QueryVerbVisitor) {
    visitor.visit(NeighborsVerb.self)
    visitor.visit(PathVerb.self)
    visitor.visit(FactsVerb.self)
    visitor.visit(FindVerb.self)
    visitor.visit(WhyVerb.self)
    visitor.visit(ContextVerb.self)
    visitor.visit(TimelineVerb.self)
    visitor.visit(OfficesVerb.self)
    visitor.visit(CommonVerb.self)
    visitor.visit(MatchVerb.self)
    visitor.visit(EdgesVerb.self)
    visitor.visit(CountVerb.self)
    visitor.visit(ChangesVerb.self)
    visitor.visit(DisputesVerb.self)
    visitor.visit(ListVerb.self)
    visitor.visit(SearchVerb.self)
    visitor.visit(DocumentsVerb.self)
    visitor.visit(ShowVerb.self)
    visitor.visit(AboutVerb.self)
    visitor.visit(TypesVerb.self)
    visitor.visit(RelationsVerb.self)
    visitor.visit(StatsVerb.self)
    visitor.visit(SuggestVerb.self)
  }

  /// The verbs that ask.
  public static let queries: [any StatementVerb.Type] = {
    var list = TypeCollector()
    visitQueries(&list)
    return list.types
  }()

  /// The verbs that decide on who is who.
  public static let naming: [any StatementVerb.Type] = [
    MergeVerb.self, SplitVerb.self, ApartVerb.self, UndoVerb.self,
  ]

  /// Answers a query by code that the compiler has made for the type of the graph: a call through `any QueryVerb` alone
  /// would run code that asks at every step which graph it has.
  static func answer<Graph: GraphView>(
    _ query: Query, in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    var search = AnswerFinder<Graph>(verb: query.verb)
    visitQueries(&search)
    guard let answer = search.answer else { return try query.verb.answer(in: &evaluator, limit: limit) }
    return try answer(&evaluator, limit)
  }
}

/// Gets each verb as a type of its own.
private protocol QueryVerbVisitor {
  mutating func visit<Verb: QueryVerb>(_ type: Verb.Type)
}

private struct TypeCollector: QueryVerbVisitor {
  var types: [any StatementVerb.Type] = []

  mutating func visit<Verb: QueryVerb>(_ type: Verb.Type) { types.append(type) }
}

private struct AnswerFinder<Graph: GraphView>: QueryVerbVisitor {
  let verb: any QueryVerb
  var answer: ((inout Evaluator<Graph>, Int?) throws(Interruption) -> any AnswerContent)?

  mutating func visit<Verb: QueryVerb>(_ type: Verb.Type) {
    guard let verb = verb as? Verb else { return }
    answer = { (evaluator, limit) throws(Interruption) in try verb.answer(in: &evaluator, limit: limit) }
  }
}
