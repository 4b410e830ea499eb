internal import Bytes
internal import GraphQuery

/// What names in statements stand for.
struct Bindings: Sendable {
  /// `$x`: words of a statement, as they were written.
  var variables: [String: String] = [:]
  /// A word in place of a verb: the beginning of a statement.
  var aliases: [String: String] = [:]
  /// `$1` …: what a script was given; nil at the prompt, where they are the rows of the last answer.
  var arguments: [String]?

  /// Whether `name` can be that of a variable or alias.
  static func isName(_ name: some StringProtocol) -> Bool {
    guard let first = name.utf8.first, !isDigit(first) else { return false }
    return name.utf8.allSatisfy(isPartOfName)
  }

  /// `text`, a statement, with the words that its first one stands for in its place.
  ///
  /// - Throws: ``CommandError/aliasesNestedTooDeep(limit:)``.
  func withoutAlias(_ text: String) throws(CommandError) -> String {
    if aliases.isEmpty { return text }
    var text = text
    for _ in 0..<Self.deepest {
      guard let first = StatementLexer.firstWord(of: text), let words = aliases[first.text.lowercased()] else {
        return text
      }
      text = words + String(decoding: Array(text.utf8)[first.bytes.upperBound...], as: UTF8.self)
    }
    throw .aliasesNestedTooDeep(limit: Self.deepest)
  }

  /// `text`, a statement, with what its names stand for in their place.
  ///
  /// - Parameter rows: those of the last answer; nil where there is none.
  /// - Throws: for a name that stands for nothing.
  func withoutVariables(_ text: String, rows: AnswerRows<Record>?) throws(CommandError) -> String {
    try replacing(text) { name throws(CommandError) in
      try name == Self.firstName ? firstEntity(rows) : value(of: name, rows)
    }
  }

  /// What the line `_` is called by ``replacing(_:by:)``.
  static let firstName = "_"

  /// `text`, a statement, with `value` in place of each name that stands for something: `$x`, `$1` and `_`.
  ///
  /// - Parameter value: of a name without its mark; nil leaves it as it stands.
  func replacing(
    _ text: String, by value: (String) throws(CommandError) -> String?
  ) throws(CommandError) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "_") }) else { return text }
    var expanded: [UInt8] = []
    var copied = 0
    var lexer = StatementLexer(text)
    var lexemes: [StatementLexer.Lexeme] = []
    while let lexeme = lexer.next() { lexemes.append(lexeme) }
    let command = RedirectedStatement.commandMark(in: lexemes)
    for (number, lexeme) in lexemes.enumerated() where lexeme.kind == .word {
      // What stands behind it is for the shell.
      if number == command { break }
      if lexeme.text == Self.firstName {
        guard let words = try value(Self.firstName) else { continue }
        expanded += bytes[copied..<lexeme.bytes.lowerBound]
        expanded += words.utf8
        copied = lexeme.bytes.upperBound
        continue
      }
      var place = lexeme.bytes.lowerBound
      while let mark = bytes[place..<lexeme.bytes.upperBound].firstIndex(of: UInt8(ascii: "$")) {
        place = mark + 1
        guard let name = Self.name(in: bytes[place..<lexeme.bytes.upperBound]) else { continue }
        place += name.utf8.count
        guard let words = try value(name) else { continue }
        expanded += bytes[copied..<mark]
        expanded += words.utf8
        copied = place
      }
    }
    return String(decoding: expanded + bytes[copied...], as: UTF8.self)
  }

  /// The name or number that `bytes` begin with; nil where they begin with none, as in `$3.2` and `$5bn`.
  private static func name(in bytes: ArraySlice<UInt8>) -> String? {
    let word = bytes.prefix(while: isPartOfName)
    guard let first = word.first else { return nil }
    if isDigit(first) {
      let isNumber = word.allSatisfy(isDigit) && word.count <= 9
      let next = word.endIndex < bytes.endIndex ? bytes[word.endIndex] : 0x20
      let behind = word.endIndex + 1 < bytes.endIndex ? bytes[word.endIndex + 1] : 0x20
      let goesOn = (next == UInt8(ascii: ".") || next == UInt8(ascii: ",")) && isDigit(behind)
      guard isNumber, !goesOn else { return nil }
    }
    return String(decoding: word, as: UTF8.self)
  }

  private func value(of name: String, _ rows: AnswerRows<Record>?) throws(CommandError) -> String {
    guard let number = Int(name) else {
      if let value = variables[name] { return value }
      throw .unknownVariable(name, suggestion: Suggestion.closest(to: name, among: variables.keys.sorted()))
    }
    if let arguments {
      guard number >= 1, number <= arguments.count else { throw .noSuchArgument(number, count: arguments.count) }
      return Self.spelled(arguments[number - 1])
    }
    guard let rows, number >= 1, number <= rows.count, let value = rows[number - 1].reference else {
      throw .noSuchRow(number, count: rows?.count ?? 0)
    }
    return Self.spelled(value)
  }

  private func firstEntity(_ rows: AnswerRows<Record>?) throws(CommandError) -> String {
    guard let row = rows?.first(where: { $0.entityID != nil }), let id = row.entityID else {
      throw .noSuchRow(1, count: rows?.count ?? 0)
    }
    return id
  }

  /// Words of elsewhere as one word or quotation: whatever they hold, they neither end nor begin a statement.
  static func spelled(_ words: String) -> String {
    var lexer = StatementLexer("find " + words)
    _ = lexer.next()
    let isWord =
      lexer.next().map { $0.kind == .word && $0.text.utf8.count == words.utf8.count } ?? false
      && !words.hasPrefix("--") && !words.hasPrefix(">") && words != "|" && !words.contains("$") && words != "_"
    return isWord ? words : NameSpelling.quotation(words)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Aliases that stand for one another.
  private static let deepest = 16
}
