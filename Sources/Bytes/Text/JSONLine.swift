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

  /// - Throws: when the line is no object.
  public init(_ line: ArraySlice<UInt8>) throws(Problem) {
    var scanner = JSONScanner(line)
    scanner.skipSpace()
    try scanner.expect("{")
    try scanner.members { scanner, name throws(Problem) in
      guard strings.count + others.count < Self.mostMembers else {
        throw scanner.problem("expected at most \(Self.mostMembers) members")
      }
      if scanner.peek == UInt8(ascii: "\"") {
        strings[name] = try scanner.string()
      } else {
        if scanner.peek != UInt8(ascii: "n") { others.insert(name) }
        if let list = try Self.objects(&scanner) { lists[name] = list }
      }
    }
    try scanner.expectEnd()
  }

  /// The string `name` of the object that begins on `line`, as far as that can be read: the rest may be missing or no
  /// JSON. Nil when there is none before the first mistake.
  ///
  /// - Complexity: O(*n*) in what stands before it.
  public static func string(_ name: String, from line: ArraySlice<UInt8>) -> String? {
    var scanner = JSONScanner(line)
    var found: String?
    scanner.skipSpace()
    do throws(Problem) {
      try scanner.expect("{")
      try scanner.members { scanner, member throws(Problem) in
        if member == name, scanner.peek == UInt8(ascii: "\"") {
          found = try scanner.string()
        } else {
          try scanner.skipValue(depth: 1)
        }
      }
    } catch {
      return found
    }
    return found
  }

  /// Passes a value; the strings of its objects when it is a list of objects alone, otherwise nil.
  private static func objects(_ scanner: inout JSONScanner) throws(Problem) -> [[String: String]]? {
    guard scanner.peek == UInt8(ascii: "[") else {
      try scanner.skipValue(depth: 1)
      return nil
    }
    let start = scanner
    try scanner.expect("[")
    scanner.skipSpace()
    var list: [[String: String]] = []
    while scanner.peek == UInt8(ascii: "{"), list.count < mostMembers {
      try scanner.expect("{")
      var strings: [String: String] = [:]
      try scanner.members { scanner, name throws(Problem) in
        guard scanner.peek == UInt8(ascii: "\"") else { return try scanner.skipValue(depth: 2) }
        let value = try scanner.string()
        if strings.count < mostMembers { strings[name] = value }
      }
      list.append(strings)
      scanner.skipSpace()
      if scanner.peek == UInt8(ascii: "]") {
        try scanner.expect("]")
        return list
      }
      try scanner.expect(",")
      scanner.skipSpace()
    }
    scanner = start
    try scanner.skipValue(depth: 1)
    return nil
  }
}
