/// Walks over the JSON text of one line, value by value.
///
/// Source: RFC 8259.
struct JSONScanner {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ line: ArraySlice<UInt8>) {
    bytes = line
    index = line.startIndex
  }

  var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  func problem(_ expected: String) -> JSONLine.Problem {
    JSONLine.Problem(text: "\(expected) at byte \(index - bytes.startIndex + 1)")
  }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { index += 1 }
  }

  mutating func expect(_ character: Unicode.Scalar) throws(JSONLine.Problem) {
    guard peek == UInt8(ascii: character) else { throw problem("expected \"\(character)\"") }
    index += 1
  }

  /// The members of an object whose brace is open, each value by `value`.
  mutating func members(
    _ value: (inout JSONScanner, String) throws(JSONLine.Problem) -> Void
  ) throws(JSONLine.Problem) {
    skipSpace()
    if peek == UInt8(ascii: "}") {
      index += 1
      return
    }
    while true {
      skipSpace()
      let name = try string()
      skipSpace()
      try expect(":")
      skipSpace()
      try value(&self, name)
      skipSpace()
      if peek == UInt8(ascii: ",") {
        index += 1
      } else {
        return try expect("}")
      }
    }
  }

  /// - Throws: when more than space is left.
  mutating func expectEnd() throws(JSONLine.Problem) {
    skipSpace()
    if index < bytes.endIndex { throw problem("expected the end of the line") }
  }

  mutating func skipValue(depth: Int) throws(JSONLine.Problem) {
    guard depth < 64 else { throw problem("expected at most 64 levels") }
    switch peek {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      index += 1
      try members { line, _ throws(JSONLine.Problem) in try line.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      index += 1
      skipSpace()
      if peek == UInt8(ascii: "]") {
        index += 1
        return
      }
      while true {
        skipSpace()
        try skipValue(depth: depth + 1)
        skipSpace()
        guard peek == UInt8(ascii: ",") else { return try expect("]") }
        index += 1
      }
    default: _ = try word()
    }
  }

  /// A number, or `true`, `false` or `null`, as it stands there.
  mutating func word() throws(JSONLine.Problem) -> String {
    let start = index
    while let byte = peek, Self.isOfWord(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
      index = start
      throw problem("expected a value")
    }
    return word
  }

  /// Letters, digits, signs and points: what numbers and `true`, `false`, `null` are made of.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  mutating func string() throws(JSONLine.Problem) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20:
        index -= 1
        throw problem("expected an escape instead of a control character")
      default: text.append(byte)
      }
    }
    throw problem("expected the end of a string")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONLine.Problem) {
    guard let byte = peek else { throw problem("expected an escape") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if 0xD800..<0xDC00 ~= code, peek == UInt8(ascii: "\\") {
        index += 1
        try expect("u")
        let low = try hexadecimal()
        guard 0xDC00..<0xE000 ~= low else { throw problem("expected the second half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw problem("expected a character instead of half a pair") }
      text += String(Character(scalar)).utf8
    default:
      index -= 1
      throw problem("expected an escape")
    }
  }

  private mutating func hexadecimal() throws(JSONLine.Problem) -> UInt32 {
    guard index + 4 <= bytes.endIndex,
      let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
      bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-")
    else { throw problem("expected four hexadecimal digits") }
    index += 4
    return code
  }
}
