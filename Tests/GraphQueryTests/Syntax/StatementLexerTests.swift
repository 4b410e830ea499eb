import GraphQuery
import Testing

/// What the scanner, the parser and completion agree on.
@Suite struct StatementLexerTests {
  @Test(arguments: [
    ("facts NATO", ["facts", "NATO"]), ("run “x y.tq”", ["run", "x y.tq"]), ("run \"x y.tq\"", ["run", "x y.tq"]),
    ("set prompt 'a b'", ["set", "prompt", "a b"]), ("find O'Brien", ["find", "O'Brien"]),
    ("a via p|\"q r\"*", ["a", "via", "p|", "q r", "*"]), ("say \"a \\\"b\\\"\"", ["say", "a \"b\""]),
    ("a # comment", ["a"]), ("a #12", ["a", "#12"]), ("one; two words", ["two", "words"]), ("one;", []),
    ("facts \"Mark Ru", ["facts", "Mark Ru"]), ("via (a |\nb", ["via", "(a", "|", "b"]), ("", []),
  ])
  func lastStatement(text: String, words: [String]) {
    #expect(StatementLexer.lastStatement(of: text).map(\.text) == words)
  }

  @Test func openQuotesAreTold() {
    #expect(StatementLexer.lastStatement(of: "facts “Mark").last?.kind == .quotation(isClosed: false))
    #expect(StatementLexer.lastStatement(of: "facts “Mark”").last?.kind == .quotation(isClosed: true))
    #expect(StatementLexer.lastStatement(of: "facts 'Mark").last?.kind == .word)
  }
}
