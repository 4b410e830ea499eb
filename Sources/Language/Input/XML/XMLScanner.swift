/// Reads XML from its start to its end, a tag or a text at a time; what a document declares is not looked at, so that
/// nothing it says is expanded or loaded.
///
/// Source: https://www.w3.org/TR/xml/, without declarations (2.8) and entities, but for the five of 4.6 and characters
/// (4.1).
struct XMLScanner {
  enum Item: Equatable {
    /// Name as written, with its prefix; whether the element ends at once.
    case start(String, attributes: [String: String], isEmpty: Bool)
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0

  /// Bytes of a tag; a longer one ends the reading.
  private static let longestTag = 64 << 10

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all was read; when ``next()`` has ended before, something is malformed there.
  var isAtEnd: Bool { place >= bytes.count }

  /// The next tag or text; nil at the end, and where the XML is malformed.
  ///
  /// - Complexity: O(*n*) over all calls.
  mutating func next() -> Item? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return text() }
      if begins("<!--") {
        guard skip(to: "-->", from: place + 4) else { return nil }
      } else if begins("<![CDATA[") {
        let start = place + 9
        guard skip(to: "]]>", from: start) else { return nil }
        return .text(String(decoding: bytes[start..<(place - 3)], as: UTF8.self))
      } else if begins("<?") {
        guard skip(to: "?>", from: place + 2) else { return nil }
      } else if begins("<!") {
        guard skip(to: ">", from: place + 2) else { return nil }
      } else {
        return tag()
      }
    }
    return nil
  }

  private func begins(_ mark: StaticString) -> Bool { stands(mark, at: place) }

  private func stands(_ mark: StaticString, at start: Int) -> Bool {
    let size = mark.utf8CodeUnitCount
    guard start + size <= bytes.count else { return false }
    return mark.withUTF8Buffer { mark in
      for offset in 0..<size where unsafe bytes[start + offset] != mark[offset] { return false }
      return true
    }
  }

  /// Goes behind the next `mark`; false when there is none.
  private mutating func skip(to mark: StaticString, from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      if stands(mark, at: index) {
        place = index + mark.utf8CodeUnitCount
        return true
      }
      index += 1
    }
    return false
  }

  private mutating func text() -> Item {
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { place = end }
    return .text(Self.resolved(bytes[place..<end]))
  }

  private mutating func tag() -> Item? {
    var index = place + 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = name(from: &index)
    guard !name.isEmpty else { return nil }
    var attributes: [String: String] = [:]
    while index < bytes.count, index - place <= Self.longestTag {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        place = index + 1
        return isEnd ? .end(name) : .start(name, attributes: attributes, isEmpty: false)
      case UInt8(ascii: "/"):
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") else { return nil }
        place = index + 2
        return .start(name, attributes: attributes, isEmpty: true)
      case ...0x20: index += 1
      default:
        guard let (key, value) = attribute(from: &index) else { return nil }
        attributes[key] = value
      }
    }
    return nil
  }

  private func name(from index: inout Int) -> String {
    let start = index
    while index < bytes.count, bytes[index] > 0x20, !">/=<\"'".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func attribute(from index: inout Int) -> (String, String)? {
    let key = name(from: &index)
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard !key.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      return nil
    }
    let start = index + 1
    guard let end = bytes[start...].prefix(Self.longestTag).firstIndex(of: bytes[index]) else { return nil }
    index = end + 1
    return (key, Self.resolved(bytes[start..<end]))
  }

  /// The text with references to characters resolved; a reference to anything else stands for itself.
  private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    // A zero is no character of XML, and no text.
    if bytes.contains(0) { return resolved(bytes.filter { $0 != 0 }[...]) }
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<start]
      let reference = rest[(start + 1)...].prefix(12)
      if let end = reference.firstIndex(of: UInt8(ascii: ";")), let scalar = character(reference[..<end]) {
        result += String(scalar).utf8
        rest = rest[(end + 1)...]
      } else {
        result.append(UInt8(ascii: "&"))
        rest = rest[(start + 1)...]
      }
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  private static let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  private static func character(_ reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let name = String(decoding: reference, as: UTF8.self)
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}
