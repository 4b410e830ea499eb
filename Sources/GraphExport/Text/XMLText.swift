internal import Bytes

/// Texts as XML 1.0 writes them.
enum XMLText {
  /// `text` as content or as the value of an attribute between double quotes: what is markup as a reference, tabs and
  /// ends of lines too, so that no reader changes them, and what steers text, so that no terminal does; U+FFFD for
  /// control characters and others that XML cannot hold.
  ///
  /// Source: Extensible Markup Language (XML) 1.0, fifth edition, 2.2 and 2.4.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: mayNeedEscape) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);".unicodeScalars
      case _ where scalar.value > 0x7E && scalar.steersText: escaped += "&#\(scalar.value);".unicodeScalars
      case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE && scalar.value <= 0xFFFF:
        escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// 0xEF begins U+FFFE and U+FFFF, the others what steers text.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF
      || "&<>\"".utf8.contains(byte)
  }
}
