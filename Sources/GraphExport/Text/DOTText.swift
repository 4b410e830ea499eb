internal import Bytes

/// Quoted values as Graphviz reads them.
enum DOTText {
  /// Graphviz refuses a quoted string over 16,384 bytes.
  static let longest = 16_000

  /// `text` between quotes: backslash and quote escaped, `&` as an entity because labels decode entities, line ends as
  /// `\n`, other control characters as spaces, what else steers text as U+FFFD. Cut with `…` before it is longer than
  /// `limit` bytes.
  static func quoted(_ text: String, limit: Int = DOTText.longest) -> String {
    var result = "\""
    var bytes = 1
    for scalar in text.unicodeScalars {
      let piece: String
      switch scalar {
      case "\\": piece = "\\\\"
      case "\"": piece = "\\\""
      case "&": piece = "&amp;"
      case "\n": piece = "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: piece = " "
      case _ where scalar.steersText: piece = "\u{FFFD}"
      default: piece = String(Character(scalar))
      }
      let count = piece.utf8.count
      if bytes + count > limit {
        result += "…"
        break
      }
      result += piece
      bytes += count
    }
    return result + "\""
  }

  /// `text` within the markup of a label: `<`, `>`, `&` and quotes as entities. Cut with `…` before it is longer than
  /// `limit` characters.
  static func markup(_ text: String, limit: Int) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == limit { return result + "…" }
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      case _ where scalar.steersText: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `text` in lines of about `width` characters, broken at spaces.
  static func wrapped(_ text: String, at width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// 2.584 as `2.58`, without trailing zeros.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    if rest == 0 { return "\(hundredths / 100)" }
    return "\(hundredths / 100)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
