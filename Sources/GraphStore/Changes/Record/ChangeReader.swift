internal import Bytes
internal import GraphModel

/// Reads a change; after damage everything is empty or 0.
struct ChangeReader: ChangeCoder {
  static let isReading = true

  private var reader: ByteReader
  private let size: Int
  /// How many rows may still follow.
  private var rowsLeft: Int
  private var strings: [String] = []
  private(set) var isDamaged = false
  private(set) var hasEvents = false

  /// - Parameter mostRows: so many rows of all tables together may there be.
  init(_ bytes: ByteView, mostRows: Int) {
    reader = ByteReader(bytes)
    size = bytes.count
    rowsLeft = mostRows
    readMark()
    readStrings()
  }

  private mutating func readMark() {
    var ahead = reader
    guard ChangeMark.bytes.allSatisfy({ ahead.readVarint() == UInt64($0) }) else { return }
    reader = ahead
    hasEvents = true
  }

  private mutating func readStrings() {
    var count = 0
    self.count(&count, weight: 1)
    for _ in 0..<count {
      var bytes: [UInt8] = []
      text(&bytes, atMost: GraphContent.longestString)
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

  mutating func count(_ value: inout Int, weight: Int) {
    number(&value, below: min(max(size - reader.offset, 0), rowsLeft / weight) + 1)
    rowsLeft -= weight * value
  }

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

  mutating func text(_ value: inout [UInt8]) { text(&value, atMost: GraphContent.Document.longestText) }

  private mutating func text(_ value: inout [UInt8], atMost limit: Int) {
    var count = 0
    number(&count, below: limit + 1)
    guard !isDamaged, let bytes = reader.readBytes(UInt64(count)) else { return isDamaged = true }
    value = bytes.array()
  }

  mutating func decisions(_ value: inout [NamingDecision]) {
    guard let rest = reader.readBytes(UInt64(max(size - reader.offset, 0))),
      let decisions = DecisionList.decode(rest, mostRows: rowsLeft)
    else { return isDamaged = true }
    value = decisions
  }
}
