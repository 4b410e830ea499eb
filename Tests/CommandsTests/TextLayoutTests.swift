import GraphExport
import GraphQuery
import TestSupport
import Testing

@testable import Commands

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("abc", 3), ("Łódź", 4), ("東京", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("🇵🇱", 2), ("ｆｕｌｌ", 8), ("a\u{200B}b", 2), ("❤️", 2),
    ("한국", 4), ("שלום", 4), ("", 0),
  ])
  func displayWidth(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func truncation() {
    #expect(DisplayWidth.truncate("Brussels", to: 8, mark: "…") == "Brussels")
    #expect(DisplayWidth.truncate("Brussels", to: 5, mark: "…") == "Brus…")
    // A wide character that would be cut in two is left out.
    #expect(DisplayWidth.truncate("東京会議", to: 6, mark: "…") == "東京…")
    let styled = StyledText("ab", .entity) + StyledText("cdef", .faint)
    #expect(styled.truncated(to: 4, mark: "…").plain == "abc…")
    #expect(styled.truncated(to: 6, mark: "…").plain == "abcdef")
    #expect(styled.truncated(to: 2, mark: "…").plain == "a…")
  }

  /// Whatever the cells, a table never exceeds the width that its columns allow, and every line of it is as wide as it says.
  @Test func tablesFit() {
    var random = SeededGenerator(seed: 7)
    let pieces = ["Mark", "東京", "e\u{301}", " ", "NATO", "🇵🇱", "longer word"]
    for round in 0..<200 {
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<3).map { _ in
          StyledText(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
          )
        }
      }
      let columns = [
        TextTable.Column(title: "a", shrinks: true), .init(title: "b", alignment: .right, shrinks: true),
        .init(title: "c", shrinks: true),
      ]
      let width = Int.random(in: 28...80, using: &random)
      let lines = TextTable(columns: columns, rows: rows).lines(OutputStyle(width: width))
      for line in lines { #expect(DisplayWidth.of(line.text) <= width, "seed 7, round \(round): \(line)") }
    }
  }

  @Test func colorsOnlyWhereAsked() {
    let text = StyledText("NATO", .entity)
    #expect(text.rendered(color: false).text == "NATO")
    #expect(text.rendered(color: true).text == "\u{1B}[1mNATO\u{1B}[0m")
    // A name cannot steer the terminal.
    #expect(StyledText("a\u{1B}[2Jb\u{9B}\n").rendered(color: false).text == "a\u{FFFD}[2Jb\u{FFFD} ")
  }

  @Test func wrapping() {
    let text = StyledText("one two three ") + StyledText("four", .entity) + StyledText(", five")
    #expect(text.wrapped(to: nil, indent: "  ").map(\.plain) == ["  one two three four, five"])
    #expect(text.wrapped(to: 24, indent: " ").map(\.plain) == [" one two three four,", " five"])
  }

  /// Lines end between hops, inside one only where it is longer than a line.
  @Test func pathsAreBrokenBeforeEdges() {
    let hops: [(gap: String, text: StyledText)] = [
      (" ", "─leads→ NATO"), (" ", "─worry about→ Russia"), ("  ", "[e1 e2]"),
    ]
    let start: StyledText = "Mark Rutte"
    let lines = { (width: Int?, parts: [(gap: String, text: StyledText)]) in
      start.lines(appending: parts, width: width, indent: "    ").map(\.plain)
    }
    let whole = "Mark Rutte ─leads→ NATO ─worry about→ Russia  [e1 e2]"
    #expect(lines(nil, hops) == [whole])
    #expect(lines(DisplayWidth.of(whole), hops) == [whole])
    #expect(lines(52, hops) == ["Mark Rutte ─leads→ NATO ─worry about→ Russia", "    [e1 e2]"])
    #expect(lines(30, hops) == ["Mark Rutte ─leads→ NATO", "    ─worry about→ Russia", "    [e1 e2]"])
    let long: [(gap: String, text: StyledText)] = [(" ", "─meets→ the council of ministers of the north")]
    #expect(lines(30, long) == ["Mark Rutte", "    ─meets→ the council of", "    ministers of the north"])
  }

  @Test func colorFollowsTerminalAndEnvironment() {
    var terminal = ProcessEnvironment(variables: ["TERM": "xterm"], isOutputTerminal: true)
    #expect(terminal.usesColor(.auto))
    #expect(!terminal.usesColor(.never))
    terminal.variables["NO_COLOR"] = "1"
    #expect(!terminal.usesColor(.auto))
    #expect(terminal.usesColor(.always))
    terminal.variables = ["TERM": "dumb"]
    #expect(!terminal.usesColor(.auto))
    #expect(!ProcessEnvironment(variables: ["TERM": "xterm"]).usesColor(.auto))
  }

  @Test func localeDecidesUnicode() {
    #expect(ProcessEnvironment.localeNamesUTF8([:]))
    #expect(ProcessEnvironment.localeNamesUTF8(["LANG": "de_DE.UTF-8"]))
    #expect(!ProcessEnvironment.localeNamesUTF8(["LC_ALL": "C", "LANG": "de_DE.UTF-8"]))
    #expect(ProcessEnvironment.localeNamesUTF8(["LC_ALL": "", "LC_CTYPE": "C.utf8", "LANG": "C"]))
    #expect(OutputStyle(unicode: false).adapted("“a” → b…") == "\"a\" -> b...")
    #expect(OutputStyle().adapted("“a”") == "“a”")
  }

  @Test func candidateColumns() {
    func lines(_ candidates: [String], _ notes: [String] = [], columns: Int, page: Int = 0) -> [String] {
      CandidateList.lines(Completion(candidates: candidates, notes: notes), columns: columns, page: page)
    }
    #expect(lines(["a", "bb", "c", "d"], columns: 9) == ["a   c", "bb  d"])
    #expect(lines(["東京", "x"], columns: 80) == ["東京  x"])
    let many = (0..<70).map { "n\($0)" }
    #expect(lines(many, columns: 80).last == "1 to 60 of 70; Tab shows the next")
    #expect(lines(many, columns: 80, page: 1).last == "61 to 70 of 70; Tab shows the next")
    #expect(lines(many, columns: 80, page: 1).first?.hasPrefix("n60") == true)
    #expect(lines(many, columns: 80, page: 2) == lines(many, columns: 80))
    #expect(lines(["東京", "x"], ["City, 2 edges", ""], columns: 16) == ["東京  City, 2 ~", "x"])
    #expect(lines(many, many, columns: 80).last == "1 to 20 of 70; Tab shows the next")
  }

  @Test(arguments: [(true, "a,b\nc d\te\n"), (false, "a,b\r\nc\rd\te\n")])
  func onlyFilesGetReturnsAtTheEndOfLines(isTerminal: Bool, shown: String) throws {
    let stream = TextStream(asTerminal: isTerminal)
    try stream.writeLine(TableText(.commas).row(["a", "b"]))
    try stream.writeLine("c\rd\te")
    #expect(stream.contents.utf8.elementsEqual(shown.utf8))
  }
}
