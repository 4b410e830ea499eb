internal import Bytes
internal import GraphExport
internal import GraphQuery
internal import GraphModel

extension Session {
  /// Answers a query and writes the answer with its notes.
  func ask(_ query: Query, text: String) throws(StatementFailure) -> Outcome {
    evaluator.limits = settings.limits
    let answer: Answer
    do throws(QueryError) {
      answer = try evaluator.answer(query)
    } catch {
      throw .statement(error)
    }
    if let ambiguity = answer.content as? Answer.Ambiguity {
      try tell(ambiguity, in: text)
      return .empty
    }
    // What a damaged store answers may be wrong: it is not shown.
    if let damage = damage() { throw .statement(damage) }
    if let part = Subgraph(answer) { lastPart = part }
    let format = settings.format.resolved(onTerminal: environment.isOutputTerminal)
    if hasAnswered, format == .table || format == .line { try write([""]) }
    hasAnswered = true
    switch format {
    case .auto, .table: try write(renderer(style).lines(answer.content.blocks))
    case .line, .tsv, .csv, .jsonl: try write(answer.content.records.lines(format, style))
    }
    if answer.isEmpty, answer.isComplete { try tell(answer.content.emptyText, .plain) }
    for note in answer.notes { try tell("note: \(note.text)") }
    if settings.showsTime { try tell("took \(Self.milliseconds(answer.elapsed)) ms") }
    return try outcome(of: answer)
  }

  private func outcome(of answer: Answer) throws(StatementFailure) -> Outcome {
    switch answer.cutOff {
    case .cancelled:
      try tell("interrupted: what was found up to then is shown", .claim)
      return .interrupted
    case .timeLimit(let limit):
      try tell("stopped after \(Self.milliseconds(limit)) ms; the answer may be incomplete", .claim)
      return .failed
    case .memoryLimit(let places):
      try tell("stopped after \(places) places; narrow the search with via, max or avoid", .claim)
      return .failed
    case nil: return answer.isEmpty ? .empty : .answered
    }
  }

  /// Draws answers, with the sentences of edges where they are wanted.
  private func renderer(_ style: OutputStyle) -> AnswerRenderer {
    AnswerRenderer(style: style, showsProofs: settings.showsSentences) { edge in self.evaluator.firstProof(of: edge) }
  }

  /// The candidates of an ambiguous name and how one of them is chosen.
  func tell(_ ambiguity: Answer.Ambiguity, in text: String) throws(StatementFailure) {
    try tell("“\(ambiguity.reference.spelling)” names several entities:", .plain)
    let lines = AnswerRenderer(style: messageStyle).lines(ambiguity.blocks)
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
