import Testing

@testable import Commands

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("biuld", "build"), ("quer", "query"), ("stat", "stats"), ("exprot", "export"), ("HELP", "help"),
    ("comp", "compact"), ("compl", "completions"),
  ])
  func near(word: String, expected: String) {
    #expect(Suggestion.closest(to: word, among: CommandTable.standard.commands.map(\.name)) == expected)
  }

  @Test(arguments: ["zzz", "x", "frobnicate", ""])
  func far(word: String) {
    #expect(Suggestion.closest(to: word, among: CommandTable.standard.commands.map(\.name)) == nil)
  }

  @Test func editDistance() {
    func distance(_ a: String, _ b: String) -> Int {
      Suggestion.editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }
    #expect(distance("", "abc") == 3)
    #expect(distance("abc", "abc") == 0)
    #expect(distance("abc", "acb") == 1)
    #expect(distance("kitten", "sitting") == 3)
  }
}
