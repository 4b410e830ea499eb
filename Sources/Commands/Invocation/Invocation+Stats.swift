internal import Bytes
internal import GraphExport
internal import GraphQuery
internal import GraphModel
internal import GraphStore

extension Invocation {
  /// `tercet stats STORE`: the verb's answer and what the file takes.
  func stats() throws -> ExitStatus {
    let path = arguments.operands[0]
    let graph = try StoredGraph(path: path)
    let format = (arguments.value("format").flatMap(AnswerFormat.init) ?? .auto)
      .resolved(onTerminal: program.environment.isOutputTerminal)
    var evaluator = Evaluator(graph: graph, cancellation: program.interrupt.cancellation)
    let answer = try evaluator.answer(try Query(parsing: "stats"))
    let sizes = sizeRecords(graph)
    if let damage = graph.damage { throw damage }
    guard format == .table else {
      try write((Array(answer.content.records) + sizes).lines(format, style))
      return .answered
    }
    try write(AnswerRenderer(style: style).lines(answer.content.blocks) + [.empty])
    var table = TextTable(columns: [.init(title: "section"), .init(title: "bytes", alignment: .right)])
    table.rows = sizes.map { $0.fields.prefix(table.columns.count).map { StyledText($0.value.cell(style)) } }
    try write(table.lines(style))
    return .answered
  }

  private func sizeRecords(_ graph: StoredGraph) -> [Record] {
    var rows = graph.base.sections.map { ("section \($0.name)", $0.bytes) }
    if graph.changeCount > 0 { rows.append((Self.changes(graph), graph.changeBytes)) }
    rows.append(("file", graph.byteCount))
    if graph.edgeCount > 0 { rows.append(("bytes an edge", graph.byteCount / graph.edgeCount)) }
    return rows.map { name, bytes in
      var record = Record()
      record.add("what", .text(name))
      record.add("count", .integer(bytes))
      record.add("date", nil)
      return record
    }
  }
}
