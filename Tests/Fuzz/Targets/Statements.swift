internal import GraphQuery
internal import GraphStore

extension FuzzTarget {
  /// A script is cut into statements, each is parsed and answered; what is wrong with one stands in it.
  static let statements = FuzzTarget("statements", mostBytes: 1_024) { input in
    let text = String(decoding: input, as: UTF8.self)
    let scanner = StatementScanner(text)
    if let unfinished = scanner.unfinished { check(unfinished.error, in: unfinished.statement, of: text) }
    for statement in scanner.statements {
      // A semicolon ends a statement even where a bracket is open, and then the rest is not there to close it.
      let again = StatementScanner(statement.text)
      let texts = again.statements.map(\.text) + (again.unfinished.map { [$0.statement.text] } ?? [])
      expect(texts == [statement.text], "\(statement.text.debugDescription) is one statement")
      expect(again.unfinished.map { "([{".contains($0.mark) } ?? true, "a statement has no open quote")
      let bytes = Array(text.utf8.dropFirst(statement.start.offset).prefix(statement.text.utf8.count))
      expect(bytes == Array(statement.text.utf8), "a statement is where it says")
      _ = answer(statement, of: text)
      do throws(QueryError) {
        _ = try StatementParser.parse(statement.text, at: statement.start, verbs: VerbList.naming)
      } catch {
        check(error, in: statement, of: text)
      }
    }
  }

  /// What a statement is answered; nil when something is wrong with it, or there was no time.
  static func answer(_ statement: ScannedStatement, of script: String) -> Answer? {
    do throws(QueryError) {
      let query = try Query(parsing: statement.text, at: statement.start)
      guard let graph = GoldenStore.graph else { return nil }
      var limits = QueryLimits(time: .milliseconds(50))
      limits.memory = 1 << 20
      var evaluator = Evaluator(graph: graph, limits: limits)
      let answer = try evaluator.answer(query)
      expect(answer.isEmpty || !answer.content.blocks.isEmpty, "an answer has something to show")
      return answer.cutOff == nil ? answer : nil
    } catch {
      check(error, in: statement, of: script)
      return nil
    }
  }

  private static func check(_ error: QueryError, in statement: ScannedStatement, of script: String) {
    let (start, end) = (error.range.start, error.range.end)
    expect(start.offset >= statement.start.offset && end.offset >= start.offset, "an error is in its statement")
    expect(end.offset <= script.utf8.count, "an error is in the script")
    let lines = script.utf8.prefix(start.offset).count { $0 == UInt8(ascii: "\n") } + 1
    expect(start.line == lines && start.column > 0, "the place \(error.place ?? "nil") is that of the offset")
    expect(!error.message.isEmpty, "an error has words")
  }
}
