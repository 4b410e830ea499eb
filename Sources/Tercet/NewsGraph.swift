internal import Bytes
public import GraphExport
internal import GraphModel
internal import GraphQuery
internal import GraphStore

/// A graph that can be asked, in statements of Tercet's query language.
///
///     let graph = try NewsGraph(path: "news.tercet")
///     for row in try graph.ask("neighbors NATO via leads").rows {
///       print(row.text("neighbor") ?? "", row["support"] ?? .integer(0))
///     }
///
/// It stays as it was when it was opened, whatever is done to the file, and may be asked by many threads at once.
public struct NewsGraph: Sendable {
  private let graph: StoredGraph

  /// Opens the file of a graph, of this version of the format or of any before it.
  ///
  /// - Throws: when the file cannot be read, is no graph, of a newer version, cut short or visibly damaged.
  public init(path: String) throws(TercetError) {
    do { graph = try StoredGraph(path: path) } catch { throw TercetError(error) }
  }

  init(_ graph: StoredGraph) { self.graph = graph }

  public var entityCount: Int { graph.entityCount - (graph.nothing == nil ? 0 : 1) }
  /// How many different statements it has; each may be said by many sentences.
  public var statementCount: Int { graph.edgeCount }
  public var documentCount: Int { graph.documentCount }

  /// The first damage that was met since the file was opened; nil while all that was read is intact. Rows are made when
  /// they are looked at, so look here afterwards if the file may be damaged.
  public var damage: TercetError? { graph.damage.map { TercetError($0) } }

  /// Answers a statement, such as `path "Joanna Kelles" to Rutte` or `facts NATO limit 10`.
  ///
  /// - Parameters:
  ///   - statement: one of those that `tercet help` lists, but for those that change a graph.
  ///   - limit: how long it may take; nil for as long as it does. What was found until then is the answer.
  /// - Returns: a reply without rows when nothing was found.
  /// - Throws: when the statement is not understood, or names what the graph does not have or has twice.
  public func ask(_ statement: String, within limit: Duration? = nil) throws(TercetError) -> Reply {
    Reply(try answer(to: statement, QueryLimits(time: limit)))
  }

  /// Writes all of the graph, or what stands around one entity.
  ///
  ///     var page: [UInt8] = []
  ///     try graph.export(.html, around: "NATO") { page += $0 }
  ///
  /// - Parameters:
  ///   - format: one that is a single text: not `svg`, `png` and `pdf`, which Graphviz draws of `dot`, nor the folders
  ///     `neo4j` and `vault`.
  ///   - name: of an entity; nil for all of the graph.
  ///   - depth: how many steps away from it.
  ///   - sink: gets the bytes piece by piece, so that a large graph is not in memory as text.
  /// - Throws: when the name is of nobody or of several, the format is none of these, or the graph is damaged.
  public func export(
    _ format: ExportFormat, around name: String? = nil, depth: Int = 1, to sink: ([UInt8]) -> Void
  ) throws(TercetError) {
    let exporter: any GraphExporter
    do { exporter = try format.exporterBySchema(keepsFormulas: nil) } catch { throw TercetError(error) }
    if format.isPicture || exporter is FolderStream {
      throw TercetError(
        "tercet.format", message: "expected a format that is one text, found \(format.rawValue)",
        remedy: "use the program: tercet export, or dot for a picture to be drawn", exitStatus: .usage)
    }
    let part = try name.map { name throws(TercetError) in try self.part(around: name, depth: depth) } ?? .whole()
    exporter.write(exporter.shown(part, of: graph), of: graph, to: sink)
    if let damage { throw damage }
  }

  private func part(around name: String, depth: Int) throws(TercetError) -> Subgraph {
    let isID = name.first == "#" && UInt32(name.dropFirst()) != nil
    let operand = isID ? name : NameSpelling.quotation(name)
    // A statement looks names up with all their variants.
    let facts = try answer(to: "facts \(operand) limit 1", QueryLimits())
    guard let facts = facts.content as? Answer.Facts else { return Subgraph(edges: []) }
    var evaluator = Evaluator(graph: graph)
    return Subgraph(evaluator.neighborhood(of: facts.entity.id, depth: depth, showing: .all))
  }

  private func answer(to statement: String, _ limits: QueryLimits) throws(TercetError) -> Answer {
    // What it keeps between statements is of one thread.
    var evaluator = Evaluator(graph: graph, limits: limits)
    let answer: Answer
    do { answer = try evaluator.answer(try Query(parsing: statement)) } catch { throw TercetError(error) }
    if let damage { throw damage }
    if let ambiguity = answer.content as? Answer.Ambiguity {
      let names = ambiguity.candidates.prefix(5).map { "\($0.entity.idText) \($0.entity.name) (\($0.entity.type))" }
      throw TercetError(
        "query.ambiguous", message: "“\(ambiguity.reference.spelling)” names several entities",
        remedy: "choose one by its id: \(names.joined(separator: ", "))", exitStatus: .noAnswer)
    }
    return answer
  }
}
