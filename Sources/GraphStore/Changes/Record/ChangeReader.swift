internal import Bytes
internal import GraphModel

/// Reads a change; after damage everything is empty or 0.
struct ChangeReader: ChangeCoder {
  static let isReading = true

  private var reader: ByteReader
  private let size: Int
  private var strings: [String] = []
  private(set) var isDamaged = false

  init(_ bytes: ByteView) {
    reader = ByteReader(bytes)
    size = bytes.count
    readStrings()
  }

  private mutating func readStrings() {
    var count = 0
    self.count(&count)
    for _ in 0..<count {
      var bytes: [UInt8] = []
      text(&bytes)
      guard !isDamaged, let string = String(validating: bytes, as: UTF8.self) else { return isDamaged = true }
      strings.append(string)
    }
  }

  /// Whether everything was there, and nothing more.
  var isWhole: Bool { !isDamaged && reader.isAtEnd }

  mutating func noteDamage() { isDamaged = true }

  mutating func number(_ value: inout Int, below bound: Int) {
    value = 0
    guard !isDamaged, let read = reader.readVarint(), read < Self.largest, read < bound else {
      isDamaged = true
      return
    }
    value = Int(read)
  }

  mutating func count(_ value: inout Int) { number(&value, below: max(size - reader.offset, 0) + 1) }

  mutating func string(_ value: inout String) {
    var place = 0
    number(&place, below: strings.count)
    value = isDamaged ? "" : strings[place]
  }

  mutating func optional(_ value: inout String?) {
    var place = 0
    number(&place, below: strings.count + 1)
    value = place == 0 ? nil : strings[place - 1]
  }

  mutating func text(_ value: inout [UInt8]) {
    var count = 0
    number(&count, below: Self.largest)
    guard !isDamaged, let bytes = reader.readBytes(UInt64(count)) else { return isDamaged = true }
    value = bytes.array()
  }

  mutating func decisions(_ value: inout [NamingDecision]) {
    guard let rest = reader.readBytes(UInt64(max(size - reader.offset, 0))), let decisions = DecisionList.decode(rest)
    else { return isDamaged = true }
    value = decisions
  }
}
