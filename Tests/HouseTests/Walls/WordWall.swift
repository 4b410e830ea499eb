/// Extraction reads words from Schema/: no open-class word, and no name of a type, is compared with or collected in Swift.
///
/// A word is a string literal in lower case that stands beside `==` or `!=`, in a pattern of `case`, in an array or
/// dictionary, behind `=`, or in `contains`, `hasPrefix` or `hasSuffix`. Left out are the closed-class words of closed-class.txt and
/// names of rules, told by what stands before them in the line.
struct WordWall {
  /// Determiners, pronouns, prepositions, conjunctions, auxiliaries.
  let closedClass: Set<String>

  /// Words that tell that the literals behind them in the line name rules or signs.
  private static let ruleWords: Set = ["rules", "rule", "grounds", "Grounds", "signs"]
  private static let comparisons: Set = ["contains", "hasPrefix", "hasSuffix"]

  init(closedClass text: String) {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    closedClass = Set(lines.flatMap { $0.split(separator: " ") }.map(String.init))
  }

  /// One finding a word and file, at the first place.
  func findings(in file: SourceFile) -> [Finding] {
    var found: [Finding] = []
    var seen: Set<String> = []
    for (index, token) in file.code.enumerated() where token.kind == .string {
      let word = token.text.trimming()
      guard Self.isWord(word), !isClosed(word), Self.isRead(file.code, index), !Self.namesRule(file.code, index),
        seen.insert(word).inserted
      else { continue }
      found.append(
        Finding(
          path: file.path, line: token.line, key: "\(file.name): \(word)",
          message: "\"\(word)\" is an open-class word or the name of a type; read it from a list of Schema/"
            + " (types by isA), or put a closed-class word into Tests/HouseTests/closed-class.txt"))
    }
    return found
  }

  private func isClosed(_ words: String) -> Bool {
    words.split(separator: " ").allSatisfy { closedClass.contains(String($0)) }
  }

  /// Whether a literal is an English word, several, or the name of a type; identifiers like `fearNoun` are none.
  private static func isWord(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter, text.allSatisfy({ $0.isLetter || "'’- ".contains($0) }) else {
      return false
    }
    if first.isLowercase { return text.allSatisfy { !$0.isUppercase } }
    return !text.contains(" ") && text.contains { $0.isLowercase }
  }

  private static func isRead(_ code: [SourceToken], _ index: Int) -> Bool {
    if index > 1, code[index - 1].isMark("="), code[index - 2].isMark("=") || code[index - 2].isMark("!") {
      return true
    }
    if index + 2 < code.count, code[index + 2].isMark("="), code[index + 1].isMark("=") || code[index + 1].isMark("!") {
      return true
    }
    if index > 1, code[index - 1].isMark("="), code[index - 2].kind == .word { return true }
    return isPattern(code, index) || isCollected(code, index)
  }

  /// Whether the literal stands between `case` and its colon.
  private static func isPattern(_ code: [SourceToken], _ index: Int) -> Bool {
    for token in code[..<index].reversed() {
      if token.isWord("case") { return true }
      let isOfPattern =
        token.kind == .string || token.kind == .mark && ",(.)?".contains(token.text) || token.kind == .word
      if !isOfPattern || token.isWord("where") { return false }
    }
    return false
  }

  /// Whether the literal is in the brackets of an array or dictionary, or handed to a comparison.
  private static func isCollected(_ code: [SourceToken], _ index: Int) -> Bool {
    var depth = 0
    for place in code[..<index].indices.reversed() {
      let token = code[place]
      guard token.kind == .mark else { continue }
      switch token.text {
      case ")", "]", "}": depth += 1
      case "{" where depth == 0: return false
      case "(" where depth == 0:
        if place > 0, code[place - 1].kind == .word { return comparisons.contains(code[place - 1].text) }
      case "[" where depth == 0: return !isSubscript(code, place)
      case "(", "[", "{": depth -= 1
      default: break
      }
    }
    return false
  }

  private static func isSubscript(_ code: [SourceToken], _ bracket: Int) -> Bool {
    guard bracket > 0 else { return false }
    let before = code[bracket - 1]
    if before.kind == .word { return !["in", "return", "case", "where", "else", "try"].contains(before.text) }
    return before.isMark(")") || before.isMark("]")
  }

  private static func namesRule(_ code: [SourceToken], _ index: Int) -> Bool {
    let line = code[..<index].reversed().prefix { $0.line == code[index].line }
    return line.contains { $0.kind == .word && ruleWords.contains($0.text) }
  }
}
