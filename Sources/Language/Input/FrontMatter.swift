/// The lines before a text that say what it is: `title: …` between two lines of three hyphens.
struct FrontMatter {
  var fields: [String: String] = [:]
  /// Line of each field, for errors.
  var lines: [String: Int] = [:]
  /// Where the text begins.
  var end = 0

  /// The front matter of `bytes`; one without fields when there is none.
  ///
  /// - Throws: ``InputError/frontMatter(path:line:problem:)`` when it does not end.
  init(_ bytes: [UInt8], path: String) throws(InputError) {
    var start = 0
    var number = 0
    let limit = min(bytes.count, InputLimits.frontMatter)
    while start < limit {
      number += 1
      let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = Self.trimmed(bytes[start..<newline])
      let next = min(newline + 1, bytes.count)
      if number == 1 {
        guard line == Array("---".utf8) else { return }
      } else if line == Array("---".utf8) || line == Array("...".utf8) {
        end = next
        return
      } else if number == 2, Self.field(line) == nil {
        // A rule at the head of a text, not a front matter.
        return
      } else if let (key, value) = Self.field(line), fields[key] == nil {
        fields[key] = value
        lines[key] = number
      }
      start = next
    }
    if number > 1 {
      let found = limit < bytes.count ? "none in \(limit) bytes" : "the end"
      throw .frontMatter(path: path, line: 1, problem: "expected a second line of three hyphens, found \(found)")
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var slice = bytes
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    return Array(slice)
  }

  /// Key and value of a line `key: value`, quotation marks around the value removed; nil for any other line.
  private static func field(_ line: [UInt8]) -> (String, String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      line[..<colon].allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x5F })
    else { return nil }
    if colon + 1 < line.count, line[colon + 1] > 0x20 { return nil }
    var value = trimmed(line[(colon + 1)...])
    if value.count >= 2, let first = value.first, first == value.last, first == 0x22 || first == 0x27 {
      value = Array(value.dropFirst().dropLast())
    }
    return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self))
  }
}
