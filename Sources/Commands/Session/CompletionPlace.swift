internal import GraphQuery

/// Where in a statement somebody is typing.
struct CompletionPlace {
  let text: String
  /// What is written of the statement up to the cursor.
  let lexemes: [StatementLexer.Lexeme]
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

  /// The quotation that is open at the cursor, as it is written; empty where none is.
  var quotation: String {
    guard isInQuotes, let last = lexemes.last else { return "" }
    return String(decoding: Array(text.utf8)[last.bytes], as: UTF8.self)
  }

  /// The mark behind which the file or command stands that an answer goes to: `>`, `>>` or `|`; nil where the cursor is
  /// not behind one.
  var redirection: String? {
    let complete = isBehindSpace ? lexemes.count : lexemes.count - 1
    let command = RedirectedStatement.commandMark(in: lexemes)
    let mark = lexemes.indices.prefix(max(0, complete)).dropFirst().first { number in
      number == command
        || lexemes[number].kind == .word && [">", ">>"].contains(lexemes[number].text)
    }
    return mark.map { lexemes[$0].text }
  }

  /// The word before the cursor, without an opening quote; empty behind a space.
  var last: String { isBehindSpace ? "" : lexemes.last?.text ?? "" }

  /// What may stand at the cursor.
  ///
  /// - Returns: the number of the first lexeme of the operands there, and how many stand before the one at the cursor.
  func operand(of syntax: VerbSyntax) -> (kind: OperandKind, start: Int, index: Int) {
    let complete = isBehindSpace ? lexemes.count : lexemes.count - 1
    for number in stride(from: complete - 1, through: 1, by: -1) where !lexemes[number].isQuoted {
      guard let option = syntax.options.first(where: { $0.word == lexemes[number].text }) else { continue }
      return (option.operand, number + 1, index(from: number + 1))
    }
    let index = index(from: 1)
    // A name has several words, and what takes names takes nothing behind them but options.
    if let first = syntax.operands.first, [.entity, .edge, .text, .entities, .patterns].contains(first) {
      return (first, 1, index)
    }
    return (syntax.operands.indices.contains(index) ? syntax.operands[index] : .none, 1, index)
  }

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
