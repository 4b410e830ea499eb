public import GraphModel

/// One page of HTML that needs nothing else: the graph to look at, the statements as a table, and the sentences that
/// say so. Names and sentences are text in it, never markup; its policy lets nothing run or load but what the page
/// brings.
///
/// Without limits it holds the part that is exported, with some hundred bytes a statement.
public struct PageExporter: GraphExporter {
  /// Most entities shown, the best connected; nil for all.
  public var limit: Int?
  /// Most statements among them, the best supported; nil for all.
  public var statementLimit: Int?

  /// The number of entities that a page shows where nobody says.
  public static let usualLimit = 300
  /// The number of statements that a page shows where nobody says: with their sentences they take less than 1 MB.
  public static let usualStatementLimit = 2_000

  /// A page that can be looked at and sent, whatever the graph.
  public init() { (limit, statementLimit) = (Self.usualLimit, Self.usualStatementLimit) }

  /// A page of so many entities with all that is said of them.
  public init(limit: Int?) { self.limit = limit }

  public func shown(_ part: Subgraph, of graph: some GraphView) -> Subgraph {
    part.narrowed(to: limit, of: graph).supported(to: statementLimit, of: graph)
  }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let content = ShownGraph(Drawing(shown(part, of: graph), of: graph), of: graph)
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      for piece in PageTemplate.embedded.pieces {
        switch piece {
        case .text(let text): try output.append(text)
        case .place("title"): try output.append(HTMLText.escaped(content.title))
        case .place("summary"): try output.append(HTMLText.escaped(content.summary))
        case .place("statements"): for edge in content.edges { try output.append(content.row(of: edge)) }
        case .place("types"): try output.append(content.types)
        case .place("entities"): try content.writeEntities { row throws(Failure) in try output.append(row) }
        case .place("sentences"): try content.writeSentences { row throws(Failure) in try output.append(row) }
        case .place: break
        }
      }
      try output.flush()
    }
  }
}
