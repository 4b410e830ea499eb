internal import Bytes
internal import GraphExport
internal import GraphQuery
internal import GraphModel

extension Session {
  /// Answers a query and writes the answer with its notes.
  func ask(_ query: Query, text: String) throws(StatementFailure) -> Outcome {
    evaluator.limits = settings.limits
    // What is kept for `export` counts too.
    evaluator.limits.memory -= min(lastPart?.bytes ?? 0, evaluator.limits.memory / 2)
    var query = query
    // In safe mode a statement asks for no more rows than the setting allows.
    if isSafe, let most = settings.limit { query.limit = min(query.limit ?? most, most) }
    // What goes to a file or a command is for programs, which look at all of it; a path is one all the same.
    if redirected != nil, !isSafe, !(query.verb is PathVerb), settings.limit == nil, query.limit == nil {
      query.limit = Self.allRows
    }
    var answer: Answer
    do throws(QueryError) {
      answer = try evaluator.answer(query, clock)
    } catch {
      throw .statement(error)
    }
    lastAnswer = answer
    if let ambiguity = answer.content as? Answer.Ambiguity {
      try tell(ambiguity, in: text)
      return .empty
    }
    try refuseDamage()
    let format = format
    let isApart = [.table, .line, .markdown].contains(format)
    let gap = !hasAnswered ? [] : settings.separator.map { [$0] } ?? (isApart ? [""] : [])
    hasAnswered = true
    switch format {
    case .auto, .table:
      let blocks = answer.content.blocks(within: DrawingBounds(rows: drawnRows(answer.cutOff), clock: clock))
      let (lines, isWhole) = draw(blocks)
      try refuseDamage()
      try write(gap)
      try write(lines)
      if !isWhole { answer.cutOff = answer.cutOff ?? clock.cutOff }
    case .line, .tsv, .csv, .json, .jsonl, .markdown, .html:
      let cutOff = try write(answer.content, format, behind: gap)
      answer.cutOff = answer.cutOff ?? cutOff
    }
    if let part = answer.content.part { lastPart = part }
    if answer.isEmpty, answer.isComplete { try tell(answer.content.emptyText, .plain) }
    for note in answer.notes { try tell("note: \(note.text)") }
    if settings.showsTime { try tell("took \(Self.milliseconds(answer.elapsed)) ms") }
    if let cutOff = answer.cutOff { return try outcome(of: cutOff) }
    return answer.isEmpty ? .empty : .answered
  }

  /// Who cancels or set a time limit wants the prompt back: a first part of the rows will do.
  private func drawnRows(_ cutOff: CutOff?) -> Int {
    switch cutOff {
    case .cancelled: Self.fewRows
    case .timeLimit: 10 * Self.fewRows
    case .memoryLimit, nil: AnswerTable.mostRows
    }
  }

  /// Draws `blocks`, or what of them there is time for.
  private func draw(_ blocks: [AnswerBlock]) -> (lines: [RenderedLine], isWhole: Bool) {
    var isWhole = !blocks.contains { if case .undrawn = $0 { true } else { false } }
    let lines = renderer(style).lines(blocks) { [clock] in
      if clock.allowsDrawing { return true }
      isWhole = false
      return false
    }
    return (lines, isWhole)
  }

  /// What a damaged store answers may be wrong: it is not shown.
  func refuseDamage() throws(StatementFailure) {
    if let damage = damage() { throw .statement(damage) }
  }

