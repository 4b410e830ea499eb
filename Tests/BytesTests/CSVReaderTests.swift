@testable import Bytes
import TestSupport
import Testing

@Suite struct CSVReaderTests {
  private static func rows(_ text: String) -> [CSVReader.Row] { CSVReader.rows(of: Array(text.utf8)) }

  @Test func fieldsAreAsTheyWereMeant() {
    let rows = Self.rows("\u{FEFF}name,type\r\n\"Ada, \"\"Lady\"\"\",Person\n\n\"two\nlines\",\nx,\"\"\nlast")
    #expect(
      rows == [
        .init(line: 1, fields: ["name", "type"]), .init(line: 2, fields: ["Ada, \"Lady\"", "Person"]),
        .init(line: 4, fields: ["two\nlines", ""]), .init(line: 6, fields: ["x", ""]), .init(line: 7, fields: ["last"]),
      ])
    #expect(Self.rows("") == [] && Self.rows("\n\r\n") == [])
    #expect(Self.rows("\"never closed, \n end") == [.init(line: 1, fields: ["never closed, \n end"], isUnclosed: true)])
    #expect(Self.rows("a\rb,5\" tall\n") == [.init(line: 1, fields: ["a\rb", "5\" tall"])])
  }

  /// What is written by the rules is read as it was.
  @Test func anyFields() {
    var random = SeededGenerator(seed: 11)
    let pieces = ["a", ",", "\"", "\n", "\r\n", "é", " ", "|"]
    for _ in 0..<300 {
      let rows = (0..<1 + random.below(4)).map { _ in
        (0..<1 + random.below(4)).map { _ in (0..<random.below(5)).map { _ in pieces[random.below(8)] }.joined() }
      }
      let text = rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
      }.joined()
      #expect(Self.rows(text).map(\.fields) == rows, "\(text)")
    }
  }
}
