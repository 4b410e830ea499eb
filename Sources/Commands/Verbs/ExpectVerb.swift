internal import Bytes
internal import GraphQuery
internal import GraphModel

/// `expect N rows`, `expect empty`, `expect error`, `expect "text"`, `expect no "text"`: what the statement before
/// gave, so that a script tests a graph.
struct ExpectVerb: ExpectingVerb {
  static let syntax = VerbSyntax(
    name: "expect", usage: "expect N rows | empty | error | \"text\" | no \"text\"",
    summary: "fail unless the statement before gave this: a script that tests a graph",
    examples: ["expect 3 rows", "expect \"Mark Rutte\"", "expect no \"Putin\"", "expect empty", "expect error"])

  var expectation: Expectation

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    switch (words.first?.lowercased(), words.count) {
    case ("empty", 1): expectation = .empty
    case ("error", 1): expectation = .error
    case ("no", 2): expectation = .text(words[1], isThere: false)
    case (let count?, 2) where ["row", "rows"].contains(words[1].lowercased()):
      guard let count = Int(count), count >= 0 else { throw parser.wrongWords }
      expectation = .rows(count)
    case ("no", 1): throw parser.wrongWords
    case (_, 1): expectation = .text(words[0], isThere: true)
    default: throw parser.wrongWords
    }
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    let wanted = Self.words(expectation)
    guard let answer = session.lastAnswer else { throw Self.failure(of: wanted, "no answer before it") }
    switch expectation {
    case .rows(let count):
      let found = answer.content.records.count
      guard found == count else { throw Self.failure(of: wanted, counted(found, "row")) }
    case .empty:
      let found = answer.content.records.count
      guard answer.isEmpty else { throw Self.failure(of: wanted, counted(found, "row")) }
    case .error: throw Self.failure(of: wanted, "an answer")
    case .text(let text, let isThere):
      let shown = session.plainLines(of: answer)
      guard shown.contains(where: { $0.contains(text) }) == isThere else {
        let found = shown.first { !$0.isEmpty } ?? "nothing"
        throw Self.failure(of: wanted, isThere ? "“\(found.shortened())” …" : "it")
      }
    }
    return .answered
  }

  /// The forms of the usage line, with the number of rows that the last answer has.
  static func candidates(behind before: [String], in state: PromptState) -> [CompletionCandidate] {
    if before.count == 1, Int(before[0]) != nil { return [CompletionCandidate("rows", note: "so many are there")] }
    guard before.isEmpty else { return [] }
    let rows = state.rows.map { [CompletionCandidate(counted($0.count, "row"), note: "as many as there are now")] }
    return (rows ?? []) + [
      CompletionCandidate("\"", shown: "\"text\"", note: "the answer has this text"),
      CompletionCandidate("no", shown: "no \"text\"", note: "the answer does not have this text"),
      CompletionCandidate("empty", note: "nothing was found"),
      CompletionCandidate("error", note: "the statement failed"),
    ]
  }

  private static func words(_ expectation: Expectation) -> String {
    switch expectation {
    case .rows(let count): counted(count, "row")
    case .empty: "nothing"
    case .error: "an error"
    case .text(let text, true): "“\(text.shortened())” in the answer"
    case .text(let text, false): "no “\(text.shortened())” in the answer"
    }
  }

  private static func failure(of expected: String, _ found: String) -> StatementFailure {
    .statement(CommandError.notAsExpected(expected, found: found))
  }
}

extension Session {
  /// What people see of an answer, without colors and however wide the terminal is, and its notes.
  fileprivate func plainLines(of answer: Answer) -> [String] {
    let blocks = answer.content.blocks(within: DrawingBounds(clock: clock))
    let lines = AnswerRenderer(style: .plain, showsProofs: false).lines(blocks).map(\.text)
    return (answer.isEmpty ? [answer.content.emptyText] : lines) + answer.notes.map(\.text)
  }
}
