internal import GraphQuery
internal import GraphModel

/// A verb that the session itself carries out. A new one is a file, and a line in ``VerbTable/standard``.
protocol SessionVerb: StatementVerb {
  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome
}
