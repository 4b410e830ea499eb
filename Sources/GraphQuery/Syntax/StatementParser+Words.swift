internal import GraphModel

extension StatementParser {
  /// The keyword that the next token is, in its spelling of ``VerbSyntax/keywords``; nil when it is none.
  ///
  /// A keyword is written all small or all capital and without quotes. `in`, `out`, `both`, `all`, `directed` and
  /// `copies` count only where nothing or another keyword follows, so that `Made in Italy` is a name.
  mutating func nextKeyword() -> String? {
    guard let word = keyword(at: tokens.position) else { return nil }
    return !flags.contains(word) || flagCounts(at: tokens.position) ? word : nil
  }

  static let flagWords: Set = ["in", "out", "both", "all", "directed", "copies"]

  /// The keyword that token `number` would be, whatever stands behind it.
  private func keyword(at number: Int) -> String? {
    guard number < tokens.tokens.count, !tokens.tokens[number].isQuoted else { return nil }
    let text = tokens.tokens[number].text
    let word = text.lowercased()
    if word == "--claims" { return word }
    // `professor at Oslo` is a name, `at 2024-13` a wrong date.
    if word == "at", !isMoment(at: number + 1), !isLikeDate(at: number + 1) { return nil }
    return keywords.contains(word) && (text == word || text == word.uppercased()) ? word : nil
  }

  /// Whether token `number` is what may stand behind `at`.
  private func isMoment(at number: Int) -> Bool {
    guard number < tokens.tokens.count, !tokens.tokens[number].isQuoted else { return false }
    return Moment(tokens.tokens[number].text) != nil
  }

  /// Whether token `number` is a year with something behind it, digits and marks alone.
  private func isLikeDate(at number: Int) -> Bool {
    guard number < tokens.tokens.count, !tokens.tokens[number].isQuoted else { return false }
    let text = tokens.tokens[number].text.utf8
    return text.count > 4 && text.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
      && text.allSatisfy { (0x30...0x39).contains($0) || "-/.".utf8.contains($0) }
  }

  /// The error that something other than the end stands at the next token.
  func expectedEnd() -> QueryError {
    guard let token = tokens.peek(), !token.isQuoted, token.text.lowercased() == "at", keywords.contains("at"),
      !given.contains("at")
    else { return tokens.expected(endOrKeyword) }
    var behind = tokens
    behind.position += 1
    return behind.expected("\(Moment.form) after at")
  }

  /// Whether the flag that token `number` is, and all that follow it at once, stand at the end or before another
  /// keyword.
  private mutating func flagCounts(at number: Int) -> Bool {
    if let flagRun, flagRun.tokens.contains(number) { return flagRun.count }
    var end = number
    while let word = keyword(at: end), flags.contains(word) { end += 1 }
    let counts = end == tokens.tokens.count || keyword(at: end) != nil
    // Asked again for each of them, which must not cost a walk each.
    flagRun = (number..<end, counts)
    return counts
  }

  /// Steps over a keyword; an error when it was given before.
  mutating func take(_ keyword: String) throws(QueryError) {
    guard given.insert(keyword).inserted else {
      throw QueryError(.repeatedOption(keyword), at: tokens.nextRange)
    }
    tokens.position += 1
  }

  /// A quoted name, or the words up to the next keyword in `stops` (all of the verb's when nil); nil when there are
  /// none.
  mutating func name(stoppingAt stops: Set<String>? = nil) -> NameReference? {
    guard let first = tokens.peek() else { return nil }
    if first.isQuoted {
      tokens.position += 1
      var name = NameReference(spelling: first.text, range: tokens.range(first.bytes))
      // `"Jordan" (Person)`: the type in parentheses belongs to the name.
      if let type = tokens.peek(), !type.isQuoted, type.text.hasPrefix("("), type.text.hasSuffix(")") {
        tokens.position += 1
        name.spelling += " " + type.text
        name.range = tokens.range(first.bytes.lowerBound..<type.bytes.upperBound)
      }
      return name
    }
    var end = first.bytes.lowerBound
    while let token = tokens.peek() {
      if let keyword = nextKeyword(), stops?.contains(keyword) ?? true { break }
      end = token.bytes.upperBound
      tokens.position += 1
      if token.text.first == "#", UInt32(token.text.dropFirst()) != nil { break }
    }
    let range = first.bytes.lowerBound..<end
    return range.isEmpty ? nil : NameReference(spelling: tokens.squeezed(range), range: tokens.range(range))
  }

  /// A name or an id such as `#12`; `what` says in the error what is wanted.
  mutating func entity(_ what: String, stoppingAt stops: Set<String>? = nil) throws(QueryError) -> EntityReference {
    let isQuoted = tokens.peek()?.isQuoted ?? false
    guard let name = name(stoppingAt: stops), !name.spelling.isEmpty else { throw tokens.expected(what) }
    return Self.reference(name, isQuoted: isQuoted)
  }

