/// The object on one line of JSON Lines: its strings by name; other values are checked and passed over, and their names
/// kept.
///
/// Source: RFC 8259.
public struct JSONLine {
  /// What is wrong, with the byte in the line, from 1.
  public struct Problem: Error { public var text: String }

  public private(set) var strings: [String: String] = [:]
  /// The names of members that are neither strings nor null.
  public private(set) var others: Set<String> = []
  /// By name the lists of objects, of each its strings by name; other values in them are checked and passed over.
  public private(set) var lists: [String: [[String: String]]] = [:]
  /// Far more than any document or statement has; they are kept in memory.
  private static let mostMembers = 1_000
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// - Throws: when the line is no object.
  public init(_ line: ArraySlice<UInt8>) throws(Problem) {
    bytes = line
    index = line.startIndex
    skipSpace()
    try expect("{")
    try members { line, name throws(Problem) in
      guard line.strings.count + line.others.count < Self.mostMembers else {
        throw line.problem("expected at most \(Self.mostMembers) members")
      }
      if line.peek == UInt8(ascii: "\"") {
        line.strings[name] = try line.string()
      } else {
        if line.peek != UInt8(ascii: "n") { line.others.insert(name) }
        if let list = try line.objects() { line.lists[name] = list }
      }
    }
    skipSpace()
    if index < bytes.endIndex { throw problem("expected the end of the line") }
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func problem(_ expected: String) -> Problem {
    Problem(text: "\(expected) at byte \(index - bytes.startIndex + 1)")
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { index += 1 }
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Problem) {
    guard peek == UInt8(ascii: character) else { throw problem("expected \"\(character)\"") }
    index += 1
  }

  /// The members of an object whose brace is open, each value by `value`.
  private mutating func members(
    _ value: (inout JSONLine, String) throws(Problem) -> Void
  ) throws(Problem) {
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

  /// Passes a value; the strings of its objects when it is a list of objects alone, otherwise nil.
  private mutating func objects() throws(Problem) -> [[String: String]]? {
    guard peek == UInt8(ascii: "[") else {
      try skipValue(depth: 1)
      return nil
    }
    let start = index
    index += 1
    skipSpace()
    var list: [[String: String]] = []
    while peek == UInt8(ascii: "{"), list.count < Self.mostMembers {
      index += 1
      var strings: [String: String] = [:]
      try members { line, name throws(Problem) in
        guard line.peek == UInt8(ascii: "\"") else { return try line.skipValue(depth: 2) }
        let value = try line.string()
        if strings.count < Self.mostMembers { strings[name] = value }
      }
      list.append(strings)
      skipSpace()
      if peek == UInt8(ascii: "]") {
        index += 1
        return list
      }
      try expect(",")
      skipSpace()
    }
    index = start
    try skipValue(depth: 1)
    return nil
  }

  private mutating func skipValue(depth: Int) throws(Problem) {
    guard depth < 64 else { throw problem("expected at most 64 levels") }
    switch peek {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      index += 1
      try members { line, _ throws(Problem) in try line.skipValue(depth: depth + 1) }
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
    default:
      let start = index
      while let byte = peek, Self.isOfWord(byte) { index += 1 }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
        index = start
        throw problem("expected a value")
      }
    }
  }

  /// Letters, digits, signs and points: what numbers and `true`, `false`, `null` are made of.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  private mutating func string() throws(Problem) -> String {
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

  private mutating func escape(into text: inout [UInt8]) throws(Problem) {
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

  private mutating func hexadecimal() throws(Problem) -> UInt32 {
    guard index + 4 <= bytes.endIndex,
      let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
      bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-")
    else { throw problem("expected four hexadecimal digits") }
    index += 4
    return code
  }
}
