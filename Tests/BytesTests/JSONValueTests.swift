import Bytes
import Testing

@Suite struct JSONValueTests {
  @Test func valuesOfJSON() throws {
    let text = #" {"a":[1,-2.5,{"b":null}],"c":"é\n😀","d":true,"d":false} "#
    let value = try JSONValue(Array(text.utf8)[...])
    #expect(value["a"].array == [.number("1"), .number("-2.5"), .object(["b": .null])])
    #expect(value["c"].string == "é\n😀" && value["d"] == .bool(false) && value["x"] == .null)
    #expect(value["a"].array?.first?.integer == 1 && value["a"].array?[1].integer == nil)
    let wrong = ["", "[1,]", "{\"a\"}", "[", "1 2", "nul", "\"\\ud800\""]
    for text in wrong + [String(repeating: "[", count: 65), "[" + String(repeating: "1,", count: 500_001) + "1]"] {
      #expect(throws: JSONLine.Problem.self, "\(text.prefix(20))") { try JSONValue(Array(text.utf8)[...]) }
    }
  }
}
