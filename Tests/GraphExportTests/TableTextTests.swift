import GraphExport
import Testing

@Suite struct TableTextTests {
  @Test(arguments: [
    ("plain, é 中", "plain, é 中", "\"plain, é 中\""), ("a\"b", "a\"b", "\"a\"\"b\""),
    ("a\tb\nc\r\\", "a\\tb\\nc\\r\\\\", "\"a\tb\nc\r\\\""), ("\"\u{301}", "\"\u{301}", "\"\"\"\u{301}\""),
    ("=1+1", "=1+1", "'=1+1"), ("+x", "+x", "'+x"), ("-x", "-x", "'-x"), ("@x", "@x", "'@x"), ("＝x", "＝x", "'＝x"),
    ("\t=x", "\\t=x", "'\t=x"), ("\r=x", "\\r=x", "\"'\r=x\""), ("=\u{301}x", "=\u{301}x", "'=\u{301}x"),
    // What is affirmed, and what is denied.
    ("+", "+", "+"), ("-", "-", "-"), ("", "", ""), ("a=1", "a=1", "a=1"),
  ])
  func cells(text: String, tabs: String, commas: String) {
    #expect(TableText(.tabs).cell(text).utf8.elementsEqual(tabs.utf8))
    #expect(TableText(.commas).cell(text).utf8.elementsEqual(commas.utf8))
  }

  @Test func formulasAreAChoice() {
    #expect(TableText(.tabs, keepsFormulas: false).row(["=x", "y"]) == "'=x\ty")
    #expect(TableText(.commas, keepsFormulas: true).row(["=x", "y"]) == "=x,y\r")
  }
}