  /// The id of an edge, such as `e12`, if it stands alone or before a keyword; nil where something else does.
  mutating func edge() -> EdgeReference? {
    guard let token = tokens.peek(), !token.isQuoted else { return nil }
    guard tokens.peek(1) == nil || keyword(at: tokens.position + 1) != nil else { return nil }
    let digits = token.text.drop { "eE".contains($0) }
    guard token.text.count - digits.count <= 1, let id = UInt32(digits) else { return nil }
    defer { tokens.position += 1 }
    return EdgeReference(id: EdgeID(id), range: tokens.nextRange)
  }

  static func reference(_ name: NameReference, isQuoted: Bool) -> EntityReference {
    var id: EntityID?
    if !isQuoted, name.spelling.first == "#", let number = UInt32(name.spelling.dropFirst()) { id = EntityID(number) }
    return EntityReference(spelling: name.spelling, id: id, range: name.range)
  }

  /// `keyword N`.
  mutating func number(_ keyword: String, _ allowed: ClosedRange<Int>) throws(QueryError) -> Int {
    try take(keyword)
    guard let token = tokens.peek(), !token.text.isEmpty, token.text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw tokens.expected("a number after \(keyword)") }
    guard let value = Int(token.text), allowed.contains(value) else {
      let bounds = "between \(allowed.lowerBound) and \(allowed.upperBound)"
      throw QueryError(.outOfRange("\(keyword) \(token.text)", allowed: bounds), at: tokens.nextRange)
    }
    tokens.position += 1
    return value
  }

  /// `keyword D`, a date of the form 2025, 2025-04 or 2025-04-03.
  mutating func date(_ keyword: String) throws(QueryError) -> String {
    try take(keyword)
    guard let token = tokens.peek(), Self.isDate(token.text) else {
      throw tokens.expected("a date such as 2025-04-03, 2025-04 or 2025 after \(keyword)")
    }
    tokens.position += 1
    return token.text
  }

  /// `at D`, a date or `now`.
  mutating func moment() throws(QueryError) -> Moment {
    try take("at")
    guard isMoment(at: tokens.position), let token = tokens.peek(),
      let moment = Moment(token.text, at: tokens.nextRange)
    else { throw tokens.expected("\(Moment.form) after at") }
    tokens.position += 1
    return moment
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let bounds = [0...9999, 1...12, 1...31]
    guard (1...3).contains(parts.count) else { return false }
    return zip(parts, bounds).enumerated().allSatisfy { index, part in
      part.0.count == (index == 0 ? 4 : 2) && part.0.utf8.allSatisfy { (0x30...0x39).contains($0) }
        && Int(part.0).map(part.1.contains) == true
    }
  }

  /// A word or quotation after `keyword`, up to the next one; `what` says in the error what is wanted.
  mutating func name(after keyword: String, _ what: String) throws(QueryError) -> NameReference {
    try take(keyword)
    guard let name = name(), !name.spelling.isEmpty else { throw tokens.expected("\(what) after \(keyword)") }
    return name
  }

  /// A document by its id or title, behind the verb.
  mutating func document() throws(QueryError) -> NameReference {
    guard let name = name() else { throw tokens.expected("the id or title of a document") }
    return name
  }

  /// One of some words after `keyword`.
  mutating func word(after keyword: String, of words: [String]) throws(QueryError) -> String {
    try take(keyword)
    let wanted = words.joined(separator: ", ")
    guard let token = tokens.peek(), !token.isQuoted, words.contains(token.text.lowercased()) else {
      throw tokens.expected("one of \(wanted) after \(keyword)")
    }
    tokens.position += 1
    return token.text.lowercased()
  }

  /// The path expression after `via`, or after another keyword, up to the next one.
  mutating func via(_ keyword: String = "via") throws(QueryError) -> ViaClause {
    try take(keyword)
    guard let first = tokens.peek(), nextKeyword() == nil else { throw tokens.expected("a relation after \(keyword)") }
    var end = first.bytes.upperBound
    while let token = tokens.peek(), nextKeyword() == nil {
      end = token.bytes.upperBound
      tokens.position += 1
    }
    var parser = PathExpressionParser(tokens: tokens, bytes: first.bytes.lowerBound..<end)
    return ViaClause(pattern: try parser.parse(), range: tokens.range(first.bytes.lowerBound..<end))
  }

  /// Relations with `|` between them after `keyword`, up to the next one.
  ///
  /// - Throws: where a path expression stands there.
  mutating func relations(_ keyword: String) throws(QueryError) -> ViaClause {
    let via = try via(keyword)
    guard via.pattern.mayBePlainList else { throw QueryError(.patternNotAllowed, at: via.range) }
    return via
  }
}
