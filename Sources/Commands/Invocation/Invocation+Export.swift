internal import Bytes
internal import GraphExport
internal import GraphQuery
internal import GraphModel
internal import GraphStore
internal import SchemaFiles

extension Invocation {
  /// `tercet export STORE`.
  func export() throws -> ExitStatus {
    let path = arguments.operands[0]
    let file = arguments.value("output").flatMap { $0 == "-" ? nil : $0 }
    let format =
      arguments.value("format").flatMap(ExportFormat.init(rawValue:))
      ?? file.flatMap(ExportFormat.init(path:)) ?? .dot
    if arguments.value("around") != nil, arguments.value("query") != nil {
      throw CommandError.conflictingOptions("--around", "--query", command: "export")
    }
    let depth = try arguments.integer("depth", in: 0...100) ?? 1
    let keepsFormulas = arguments.isOn("formulas", otherwise: format == .tsv)
    let exporter = format.exporter(
      keepsFormulas: keepsFormulas, limit: try arguments.integer("limit", in: 1...Int.max), links: try links(format))
    if let file {
      try ExportTarget.refuseExisting(
        file, isForced: arguments.isOn("force"), asFolder: exporter is FolderStream)
    }
    let graph = try StoredGraph(path: path)
    guard let part = try part(of: graph, depth: depth) else { return .noAnswer }
    let target = ExportTarget(exporter: exporter, part: part)
    do {
      if let file {
        try target.write(graph, to: file, isForced: arguments.isOn("force"))
      } else {
        try target.write(graph, to: program.output)
      }
    } catch StatementFailure.statement(let error) {
      throw error
    }
    let losses = ExportLosses(part, of: graph, as: format, by: exporter)
    if !losses.isEmpty { try tell("\(format.rawValue) leaves out \(losses.text)") }
    if let damage = graph.damage { throw damage }
    return .answered
  }

  /// For RDF, what the relations of the schema are called elsewhere.
  private func links(_ format: ExportFormat) throws -> [String: [String]] {
    guard [.nt, .nq, .ttl, .jsonld].contains(format) else { return [:] }
    return Dictionary(
      try Schema.embedded().relations.map { ($0.name, $0.closeMatches) }, uniquingKeysWith: { first, _ in first })
  }

  /// What `--around` and `--query` choose; nil when a name is ambiguous or a statement has no edges to give.
  private func part(of graph: StoredGraph, depth: Int) throws -> Subgraph? {
    var degrees = StatementDegrees.all
    if !arguments.isOn("claims", otherwise: true) { degrees.remove(.claims) }
    if !arguments.isOn("said", otherwise: true) { degrees.remove(.reported) }
    let limits = QueryLimits(rows: Int(Int32.max), degrees: degrees, memory: .max)
    var evaluator = Evaluator(graph: graph, limits: limits, cancellation: program.interrupt.cancellation)
    let statement: String
    if let text = arguments.value("query") {
      statement = text
    } else if let name = arguments.value("around") {
      // The evaluator looks names up with all their variants.
      let isID = name.hasPrefix("#") && UInt32(name.dropFirst()) != nil
      statement = "facts " + (isID ? name : NameSpelling.quotation(name)) + " limit 1"
    } else {
      return .whole(showing: degrees)
    }
    let answer = try evaluator.answer(try Query(parsing: statement))
    if let ambiguity = answer.content as? Answer.Ambiguity {
      try tell("“\(ambiguity.reference.spelling)” names several entities; choose one by its id, such as #12:")
      for line in AnswerRenderer(style: messageStyle).lines(ambiguity.blocks) { try program.messages.writeLine(line) }
      return nil
    }
    if arguments.value("around") != nil, let facts = answer.content as? Answer.Facts {
      let near = evaluator.neighborhood(of: facts.entity.id, depth: depth, showing: degrees)
      if let note = near.note { try tell("note: \(note.text)") }
      return Subgraph(near)
    }
    guard let part = Subgraph(answer), !answer.isEmpty else {
      try tell("the statement has no answer that could be exported")
      return nil
    }
    return part
  }
}
