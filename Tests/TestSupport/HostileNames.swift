/// Names of a stranger who wants to steer a terminal, to end a statement, or to look like somebody else.
public enum HostileNames {
  private static let pieces = [
    "Rutte", "NATO", "the ", " ", "  ", "\n", "\r", "\r\n", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
    "\u{1B}[2J", "\u{1B}]0;PWNED\u{7}", "\u{1B}", "\u{7}", "\u{8}", "\u{7F}", "\u{9B}31m", "\u{90}", "\u{9D}",
    "\u{202E}", "\u{202D}", "\u{2066}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{200B}", "\u{200C}",
    "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{34F}", "\u{3164}", "\u{FFF9}", "\u{E0041}", "\u{E0100}",
    "\u{2800}", String(decoding: [0xFFFE] as [UInt16], as: UTF16.self), "\"", "'", "“", "”",
    "‘", "’", "«", "»", "`", ";", "#", "#12", ",", "|", "/", "^", "*", "+", "?", "?x", ":", ".", "(", ")", "{", "}",
    "[", "]", "\\", "\\n", "\"\u{301}", ";\u{301}", "“\u{301}", "(\u{301}", "\u{301}", " \u{301}",
    "\nexport jsonl pwned",
    "; export jsonl pwned", "\" ; export jsonl pwned", "in", " in ", " limit ", " via ", " to ", "--claims", " into ",
    "=cmd()", "\u{A0}", "\u{3000}", "é", "中", "👩\u{200D}👩", "\u{FFFD}", "!", "&", "$(x)", "%n",
  ]

  /// `count` different names of 1 to 6 pieces.
  public static func names(_ count: Int, seed: UInt64, allowsNUL: Bool = false) -> [String] {
    var generator = SeededGenerator(seed: seed)
    var seen: Set<[UInt8]> = []
    var names: [String] = []
    while names.count < count {
      var name = ""
      for _ in 0...generator.below(5) { name += pieces[generator.below(pieces.count)] }
      if allowsNUL, generator.below(20) == 0 { name += "\u{0}" }
      if !name.isEmpty, seen.insert(Array(name.utf8)).inserted { names.append(name) }
    }
    return names
  }
}
