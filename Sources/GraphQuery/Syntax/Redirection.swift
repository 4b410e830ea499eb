/// Where an answer goes that is not for the screen, as it is written behind a statement.
public enum Redirection: Sendable, Equatable {
  /// `> FILE`, or `>> FILE` behind what the file has.
  case file(String, appends: Bool)
  /// `| COMMAND`, to the shell.
  case command(String)
}

/// A statement and where its answer is to go.
public struct RedirectedStatement: Sendable, Equatable {
  public var statement: ScannedStatement
  /// Nil for the screen.
  public var redirection: Redirection?

  /// Cuts off what begins with `|`, `>` or `>>` in a word of its own, or with `>` at the start of one; with `|` where
  /// ``commandMark(in:)`` says so.
  ///
  ///     let statement = try RedirectedStatement(ScannedStatement(text: "facts NATO > nato.csv"))
  ///     print(statement.statement.text, statement.redirection == .file("nato.csv", appends: false))
  ///
  /// - Complexity: O(length of the statement).
  /// - Throws: ``QueryError`` where no file or no command stands behind the mark, or more than one file.
  public init(_ scanned: ScannedStatement) throws(QueryError) {
    // Most statements have none of the marks.
    guard scanned.text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ">") }) else {
      statement = scanned
      return
    }
    var lexer = StatementLexer(scanned.text)
    var lexemes: [StatementLexer.Lexeme] = []
    while let lexeme = lexer.next() { lexemes.append(lexeme) }
    let command = Self.commandMark(in: lexemes)
    let first = lexemes.indices.dropFirst().first {
      $0 == command || lexemes[$0].kind == .word && lexemes[$0].text.hasPrefix(">")
    }
    guard let first else {
      statement = scanned
      return
    }
    let bytes = Array(scanned.text.utf8)
    func range(_ part: Range<Int>) -> SourceRange {
      var place = scanned.start
      for byte in bytes[..<part.lowerBound] { place.advance(over: byte) }
      var end = place
      for byte in bytes[part] { end.advance(over: byte) }
      return SourceRange(place, end)
    }
    let mark = lexemes[first]
    if mark.text == "|" {
      let command = String(decoding: bytes[mark.bytes.upperBound...], as: UTF8.self).trimmedSpaces
      guard !command.isEmpty else {
        throw QueryError(.expected("a command behind |", found: nil), at: range(mark.bytes))
      }
      redirection = .command(command)
    } else {
      let appends = mark.text.hasPrefix(">>")
      let glued = String(mark.text.dropFirst(appends ? 2 : 1))
      var name = glued
      // What stands without a space is one name: `"Mark Rutte".csv`.
      var next = first + 1
      while next < lexemes.count, name.isEmpty || lexemes[next].bytes.lowerBound == lexemes[next - 1].bytes.upperBound {
        name += lexemes[next].text
        next += 1
        if name.isEmpty { break }
      }
      guard !name.isEmpty else {
        throw QueryError(.expected("a file behind \(appends ? ">>" : ">")", found: nil), at: range(mark.bytes))
      }
      guard next == lexemes.count else {
        let what = "one file, in quotes where its name has spaces"
        throw QueryError(.expected(what, found: lexemes[next].text), at: range(lexemes[next].bytes))
      }
      redirection = .file(name, appends: appends)
    }
    statement = ScannedStatement(
      text: String(decoding: bytes[..<mark.bytes.lowerBound], as: UTF8.self).trimmedSpaces, start: scanned.start)
  }

  /// The lexeme behind which a command of the shell stands: the first `|` with spaces around it, in no brackets, that
  /// no quotation follows; nil where there is none. Elsewhere `|` stands between relations, as in `"meets with"|"takes
  /// part in"`.
  ///
  /// - Complexity: O(length of the lexemes).
  public static func commandMark(in lexemes: [StatementLexer.Lexeme]) -> Int? {
    var depth = 0
    for (number, lexeme) in lexemes.enumerated() where lexeme.kind == .word {
      if lexeme.text == "|", depth == 0, number == 0 || lexemes[number - 1].bytes.upperBound < lexeme.bytes.lowerBound,
        number + 1 == lexemes.count || !lexemes[number + 1].isQuoted
      {
        return number
      }
      for byte in lexeme.text.utf8 {
        if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmedSpaces: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !QuotedText.isSpace($0) }),
      let last = bytes.lastIndex(where: { !QuotedText.isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
