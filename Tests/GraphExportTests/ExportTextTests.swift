import Testing

@testable import GraphExport

/// How names are written for formats with markup of their own.
@Suite struct ExportTextTests {
  @Test(arguments: [
    ("plain é 中", "plain é 中"), ("<a & \"b\">", "&lt;a &amp; &quot;b&quot;&gt;"), ("a\tb\nc\r", "a&#9;b&#10;c&#13;"),
    ("\u{0}\u{1}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("\u{FFFE}\u{FFFF}\u{FFFD}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{1F469}\u{1FFFE}", "\u{1F469}\u{1FFFE}"),
    ("\u{7F}\u{9B}\u{202E}", "&#127;&#155;&#8238;"), ("<\u{301}", "&lt;\u{301}"),
  ])
  func xml(text: String, expected: String) {
    #expect(XMLText.escaped(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func mermaid() {
    #expect(MermaidExporter.text("a\"b # <c> `d` |e|\n") == "a#34;b #35; #60;c#62; #96;d#96; #124;e#124; ")
    #expect(MermaidExporter.text("").isEmpty == false && MermaidExporter.text(" \u{1}").contains("#8201;"))
    #expect(MermaidExporter.text(String(repeating: "x", count: 300)).hasSuffix("x…"))
  }

  @Test func markdown() {
    #expect(MarkdownText.escaped("a*b_[c](d) <e> #f\ng") == "a\\*b\\_\\[c\\](d) \\<e\\> \\#f g")
    #expect(MarkdownText.link("NATO", "NATO") == "[[NATO]]")
    #expect(MarkdownText.link("a-b", "a|b]]c\n") == "[[a-b|a b  c ]]")
  }

  @Test func relationshipTypes() {
    #expect(Neo4jExporter.type("member of") == "MEMBER_OF" && Neo4jExporter.type("(of)") == "OF")
    #expect(Neo4jExporter.type("!?") == "SAYS")
  }

  @Test(arguments: [
    ("Mark Rutte", "Mark Rutte"), ("AC/DC: \"live\"", "AC-DC- -live-"), ("..", "note"), ("", "note"), ("con", "con_"),
    ("Aux.md", "Aux.md_"), ("a\u{202E}b\nc", "a b c"), (".hidden ", "hidden"), ("[[x]]|y#z^", "x---y-z-"),
    ("100 %", "100 -"), ("\u{1F469}\u{200D}\u{1F467}", "\u{1F469}\u{200D}\u{1F467}"),
  ])
  func names(title: String, expected: String) { #expect(NoteNames.safe(title) == expected, "\(NoteNames.safe(title))") }

  @Test func eachNameIsThereOnce() {
    var names = NoteNames()
    let titles = ["Jordan", "JORDAN", "jordan", "é", "e\u{301}", String(repeating: "中", count: 200)]
    let found = titles.map { names.name(of: $0, mark: "Person") }
    #expect(found[..<5] == ["Jordan", "JORDAN (Person)", "jordan (Person) 2", "é", "e\u{301} (Person)"])
    #expect(found[5].utf8.count == 150)
  }
}
