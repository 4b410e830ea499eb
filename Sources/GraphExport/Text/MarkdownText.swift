internal import Bytes

/// Texts as Markdown writes them.
enum MarkdownText {
  /// `text` on one line, without anything that is markup there.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "$", "~", "&", "=", "^", "%":
        escaped.append("\\")
        escaped.append(scalar)
      case "\t", "\n", "\r": escaped.append(" ")
      case _ where scalar.steersText: escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// A link to the note `file` of a vault that shows `name`.
  static func link(_ file: String, _ name: String) -> String {
    if file == name { return "[[\(file)]]" }
    // What would end the link is no part of it.
    let shown = String.UnicodeScalarView(
      name.unicodeScalars.map { $0.steersText || $0 == "[" || $0 == "]" || $0 == "|" ? " " : $0 })
    return "[[\(file)|\(String(shown))]]"
  }

  /// A value of front matter, which is YAML: a text of JSON is one of YAML.
  static func value(_ text: String) -> String { JSONText.quoted(text) }
}
