import Testing
import Turtle

@Suite struct TurtleNestingTests {
  private static let open = String(repeating: "(", count: 101)

  @Test(arguments: [
    open, "<a> <b> " + String(repeating: "[<p> ", count: 101), "<a>\"\"\"\"(\"\"\"" + open, "'' '\\'' " + open,
    "# (\n" + open, "<(> \"(\" \"\"\" \"( \"\" ( \"\"\" " + open,
  ])
  func deepBracketsAreFound(text: String) {
    var nesting = TurtleNesting()
    #expect(nesting.firstTooDeep(Array(text.utf8).span) == text.utf8.count - 1 - (text.hasSuffix(" ") ? 4 : 0))
    // In pieces it is the same.
    var pieces = TurtleNesting()
    #expect(text.utf8.contains { pieces.firstTooDeep([$0].span) != nil })
  }

  @Test(arguments: [
    String(open.dropLast()), String(repeating: "()", count: 1_000), "\"\(open)\"", "'\(open)'", "\"\"\"\n\(open)\"\"\"",
    "<\(open)>", "# \(open)\n", "'\\'\(open)'", String(repeating: "\\(", count: 101),
    String(repeating: "[ <a> ( \")\" ']' ) ] ", count: 200),
  ])
  func otherBracketsAreNot(text: String) {
    var nesting = TurtleNesting()
    #expect(nesting.firstTooDeep(Array(text.utf8).span) == nil)
  }
}
