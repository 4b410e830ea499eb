import GraphExport
import GraphQuery
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    ("plain é 中", "\"plain é 中\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("x\n\r\ty", "\"x\\n\\r\\ty\""),
    ("\u{1}\u{1F}\u{7F}", "\"\\u0001\\u001f\\u007f\""), ("", "\"\""),
  ])
  func quotes(text: String, json: String) { #expect(JSONText.quoted(text) == json) }

  @Test(arguments: [(0, "0"), (5, "0.05"), (50, "0.5"), (93, "0.93"), (100, "1")] as [(UInt8, String)])
  func hundredths(value: UInt8, text: String) { #expect(Hundredths.text(value) == text) }
}
