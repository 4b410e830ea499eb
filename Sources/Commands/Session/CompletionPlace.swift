internal import GraphQuery

/// Where in a statement somebody is typing.
struct CompletionPlace {
  let text: String
  /// What is written of the statement up to the cursor.
  private(set) var lexemes: [StatementLexer.Lexeme]
  /// Whether the cursor stands in quotes that are open.
  let isInQuotes: Bool
  /// Whether the next word has not begun.
  let isBehindSpace: Bool

  init(in text: String) {
    self.text = text
    lexemes = StatementLexer.lastStatement(of: text)
    isInQuotes = lexemes.last?.kind == .quotation(isClosed: false)
    isBehindSpace = !isInQuotes && (lexemes.isEmpty || text.utf8.last.map(Self.isSpace) == true)
  }

  /// Whether the cursor stands in a comment.
  var isInComment: Bool {
    !isInQuotes && !isBehindSpace && lexemes.last?.bytes.upperBound != text.utf8.count
  }

  /// Whether the cursor stands right behind quotes that are closed, where nothing goes on.
  var isBehindQuotes: Bool { !isBehindSpace && lexemes.last?.kind == .quotation(isClosed: true) }

  /// The same place in the statement behind the verb, of which that does something with the rows: `list Person` of
  /// `count list Person`.
  var behindVerb: CompletionPlace {
    var place = self
    place.lexemes.removeFirst()
    return place
  }

  /// The quotation that is open at the cursor, as it is written; empty where none is.
  var quotation: String {
    guard isInQuotes, let last = lexemes.last else { return "" }
    return String(decoding: Array(text.utf8)[last.bytes], as: UTF8.self)
  }

  /// The mark behind which the file or command stands that an answer goes to: `>`, `>>` or `|`; nil where the cursor is
  /// not behind one.
  var redirection: String? {
    let command = RedirectedStatement.commandMark(in: lexemes)
    let mark = lexemes.indices.prefix(max(0, whole)).dropFirst().first { number in
      number == command
        || lexemes[number].kind == .word && [">", ">>"].contains(lexemes[number].text)
    }
    return mark.map { lexemes[$0].text }
  }

  /// The word before the cursor, without an opening quote; empty behind a space.
  var last: String { isBehindSpace ? "" : lexemes.last?.text ?? "" }

  /// How many lexemes stand whole before the cursor.
  private var whole: Int { isBehindSpace ? lexemes.count : lexemes.count - 1 }

  /// What may stand at the cursor.
  ///
  /// - Returns: the number of the first lexeme of the operands there, and how many stand before the one at the cursor.
  func operand(of syntax: VerbSyntax) -> (kind: OperandKind, start: Int, index: Int) {
    for number in stride(from: whole - 1, through: 1, by: -1) {
      guard let option = option(at: number, of: syntax) else { continue }
      return (option.operand, number + 1, index(from: number + 1))
    }
    let index = index(from: 1)
    // A name has several words, and what takes names takes nothing behind them but options.
    let goesOn: [OperandKind] = [.entity, .edge, .text, .entities, .patterns, .document]
    if let first = syntax.operands.first, goesOn.contains(first) { return (first, 1, index) }
    return (syntax.operands.indices.contains(index) ? syntax.operands[index] : .none, 1, index)
  }

  /// The option of a verb that lexeme `number` is; nil where it is none, and for a word behind an option: `per source`.
  func option(at number: Int, of syntax: VerbSyntax) -> VerbOption? {
    guard number > 0, let option = word(at: number, of: syntax) else { return nil }
    if case .words(let words)? = values(behind: number - 1, of: syntax), words.contains(option.word) { return nil }
    return option
  }

  /// What stands behind lexeme `number` where that is an option with values; nil where it is none.
  func values(behind number: Int, of syntax: VerbSyntax) -> OptionValues? {
    guard number > 0, let option = word(at: number, of: syntax) else { return nil }
    return OptionValues(behind: option.word, of: syntax)
  }

  private func word(at number: Int, of syntax: VerbSyntax) -> VerbOption? {
    guard !lexemes[number].isQuoted else { return nil }
    return syntax.options.first { $0.word == lexemes[number].text }
  }

  /// The options that stand before the word at the cursor.
  func given(of syntax: VerbSyntax) -> Set<String> {
    Set(lexemes.indices.prefix(max(0, whole)).compactMap { option(at: $0, of: syntax)?.word })
  }

  /// The words before the one at the cursor, without the verb.
  var wordsBefore: [String] { lexemes.prefix(max(0, whole)).dropFirst().map(\.text) }

  /// How many lexemes from number `start` on stand before the one at the cursor.
  func index(from start: Int) -> Int { max(0, lexemes.count - start - (isBehindSpace ? 0 : 1)) }

  /// The text from lexeme number `start` on; in a list only that behind its last comma.
  func phrase(from start: Int, isInList: Bool) -> String {
    guard start < lexemes.count else { return "" }
    var offset = lexemes[start].bytes.lowerBound
    let bytes = Array(text.utf8)
    if isInList {
      for lexeme in lexemes[start...] where !lexeme.isQuoted {
        if let comma = bytes[lexeme.bytes].lastIndex(of: UInt8(ascii: ",")) { offset = comma + 1 }
      }
    }
    return String(decoding: bytes[offset...].drop(while: Self.isSpace), as: UTF8.self)
  }

  /// What the lexer takes for white space: no other, or a name that begins with a wide space would be cut.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The number of the lexeme that begins the element of a list at the cursor; how many there are where none has begun.
  var startOfListElement: Int {
    var start = 1
    for number in lexemes.indices.dropFirst() where !lexemes[number].isQuoted && lexemes[number].text.hasSuffix(",") {
      start = number + 1
    }
    return min(start, lexemes.count)
  }
}
