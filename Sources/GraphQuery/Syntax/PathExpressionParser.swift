/// Reads a path expression: `leads/(memberOf|partOf)*`, `^"worry about"+`, `any relation{1,3}`.
///
///     alternatives = sequence { "|" sequence }
///     sequence     = repeated { "/" repeated }
///     repeated     = primary { "*" | "+" | "?" | "{" m [ "," [ n ] ] "}" }
///     primary      = "^" primary | "(" alternatives ")" | "." | name
///
/// Brackets and operators may stand in one another only so deep that neither the parser nor whoever walks over the
/// pattern runs out of stack.
struct PathExpressionParser {
  static let mostLevels = 100
  /// Names that an expression has at most: each is looked up, and an automaton has room for fewer.
  static let mostParts = 1_000

  let tokens: StatementTokens
  private let end: Int
  private var i: Int
  /// Brackets and `^` around the present place.
  private var depth = 0
  /// Levels of the pattern that was read last.
  private var height = 0
  private var parts = 0
  private var quotations = QuotedTextFinder()

  /// - Parameter bytes: where the expression stands in the statement.
  init(tokens: StatementTokens, bytes: Range<Int>) {
    self.tokens = tokens
    i = bytes.lowerBound
    end = bytes.upperBound
  }

  mutating func parse() throws(QueryError) -> PathExpression {
    let pattern = try alternatives()
    guard next == nil else { throw expected("an operator of a path expression: / | * + ? {m,n}") }
    return pattern
  }

  /// The next byte that is no space; nil at the end.
  private var next: UInt8? {
    mutating get {
      while i < end, QuotedText.isSpace(tokens.bytes[i]) { i += 1 }
      return i < end ? tokens.bytes[i] : nil
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    i += 1
    return true
  }

  private func expected(_ what: String) -> QueryError {
    var stop = i
    while stop < end, stop == i || tokens.bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    let found = i < end ? String(decoding: tokens.bytes[i..<stop], as: UTF8.self) : nil
    return QueryError(.expected(what, found: found), at: tokens.range(i..<stop))
  }

  private mutating func alternatives() throws(QueryError) -> PathExpression {
    var parts = [try sequence()]
    var highest = height
    while skip("|") {
      parts.append(try sequence())
      highest = max(highest, height)
    }
    height = highest
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func sequence() throws(QueryError) -> PathExpression {
    var parts = [try repeated()]
    var highest = height
    while skip("/") {
      parts.append(try repeated())
      highest = max(highest, height)
    }
    height = highest
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated() throws(QueryError) -> PathExpression {
    var pattern = try primary()
    while let byte = next {
      switch byte {
      case UInt8(ascii: "*"): pattern = .repeated(pattern, minimum: 0, maximum: nil)
      case UInt8(ascii: "+"): pattern = .repeated(pattern, minimum: 1, maximum: nil)
      case UInt8(ascii: "?"): pattern = .repeated(pattern, minimum: 0, maximum: 1)
      case UInt8(ascii: "{"):
        pattern = try counted(pattern)
        height += 1
        try checkLevels(height)
        continue
      default: return pattern
      }
      i += 1
      height += 1
      try checkLevels(height)
    }
    return pattern
  }

  /// Refuses an operator or bracket, the last one read, that makes so many levels.
  private func checkLevels(_ levels: Int) throws(QueryError) {
    if levels > Self.mostLevels { throw QueryError(.patternTooDeep(Self.mostLevels), at: tokens.range(i - 1..<i)) }
  }

  /// `{2}`, `{1,3}`, `{2,}`, `{,3}`.
  private mutating func counted(_ pattern: PathExpression) throws(QueryError) -> PathExpression {
    let begin = i
    i += 1
    let minimum = try count()
    var maximum = minimum
    if skip(",") { maximum = try count() } else if minimum == nil { throw expected("a number") }
    guard skip("}") else { throw expected("}") }
    guard maximum ?? .max >= minimum ?? 0, maximum != 0 else {
      let text = String(decoding: tokens.bytes[begin..<i], as: UTF8.self)
      throw QueryError(
        .outOfRange(text, allowed: "{m,n} with n at least m and at least 1"), at: tokens.range(begin..<i))
    }
    return .repeated(pattern, minimum: minimum ?? 0, maximum: maximum)
  }

  private mutating func count() throws(QueryError) -> Int? {
    _ = next
    let begin = i
    while i < end, (0x30...0x39).contains(tokens.bytes[i]) { i += 1 }
    guard begin < i else { return nil }
    let text = String(decoding: tokens.bytes[begin..<i], as: UTF8.self)
    guard let value = Int(text), value <= 64 else {
      throw QueryError(.outOfRange(text, allowed: "at most 64"), at: tokens.range(begin..<i))
    }
    return value
  }

  private mutating func primary() throws(QueryError) -> PathExpression {
    guard let byte = next else { throw expected("a relation") }
    if byte == UInt8(ascii: "^") || byte == UInt8(ascii: "(") {
      i += 1
      depth += 1
      defer { depth -= 1 }
      try checkLevels(depth)
      if byte == UInt8(ascii: "^") {
        let pattern = PathExpression.inverse(try primary())
        height += 1
        return pattern
      }
      let pattern = try alternatives()
      height += 1
      guard skip(")") else { throw expected(")") }
      return pattern
    }
    height = 0
    parts += 1
    guard parts <= Self.mostParts else {
      throw QueryError(.tooMany("relations in the path expression", most: Self.mostParts), at: tokens.range(i..<i + 1))
    }
    if let quotation = quotations.quotation(in: tokens.bytes, at: i) {
      let range = i..<min(quotation.end, end)
      i = range.upperBound
      let spelling = quotation.text(in: tokens.bytes)
      return .relation(NameReference(spelling: spelling, range: tokens.range(range)))
    }
    let begin = i
    while i < end, !Self.isOperator(tokens.bytes[i]) { i += 1 }
    while i > begin, QuotedText.isSpace(tokens.bytes[i - 1]) { i -= 1 }
    guard begin < i else { throw expected("a relation") }
    let spelling = tokens.squeezed(begin..<i)
    return spelling == "." ? .any : .relation(NameReference(spelling: spelling, range: tokens.range(begin..<i)))
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
