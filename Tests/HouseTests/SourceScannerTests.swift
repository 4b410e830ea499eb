import Testing

struct SourceScannerTests {
  private static func texts(_ source: String) -> [String] { SourceScanner.tokens(of: source).map(\.text) }

  @Test func cutsCode() {
    #expect(
      Self.texts("let `in`: Int? = a.b->c // no\n/* no /* no */ */ 1.5e3...2") == [
        "let", "in", ":", "Int", "?", "=", "a", ".", "b", "->", "c", "1.5e3", ".", ".", ".", "2",
      ])
  }

  @Test func cutsStrings() {
    #expect(
      Self.texts(##"f("a\"b", #"c"d"#, "x\(y("z"))w")"##) == [
        "f", "(", #"a\"b"#, ",", #"c"d"#, ",", #"x\()w"#, "y", "(", "z", ")", ")",
      ])
    #expect(Self.texts("\"\"\"\n a \"b\" // c\n \"\"\" + d") == ["\n a \"b\" // c\n ", "+", "d"])
  }

  @Test func numbersLines() {
    let tokens = SourceScanner.tokens(of: "a\n\"\"\"\nb\n\"\"\"\n/// c\n/*\n*/ d")
    #expect(tokens.map(\.line) == [1, 2, 5, 7])
    #expect(tokens[2].kind == .documentation)
  }
}
