/// Any value of JSON.
///
/// Source: RFC 8259.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it stands there.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Of two members with one name the later one counts.
  case object([String: JSONValue])

  /// Values on one line, far more than a piece of a document has; they are kept in memory.
  private static let most = 500_000

  /// The value on `line`.
  ///
  /// - Throws: when the line is no value, or one of over 500,000 values.
  public init(_ line: ArraySlice<UInt8>) throws(JSONLine.Problem) {
    var scanner = JSONScanner(line)
    var left = Self.most
    scanner.skipSpace()
    self = try Self.value(&scanner, depth: 0, &left)
    try scanner.expectEnd()
  }

  private static func value(
    _ scanner: inout JSONScanner, depth: Int, _ left: inout Int
  ) throws(JSONLine.Problem) -> JSONValue {
    guard depth < 64 else { throw scanner.problem("expected at most 64 levels") }
    guard left > 0 else { throw scanner.problem("expected at most \(most) values") }
    left -= 1
    switch scanner.peek {
    case UInt8(ascii: "\""): return .string(try scanner.string())
    case UInt8(ascii: "{"):
      try scanner.expect("{")
      var members: [String: JSONValue] = [:]
      try scanner.members { scanner, name throws(JSONLine.Problem) in
        members[name] = try value(&scanner, depth: depth + 1, &left)
      }
      return .object(members)
    case UInt8(ascii: "["):
      try scanner.expect("[")
      scanner.skipSpace()
      var values: [JSONValue] = []
      if scanner.peek == UInt8(ascii: "]") {
        try scanner.expect("]")
        return .array(values)
      }
      while true {
        scanner.skipSpace()
        values.append(try value(&scanner, depth: depth + 1, &left))
        scanner.skipSpace()
        if scanner.peek == UInt8(ascii: "]") {
          try scanner.expect("]")
          return .array(values)
        }
        try scanner.expect(",")
      }
    default:
      switch try scanner.word() {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null": return .null
      case let number: return .number(number)
      }
    }
  }

  /// The member `name`; null when there is none, or the value is no object.
  public subscript(name: String) -> JSONValue {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  /// Nil for anything but a text.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// Nil for anything but a whole number.
  public var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }

  /// Nil for anything but a list.
  public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
}
