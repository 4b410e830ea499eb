internal import Bytes
internal import GraphModel

/// Writes a change: its strings, each once, in the order of their first use, and then what refers to them.
struct ChangeWriter: ChangeCoder {
  static let isReading = false

  private var strings: [String] = []
  private var numbers: [ByteString: Int] = [:]
  private var body = ByteWriter()
  private var rows = 0

  var isDamaged: Bool { false }
  var hasEvents: Bool { true }

  func noteDamage() {}

  mutating func number(_ value: inout Int, below bound: Int) { body.appendVarint(UInt64(value)) }

  mutating func count(_ value: inout Int, weight: Int) {
    body.appendVarint(UInt64(value))
    rows += weight * value
  }

  mutating func string(_ value: inout String) { body.appendVarint(UInt64(number(of: value))) }

  mutating func optional(_ value: inout String?) {
    body.appendVarint(value.map { UInt64(number(of: $0) + 1) } ?? 0)
  }

  mutating func text(_ value: inout [UInt8]) {
    body.appendVarint(UInt64(value.count))
    body.append(contentsOf: value)
  }

  mutating func decisions(_ value: inout [NamingDecision]) {
    body.append(contentsOf: DecisionList.encode(value))
    rows += DecisionList.rows(value)
  }

  private mutating func number(of string: String) -> Int {
    if let known = numbers[ByteString(string)] { return known }
    numbers[ByteString(string)] = strings.count
    strings.append(string)
    return strings.count - 1
  }

  func finished() -> EncodedChange {
    var writer = ByteWriter()
    writer.append(contentsOf: ChangeMark.bytes)
    writer.appendVarint(UInt64(strings.count))
    for string in strings {
      writer.appendVarint(UInt64(string.utf8.count))
      writer.append(contentsOf: string.utf8)
    }
    return EncodedChange(bytes: writer.bytes + body.bytes, rows: rows + strings.count)
  }
}
