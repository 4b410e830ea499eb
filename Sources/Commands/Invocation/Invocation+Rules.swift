internal import Bytes
internal import Extraction
internal import GraphQuery
internal import Language

extension Invocation {
  /// `tercet rules INPUT...`: where rules over trees fire, or how often each does.
  func rules() throws -> ExitStatus {
    let format = (arguments.value("format").flatMap(AnswerFormat.init) ?? .auto)
      .resolved(onTerminal: program.environment.isOutputTerminal)
    let wantsCounts = arguments.isOn("counts")
    let pipeline = try pipeline()
    let extractor = pipeline.extractor()
    var counts = Dictionary(uniqueKeysWithValues: Extractor.ruleNames(of: pipeline.schema).map { ($0, 0) })
    var lines = RecordLines(format, style)
    var table = TextTable(columns: [
      .init(title: "sentence", alignment: .right), .init(title: "rule"), .init(title: "at"), .init(title: "words"),
    ])
    let run = try forEachDocument(pipeline.meter) { input -> (fired: [FiredRule], document: Document) in
      let document = pipeline.analyze(input)
      return (extractor.firedRules(document), document)
    } emit: { result in
      for rule in result.fired {
        counts[rule.name, default: 0] += 1
        if wantsCounts { continue }
        let record = Self.record(rule, in: result.document)
        if format == .table {
          table.rows.append(record.fields.dropFirst().map { StyledText($0.value.cell(style)) })
        } else {
          try write(lines.next(record))
        }
      }
      if format == .table, !table.rows.isEmpty {
        try write([result.document.metadata.id])
        try write(table.lines(style))
        table.rows = []
      }
      try program.output.flush()
      return DocumentReport(id: result.document.metadata.id, sentences: result.document.sentences.count)
    }
    if !wantsCounts, format != .table { try write(lines.end()) }
    if wantsCounts { try writeCounts(counts, Extractor.ruleNames(of: pipeline.schema), format) }
    return try status(of: run)
  }

  /// A line a rule, those that fire most first, then in the order of the rules.
  private func writeCounts(_ counts: [String: Int], _ names: [String], _ format: AnswerFormat) throws {
    let order = names.indices.sorted { (-counts[names[$0], default: 0], $0) < (-counts[names[$1], default: 0], $1) }
    let records = order.map { index in
      var record = Record()
      record.add("rule", .text(names[index]))
      record.add("count", .integer(counts[names[index], default: 0]))
      return record
    }
    guard format == .table else { return try write(records.lines(format, style)) }
    var table = TextTable(columns: [.init(title: "rule"), .init(title: "count", alignment: .right)])
    table.rows = records.map { $0.fields.map { StyledText($0.value.cell(style)) } }
    try write(table.lines(style))
  }

  private static func record(_ rule: FiredRule, in document: Document) -> Record {
    var record = Record()
    record.add("document", .text(document.metadata.id))
    record.add("sentence", .integer(rule.sentence + 1))
    record.add("rule", .text(rule.name))
    record.add("at", .text(document.text(in: rule.word)))
    record.add("words", .list(rule.words.map { document.text(in: $0) }))
    return record
  }
}
