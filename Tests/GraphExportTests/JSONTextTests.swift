import GraphExport
import GraphQuery
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    ("plain é 中", "\"plain é 中\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("x\n\r\ty", "\"x\\n\\r\\ty\""),
    ("\u{1}\u{1F}\u{7F}", "\"\\u0001\\u001f\\u007f\""), ("", "\"\""),
    ("\u{9B}31m\u{85}\u{A0}", "\"\\u009b31m\\u0085\u{A0}\""),
    ("“gnp\u{202E}\"\u{2066}”", "\"“gnp\\u202e\\\"\\u2066”\""),
    ("\u{61C}\u{2028}\u{200E}\u{200B}", "\"\\u061c\\u2028\\u200e\u{200B}\""),
  ])
  func quotes(text: String, json: String) { #expect(JSONText.quoted(text) == json) }

  @Test(arguments: [(0, "0"), (5, "0.05"), (50, "0.5"), (93, "0.93"), (100, "1")] as [(UInt8, String)])
  func hundredths(value: UInt8, text: String) { #expect(Hundredths.text(value) == text) }
}
