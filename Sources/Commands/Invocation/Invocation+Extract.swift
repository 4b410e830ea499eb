internal import Bytes
internal import Extraction
internal import GraphExport
internal import Language

extension Invocation {
  /// What came of a document.
  private struct Extracted: Sendable {
    var lines: [String] = []
    /// By the fields of ``RowField/all``, where the rows are no lines.
    var rows: [[RowValue]] = []
    /// Why verbs are in no statement.
    var unused: [String] = []
    var id: String
    var sentences: Int

    init(_ lines: [String] = [], of document: Document) {
      self.lines = lines
      id = document.metadata.id
      sentences = document.sentences.count
    }
  }

  /// `tercet extract INPUT...`: each document on its own.
  func extract() throws -> ExitStatus {
    let format = arguments.value("format") ?? "jsonl"
    let filter = try documentFilter(format)
    let pipeline = try pipeline()
    let extractor = pipeline.extractor()
    if format == "mentions" {
      return try extract(pipeline, filter) { document in
        let (extraction, mentions) = extractor.extractWithMentions(document)
        let records = StatementRecord.events(in: extractor.assemble([extraction]))
        return Extracted(MentionLine.lines(mentions, records, in: document).map(\.text), of: document)
      }
    }
    if format == "oie" {
      let style = arguments.value("style").flatMap(WordingStyle.init(rawValue:)) ?? .minimal
      return try extract(pipeline, filter) { document in
        let facts = extractor.openFacts(document, style: style)
        return Extracted(facts.map { OpenFactLine($0, in: document).text }, of: document)
      }
    }
    if format == "tsv" { try write(["document\tsentence\tsubject\tpredicate\tobject\tpolarity\tmodality\tconfidence"]) }
    let isVerbose = isVerbose
    let work: @Sendable (Document) -> Extracted = { document in
      let records = StatementRecord.events(in: extractor.assemble([extractor.extract(document)]))
      var result = Extracted(of: document)
      switch format {
      case "arrow": result.rows = records.map(\.values)
      case "tsv": result.lines = records.filter { !$0.isLink }.flatMap(\.tabSeparated)
      default: result.lines = records.map(\.json)
      }
      if isVerbose { result.unused = extractor.unused(document).map { Self.explanation($0, in: document) } }
      return result
    }
    return try format == "arrow" ? extractArrow(pipeline, filter, work: work) : extract(pipeline, filter, work: work)
  }

  /// Writes the rows that `work` makes of each document as a stream of Arrow: batches of some thousands, or one of each
  /// document, be it empty, where somebody waits for it.
  private func extractArrow(
    _ pipeline: TextPipeline, _ filter: DocumentFilter, work: @escaping @Sendable (Document) -> Extracted
  ) throws -> ExitStatus {
    let output = program.output
    var stream = ArrowStream(RowField.all)
    try output.write(bytes: stream.schema)
    if filter.isPrompt { try output.flush() }
    func add(_ rows: [[RowValue]]) throws {
      for row in rows { stream.append(row) }
      guard filter.isPrompt || stream.isFull else { return }
      try output.write(bytes: stream.takeBatch())
      if filter.isPrompt { try output.flush() }
    }
    // A run that a bad document ends has the rows of those before it.
    func end() throws {
      if !stream.isEmpty { try output.write(bytes: stream.takeBatch()) }
      try output.write(bytes: ArrowStream.end)
    }
    do {
      let run = try forEachDocument(
        pipeline.meter, filter: filter, analyze: { pipeline.analyze($0) }, work: work
      ) { result in
        try add(result.rows)
        for line in result.unused { try program.messages.writeLine(line) }
        return DocumentReport(id: result.id, sentences: result.sentences)
      } fail: { bad in
        try add([StatementRecord.failure(document: bad.name, error: bad.error.message)])
      }
      try end()
      return try status(of: run)
    } catch let error as InputError {
      try end()
      throw error
    }
  }

  /// Writes what `work` makes of each document.
  private func extract(
    _ pipeline: TextPipeline, _ filter: DocumentFilter, work: @escaping @Sendable (Document) -> Extracted
  ) throws -> ExitStatus {
    let hasReceipts = arguments.isOn("receipts")
    let flushes = filter.isPrompt || program.environment.isOutputTerminal
    let run = try forEachDocument(
      pipeline.meter, filter: filter, analyze: { pipeline.analyze($0) }, work: work
    ) { result in
      try write(result.lines)
      if hasReceipts { try write([FilterLine.receipt(document: result.id, statements: result.lines.count)]) }
      for line in result.unused { try program.messages.writeLine(line) }
      if flushes { try program.output.flush() }
      return DocumentReport(id: result.id, sentences: result.sentences)
    } fail: { bad in
      try write([FilterLine.failure(bad)])
      if flushes { try program.output.flush() }
    }
    return try status(of: run)
  }

  /// What the options say of documents that cannot be read, and of when answers are written.
  private func documentFilter(_ format: String) throws(CommandError) -> DocumentFilter {
    var filter = DocumentFilter()
    let environment = program.environment
    // Somebody may wait for the answer to what he wrote before he goes on.
    let isAsked = arguments.operands.contains("-") && (environment.isInputPipe || environment.isInputTerminal)
    filter.isPrompt = arguments.isOn(
      "flush", otherwise: isAsked && (environment.isOutputPipe || environment.isOutputTerminal))
    filter.failures = arguments.value("on-error").flatMap(DocumentFilter.Failures.init(rawValue:))
    filter.answersAll = arguments.isOn("receipts")
    if format == "arrow", environment.isOutputTerminal { throw .binaryToTerminal(format) }
    if arguments.isOn("receipts"), format != "jsonl" {
      throw .conflictingOptions("--receipts", "--format \(format)", command: "extract")
    }
    if filter.failures == .row, format == "tsv" || format == "oie" {
      throw .conflictingOptions("--on-error row", "--format \(format)", command: "extract")
    }
    return filter
  }

  /// `nato:12: "hesitated" is in no statement: no object, no phrase`.
  private static func explanation(_ unused: UnusedPredicate, in document: Document) -> String {
    "\(document.metadata.id):\(unused.sentence + 1): \"\(document.text(in: unused.bytes))\" is in no statement: "
      + unused.reason.explanation
  }
}