  /// Makes and writes rows, a few at a time, so that their number takes no memory.
  ///
  /// - Parameter lines: those before the first row.
  /// - Returns: what ended it before the last row; nil when all are written.
  private func write(
    _ content: any AnswerContent, _ format: AnswerFormat, behind lines: [String]
  ) throws(StatementFailure) -> CutOff? {
    let records = content.records
    let table = redirected.flatMap { $0.format == format && (format == .csv || format == .tsv) ? $0 : nil }
    let former = table?.heading
    var recordLines = RecordLines(format, style, behind: former)
    var batch = lines
    var batchBytes = 0
    var bytes = 0
    var cutOff: CutOff?
    for (number, record) in records.enumerated() {
      batch += recordLines.next(record)
      if number == 0, let heading = recordLines.heading {
        if let former, former != heading, table?.isLasting != true {
          throw .statement(CommandError.otherColumns(former))
        }
        table?.heading = heading
      }
      batchBytes += batch.last?.utf8.count ?? 0
      if batchBytes >= Self.batchBytes {
        try refuseDamage()
        try write(batch)
        // Who turns pages has seen enough.
        if output.isLeft { return nil }
        bytes += batchBytes
        (batch, batchBytes) = ([], 0)
      }
      guard let reason = clock.cutOff, number < records.count - 1 else { continue }
      if number + 1 < Self.fewRows, bytes < Self.fewBytes, clock.allowsFewRows { continue }
      if clock.allowsOvertime { continue }
      cutOff = reason
      break
    }
    // A file without rows is a table all the same for who reads it.
    if records.isEmpty, former == nil, redirected?.beginsTable == true { batch += recordLines.start(content.columns) }
    if records.isEmpty, let heading = recordLines.heading { table?.heading = heading }
    try refuseDamage()
    try write(batch + recordLines.end())
    return cutOff
  }

  /// As many as there are.
  static var allRows: Int { 1_000_000_000 }
  /// So many bytes of rows, about, are made before they are written.
  private static var batchBytes: Int { 1 << 15 }
  /// Rows that are written in any case, unless they are very long.
  private static var fewRows: Int { 100 }
  private static var fewBytes: Int { 1 << 20 }

  /// Tells what ended a statement early.
  func outcome(of cutOff: CutOff) throws(StatementFailure) -> Outcome {
    switch cutOff {
    case .cancelled:
      try tell("interrupted: what was found up to then is shown", .claim)
      return .interrupted
    case .timeLimit(let limit):
      try tell("stopped after \(Self.milliseconds(limit)) ms; the answer may be incomplete", .claim)
      return .failed
    case .memoryLimit:
      try tell(
        "stopped: it would take over \(ByteSize.text(settings.memory)) of memory; narrow it with via, max, avoid or "
          + "limit, or raise --memory (set memory)", .claim)
      return .failed
    }
  }

  /// Draws answers, with the sentences of edges where they are wanted.
  private func renderer(_ style: OutputStyle) -> AnswerRenderer {
    AnswerRenderer(style: style, showsProofs: settings.showsSentences) { edge in self.evaluator.firstProof(of: edge) }
  }

  /// The candidates of an ambiguous name and how one of them is chosen.
  func tell(_ ambiguity: Answer.Ambiguity, in text: String) throws(StatementFailure) {
    try tell("“\(ambiguity.reference.spelling)” names several entities:", .plain)
    let lines = AnswerRenderer(style: messageStyle).lines(
      ambiguity.blocks(within: DrawingBounds(clock: clock)))
    try StatementFailure.stream { () throws(CommandError) in for line in lines { try messages.writeLine(line) } }
    if let first = ambiguity.candidates.first {
      try tell(
        "choose one by its id: \(Self.replacing(ambiguity.reference, by: first.entity.idText, in: text))", .plain)
    }
  }

  /// `text` with the name in question replaced by an id.
  static func replacing(_ reference: EntityReference, by id: String, in text: String) -> String {
    let spelled = [reference.spelling, "\"\(reference.spelling)\"", "'\(reference.spelling)'"].reversed()
    for spelling in spelled {
      if let range = text.firstRange(of: spelling) { return text.replacingCharacters(range, with: id) }
    }
    return id
  }

  /// `0.8`, `120`.
  static func milliseconds(_ duration: Duration) -> String {
    let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
    if microseconds >= 10_000 { return String(microseconds / 1000) }
    return "\(microseconds / 1000).\(microseconds % 1000 / 100)"
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
