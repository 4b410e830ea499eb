internal import GraphQuery

/// The words of a statement; quotes keep spaces.
struct Words {
  struct Word: Equatable {
    var text: String
    var isQuoted: Bool
  }

  private(set) var list: [Word] = []
  private let text: String

  init(_ text: String) {
    self.text = text
    var word = ""
    var quote: Character?
    var isQuoted = false
    var isInside = false
    func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" || character.isNewline }
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if isSpace(character) {
        if isInside { list.append(Word(text: word, isQuoted: isQuoted)) }
        (word, isInside, isQuoted) = ("", false, false)
      } else {
        if !isInside, character == "\"" || character == "'" {
          quote = character
          isQuoted = true
        } else {
          word.append(character)
        }
        isInside = true
      }
    }
    if isInside { list.append(Word(text: word, isQuoted: isQuoted)) }
  }

  /// The place of the whole statement, up to the end of its first line.
  func range(in statement: ScannedStatement) -> SourceRange {
    let line = text.prefix { !$0.isNewline }
    var end = statement.start
    end.column += line.unicodeScalars.count
    end.offset += line.utf8.count
    return SourceRange(statement.start, end)
  }
}
