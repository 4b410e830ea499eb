internal import Bytes

/// How names are written so that they are read as names.
///
/// Whoever made the graph chose the names: one is written only as the lexer gives it back, byte for byte, and not at
/// all when it holds what nobody would see in a line.
public enum NameSpelling {
  /// `name` as a statement can have it: in quotes where it would be read otherwise; nil where no spelling is safe, and
  /// an id has to do.
  ///
  ///     NameSpelling.typed("Department of Peace", keywords: ["of"])  // "\"Department of Peace\""
  ///
  /// - Parameter keywords: words in small letters that end an unquoted name.
  /// - Complexity: O(length of `name` · number of keywords).
  public static func typed(_ name: String, keywords: some Sequence<String>) -> String? {
    guard let words = plainWords(name)?.map({ $0.lowercased() }) else { return inApostrophes(name) ?? quoted(name) }
    return keywords.contains(where: words.contains) ? quoted(name) : name
  }

  /// `name` in quotes, with `\` before quotes and backslashes inside it; nil where that is not safe.
  ///
  /// - Complexity: O(length of `name`).
  public static func quoted(_ name: String) -> String? {
    guard VisibleText.isVisible(name) else { return nil }
    let quotation = quotation(name)
    let lexemes = operands(quotation)
    return lexemes.count == 1 && lexemes[0].kind == .quotation(isClosed: true) && isSame(lexemes[0].text, name)
      ? quotation : nil
  }

  /// A name that has quotes, between apostrophes, so that nobody has to type `\`; nil for others, and where that is not
  /// safe.
  private static func inApostrophes(_ name: String) -> String? {
    guard name.utf8.contains(UInt8(ascii: "\"")), VisibleText.isVisible(name) else { return nil }
    let lexemes = operands("'\(name)'")
    return lexemes.count == 1 && lexemes[0].kind == .quotation(isClosed: true) && isSame(lexemes[0].text, name)
      ? "'\(name)'" : nil
  }

  /// `name` in quotes whatever it holds, for a statement that nobody looks at before it runs.
  ///
  /// - Complexity: O(length of `name`).
  public static func quotation(_ name: String) -> String {
    var quotation = "\"".unicodeScalars
    for scalar in name.unicodeScalars {
      if scalar == "\\" || scalar == "\"" { quotation.append("\\") }
      quotation.append(scalar)
    }
    quotation.append("\"")
    return String(quotation)
  }

  /// `text` as one word, in quotes where it would be read otherwise; nil where that is not safe.
  ///
  /// - Complexity: O(length of `text`).
  public static func word(_ text: String) -> String? {
    let lexemes = operands(text)
    let isWord = lexemes.count == 1 && lexemes[0].kind == .word && isSame(lexemes[0].text, text)
    return isWord && !hasMarks(text, of: brackets) && VisibleText.isVisible(text) ? text : quoted(text)
  }

  /// The words of `name` where it is read as it stands, keywords aside; nil where it is not.
  private static func plainWords(_ name: String) -> [String]? {
    guard VisibleText.isVisible(name), !hasMarks(name, of: marks) else { return nil }
    // A colon begins the type of a variable, a dot is any relation, a line the last entity, and two dashes an option.
    let start = name.unicodeScalars.prefix(2)
    if name == "." || name == "_" || start.first == ":" || start.elementsEqual("--".unicodeScalars) { return nil }
    let words = operands(name)
    guard !words.isEmpty, words.allSatisfy({ $0.kind == .word }) else { return nil }
    return isSame(words.map(\.text).joined(separator: " "), name) ? words.map(\.text) : nil
  }

  /// What the lexer finds in `text` behind a verb.
  private static func operands(_ text: String) -> [StatementLexer.Lexeme] {
    var lexer = StatementLexer("find " + text)
    var lexemes: [StatementLexer.Lexeme] = []
    while let lexeme = lexer.next() { lexemes.append(lexeme) }
    return Array(lexemes.dropFirst())
  }

  private static func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  private static let brackets = "(){}[]".unicodeScalars
  /// What means something to the parser of statements or of path expressions, and quotes of every kind.
  private static let marks = "\"'#;,/|^*+?(){}[]\\`$>“”„‟‘’‚‛«»‹›".unicodeScalars

  private static func hasMarks(_ name: String, of marks: String.UnicodeScalarView) -> Bool {
    name.unicodeScalars.contains { marks.contains($0) }
  }
}
