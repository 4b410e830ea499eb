internal import GraphQuery
internal import Bytes
internal import Extraction
internal import GraphModel
internal import GraphStore
internal import Language
internal import SchemaFiles

extension Invocation {
  /// `tercet parse INPUT...`.
  func parse() throws -> ExitStatus {
    // The rest of the schema would take most of the time of a short text.
    let analysis = try TextAnalysis(lists: Schema.embeddedLists(), modelPath: arguments.value("model"))
    let wantsTokens = arguments.value("format") == "tokens"
    let run = try forEachDocument(
      analysis.meter,
      analyze: { inputs in
        wantsTokens ? inputs.map { analysis.tokenize($0.document, layout: $0.layout) } : analysis.analyze(inputs)
      }
    ) { document in
      document
    } emit: { document in
      if wantsTokens {
        try program.output.write(bytes: TokenLineWriter().write(document))
      } else {
        try writeConllu(document)
      }
      return DocumentReport(id: document.metadata.id, sentences: document.sentences.count)
    }
    return try status(of: run)
  }

  /// Writes `document` some hundred sentences at a time.
  private func writeConllu(_ document: Document) throws {
    let writer = ConlluWriter()
    var bytes: [UInt8] = []
    writer.writeOpening(document, into: &bytes)
    for start in stride(from: 0, to: document.sentences.count, by: 256) {
      writer.write(document, sentences: start..<min(start + 256, document.sentences.count), into: &bytes)
      try program.output.write(bytes: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try program.output.write(bytes: bytes)
  }

  static func summary(_ graph: StoredGraph, _ path: String) -> String {
    let changes = graph.changeCount == 0 ? "" : ", \(Self.changes(graph)) behind the store"
    return "\(path): \(counted(graph)), \(graph.byteCount) bytes\(changes)"
  }

  static func changes(_ graph: StoredGraph) -> String {
    counted(graph.changeCount, "change")
  }

  func pipeline() throws -> TextPipeline {
    let pipeline = try TextPipeline(
      schemaFolder: arguments.value("schema"), modelPath: arguments.value("model"),
      registers: arguments.all("names").map(program.environment.path), disabledRules: arguments.all("without"))
    for line in pipeline.register.ambiguousNames { try tell(line) }
    return pipeline
  }

  /// `--threads`, or one for each processor.
  func threads() throws(CommandError) -> Int {
    try arguments.integer("threads", in: 1...1024) ?? systemProcessors()
  }

  /// A file of a million empty objects would have as many errors; whoever reads a folder wants to know of each file.
  private static var mostReportedInputs: Int { 1_000 }

  /// What came of reading and working on the inputs.
  struct TextRun {
    /// Those on which work was done.
    var documents = 0
    var sentences = 0
    /// Seconds, as text.
    var time = ""
    /// The first error and how many there were.
    var errors: (first: InputError, count: Int)?
    var summary = InputSummary()
    /// Whether the exit status says nothing of them.
    var isForgiving = false
  }

  /// What is said of a document that was read.
  struct DocumentReport {
    var id: String
    var sentences: Int
    /// The date that it has in the end.
    var date: String?

    init(id: String, sentences: Int) {
      self.id = id
      self.sentences = sentences
    }

    init(_ extraction: DocumentExtraction) {
      self.init(id: extraction.metadata.id, sentences: extraction.sentences.count)
      date = extraction.metadata.date
    }
  }

  /// Does `work` on every document, many at once, and hands the results to `emit` in order. A document that cannot be
  /// read is reported and left out.
  ///
  /// - Parameters:
  ///   - meter: counts the bytes on which `work` is done.
  ///   - skippingRepeated: whether a document whose text was already read is left out; one that has its id, too, always
  ///     is.
  func forEachDocument<Output: Sendable>(
    in inputs: [String]? = nil, _ meter: WorkMeter, skippingRepeated: Bool = false,
    work: @escaping @Sendable (InputDocument) -> Output, emit: (Output) throws -> DocumentReport
  ) throws -> TextRun {
    try forEachGroup(
      in: inputs, meter, skippingRepeated: skippingRepeated, filter: DocumentFilter(), work: { $0.map(work) },
      emit: emit, fail: { _ in })
  }

  /// The same, where short documents are analyzed together.
  ///
  /// - Parameters:
  ///   - filter: what becomes of documents that cannot be read, and when results are handed on.
  ///   - analyze: of several documents the analysis of each.
  ///   - fail: writes the row of a document that cannot be read, where `filter` wants one.
  func forEachDocument<Output: Sendable>(
    _ meter: WorkMeter, skippingRepeated: Bool = false, filter: DocumentFilter = DocumentFilter(),
    analyze: @escaping @Sendable ([InputDocument]) -> [Document],
    work: @escaping @Sendable (Document) -> Output, emit: (Output) throws -> DocumentReport,
    fail: (BadDocument) throws -> Void = { _ in }
  ) throws -> TextRun {
    try forEachGroup(
      meter, skippingRepeated: skippingRepeated, filter: filter, work: { analyze($0).map(work) }, emit: emit, fail: fail
    )
  }

  private func forEachGroup<Output: Sendable>(
    in inputs: [String]? = nil, _ meter: WorkMeter, skippingRepeated: Bool, filter: DocumentFilter,
    work: @escaping @Sendable ([InputDocument]) -> [Output], emit: (Output) throws -> DocumentReport,
    fail: (BadDocument) throws -> Void
  ) throws -> TextRun {
    let threads = try threads()
    let format = arguments.value("input-format").flatMap(InputFormat.init(rawValue:)) ?? .auto
    let environment = program.environment
    var progress = Progress(statusLine, meter)
    var run = TextRun()
    run.isForgiving = filter.goesOn
    let inputs = inputs ?? arguments.operands
    if inputs.contains("-"), environment.isInputTerminal {
      try tell("reading the text from the terminal; ^D on a line of its own ends it")
    }
    run.summary.skipped = try OrderedWorkers(threads: threads, isPrompt: filter.isPrompt).run(
      DocumentReader(
        format: format, isPretokenized: arguments.isOn("pretokenized"), goesOn: filter.goesOn,
        comparesDocuments: !filter.answersAll),
      inputs.map(environment.path),
      isPassed: { input in
        guard let other = input.repeats else { return false }
        let order = byteOrder(other, input.document.metadata.id)
        return order == 0 || skippingRepeated && order < 0
      },
      work: work, waiting: progress.isShown ? { try progress.show($0) } : nil
    ) { outcome in
      switch outcome {
      case .done(let output, let input):
        let report = try emit(output)
        run.documents += 1
        run.sentences += report.sentences
        if skippingRepeated, let other = input.repeats {
          try progress.erase()
          try tellRepeated(other, as: input.document.metadata.id, "", &run.summary)
        }
        try take(report, of: input, &run.summary, &progress)
        try progress.add(input.position, size: input.document.source.count)
      case .passed(let input):
        try progress.erase()
        try tellRepeated(input.document.metadata.id, as: input.repeats ?? "", input.place, &run.summary)
        try progress.add(input.position, size: 0)
      case .failed(let bad) where filter.failures == .row: try fail(bad)
      case .failed(let bad) where filter.failures == .stop:
        try progress.erase()
        throw bad.error
      case .failed(let bad):
        run.errors = (run.errors?.first ?? bad.error, (run.errors?.count ?? 0) + 1)
        if run.errors?.count ?? 0 <= Self.mostReportedInputs {
          try progress.erase()
          try report(bad.error)
        }
      }
    }
    try progress.erase()
    for line in run.summary.lines { try tell(line) }
    let hundredths = Int(progress.seconds * 100)
    run.time = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    return run
  }

  /// Says that a document of the run is left out because another has its text.
  private func tellRepeated(
    _ id: String, as other: String, _ place: String, _ summary: inout InputSummary
  ) throws(CommandError) {
    summary.addRepeated(id)
    if summary.repeatedCount <= Self.mostReportedInputs {
      try tellSkipped(id, as: other, place.isEmpty ? id : place)
    }
  }

  /// Takes down what was assumed of a document, and tells it with `--verbose`.
  private func take(
    _ report: DocumentReport, of input: InputDocument, _ summary: inout InputSummary, _ progress: inout Progress
  ) throws(CommandError) {
    summary.add(input)
    let isDatedByText = input.document.metadata.date == nil && report.date != nil
    if isDatedByText { summary.addDateline(of: report.id) }
    guard isVerbose else { return }
    var parts = [counted(report.sentences, "sentence")]
    if let date = input.document.metadata.date ?? report.date {
      parts.append(
        isDatedByText
          ? "\(date) by the dateline" : input.notes.contains(.dateOfName) ? "\(date) by the file's name" : date)
    }
    for case .encoding(let encoding) in input.notes { parts.append("read as \(encoding.rawValue)") }
    try progress.erase()
    try tell("\(report.id): \(parts.joined(separator: ", "))")
  }

  /// Says that a document has been left out because it is already there.
  func tellSkipped(_ id: String, as known: String, _ place: String) throws(CommandError) {
    try tell(
      id == known
        ? "\(place): skipped, \(id) is already in the graph"
        : "\(place): skipped, its text is already in the graph as \(known)")
  }

  /// The status of a run: that of the first document that was left out.
  func status(of run: TextRun) throws(CommandError) -> ExitStatus {
    guard let errors = run.errors else { return .answered }
    if errors.count > Self.mostReportedInputs {
      try tell("and \(errors.count - Self.mostReportedInputs) more inputs like these")
    }
    try tell("\(errors.count) of the inputs \(errors.count == 1 ? "was" : "were") left out; the messages above say why")
    return run.isForgiving ? .answered : errors.first.exitStatus
  }
}
