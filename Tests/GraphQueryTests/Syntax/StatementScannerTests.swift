import GraphQuery
import Testing

@Suite struct StatementScannerTests {
  @Test(arguments: [
    ("", [String]()),
    ("stats", ["stats"]),
    ("stats\ntypes\n", ["stats", "types"]),
    ("stats; types;;relations", ["stats", "types", "relations"]),
    ("  # only a comment\nstats # and one behind\n", ["stats"]),
    ("#12 is a comment at the start\nfacts #12", ["facts #12"]),
    ("facts C# and more", ["facts C# and more"]),
    ("find \"a;b # c\"; stats", ["find \"a;b # c\"", "stats"]),
    ("find “a;b”; stats", ["find “a;b”", "stats"]),
    ("find O'Brien; facts 'O; Brien'", ["find O'Brien", "facts 'O; Brien'"]),
    ("path A to B via (leads |\n  memberOf)* max 3\nstats", ["path A to B via (leads |\n  memberOf)* max 3", "stats"]),
    ("find \"two\nlines\"", ["find \"two\nlines\""]),
    ("find \"say \\\"so\\\"\"", ["find \"say \\\"so\\\"\""]),
    ("facts AC/DC :)\nstats", ["facts AC/DC :)", "stats"]),
    ("\r\nstats\r\n", ["stats"]),
  ])
  func cutsStatements(text: String, expected: [String]) {
    let scanner = StatementScanner(text)
    #expect(scanner.statements.map(\.text) == expected)
    #expect(scanner.unfinished == nil)
  }

  @Test(arguments: [
    ("find \"abc", "\"", 1, 6), ("find “abc", "“", 1, 6), ("path A to B via (p |", "(", 1, 17),
    ("stats\npath A to B via p{1,", "{", 2, 18),
  ])
  func tellsWhatIsOpen(text: String, mark: String, line: Int, column: Int) throws {
    let unfinished = try #require(StatementScanner(text).unfinished)
    #expect(unfinished.mark == mark)
    #expect(unfinished.error.place == "\(line):\(column)")
  }

  @Test func knowsPlaces() {
    let statements = StatementScanner("stats\n  é; types", at: SourcePosition(line: 7, column: 1, offset: 100))
      .statements
    #expect(statements.map(\.start.line) == [7, 8, 8])
    #expect(statements.map(\.start.column) == [1, 3, 6])
    #expect(statements.map(\.start.offset) == [100, 108, 112])
  }
}
