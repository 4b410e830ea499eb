/// Cuts Swift source into tokens; plain comments are left out.
struct SourceScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var tokens: [SourceToken] = []

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The tokens of `text` in order.
  ///
  /// - Complexity: linear in the number of bytes.
  static func tokens(of text: String) -> [SourceToken] {
    var scanner = SourceScanner(text)
    scanner.scan(untilClosed: false)
    return scanner.tokens
  }

  private func byte(_ distance: Int = 0) -> UInt8 { position + distance < bytes.count ? bytes[position + distance] : 0 }

  private mutating func advance() {
    if byte() == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  /// - Parameter untilClosed: whether a closing parenthesis that nothing opened ends the scan, as in an interpolation.
  private mutating func scan(untilClosed: Bool) {
    var depth = 0
    while position < bytes.count {
      switch byte() {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): advance()
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): lineComment()
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): blockComment()
      case UInt8(ascii: "\""),
        UInt8(ascii: "#") where startsString:
        string()
      case UInt8(ascii: "`"): position += 1
      case let first where Self.isLetter(first): word()
      case let first where Self.isDigit(first): number()
      case UInt8(ascii: "-") where byte(1) == UInt8(ascii: ">"):
        append(.mark, "->")
        position += 2
      case let mark:
        if mark == UInt8(ascii: "(") { depth += 1 }
        if mark == UInt8(ascii: ")") {
          if untilClosed, depth == 0 { return }
          depth -= 1
        }
        append(.mark, String(UnicodeScalar(mark)))
        position += 1
      }
    }
  }

  /// Whether a string literal begins here, with the `#` of a raw one before the quotation mark.
  private var startsString: Bool {
    var distance = 0
    while byte(distance) == UInt8(ascii: "#") { distance += 1 }
    return byte(distance) == UInt8(ascii: "\"")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private mutating func append(_ kind: SourceToken.Kind, _ text: String) {
    tokens.append(SourceToken(kind: kind, text: text, line: line))
  }

  private func text(from start: Int) -> String { String(decoding: bytes[start..<position], as: UTF8.self) }

  private mutating func word() {
    let start = position
    while Self.isLetter(byte()) || Self.isDigit(byte()) { position += 1 }
    append(.word, text(from: start))
  }

  private mutating func number() {
    let start = position
    while Self.isLetter(byte()) || Self.isDigit(byte()) || byte() == UInt8(ascii: ".") && Self.isDigit(byte(1)) {
      position += 1
    }
    append(.number, text(from: start))
  }

  private mutating func lineComment() {
    let start = position
    while position < bytes.count, byte() != UInt8(ascii: "\n") { position += 1 }
    let comment = text(from: start)
    if comment.hasPrefix("///") { append(.documentation, String(comment.dropFirst(3))) }
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
      } else {
        advance()
      }
    } while depth > 0 && position < bytes.count
  }

  private mutating func string() {
    var pounds = 0
    while byte() == UInt8(ascii: "#") { (pounds, position) = (pounds + 1, position + 1) }
    let isLong = byte(1) == UInt8(ascii: "\"") && byte(2) == UInt8(ascii: "\"")
    position += isLong ? 3 : 1
    let place = tokens.count
    append(.string, "")
    var content: [UInt8] = []
    while position < bytes.count, !closesString(pounds, isLong: isLong) {
      guard byte() == UInt8(ascii: "\\"), hasPounds(pounds, behind: 1) else {
        content.append(byte())
        advance()
        continue
      }
      let escaped = byte(1 + pounds)
      position += 2 + pounds
      content += [UInt8(ascii: "\\"), escaped]
      if escaped == UInt8(ascii: "(") {
        scan(untilClosed: true)
        content.append(UInt8(ascii: ")"))
        position += 1
      }
    }
    position += (isLong ? 3 : 1) + pounds
    tokens[place].text = String(decoding: content, as: UTF8.self)
  }

  private func closesString(_ pounds: Int, isLong: Bool) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard byte() == quote, !isLong || byte(1) == quote && byte(2) == quote else { return false }
    return hasPounds(pounds, behind: isLong ? 3 : 1)
  }

  private func hasPounds(_ count: Int, behind distance: Int) -> Bool {
    (0..<count).allSatisfy { byte(distance + $0) == UInt8(ascii: "#") }
  }
}
