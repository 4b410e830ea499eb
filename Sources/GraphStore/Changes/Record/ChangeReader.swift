internal import Bytes
internal import GraphModel

/// Reads the parts of an encoded change; after damage everything is empty or 0.
struct ChangeReader {
  private var reader: ByteReader
  private let size: Int
  private var strings: [String] = []
  private(set) var isDamaged = false

  init(_ bytes: ByteView) {
    reader = ByteReader(bytes)
    size = bytes.count
  }

  /// Whether everything was there, and nothing more.
  var isWhole: Bool { !isDamaged && reader.isAtEnd }

  mutating func readStrings() {
    for _ in 0..<count() {
      guard let bytes = reader.readBytes(UInt64(value())),
        let string = String(validating: bytes.array(), as: UTF8.self)
      else { return isDamaged = true }
      strings.append(string)
    }
  }

  mutating func value() -> Int {
    guard !isDamaged, let value = reader.readVarint(), value < 1 << 40 else {
      isDamaged = true
      return 0
    }
    return Int(value)
  }

  mutating func value(below bound: Int) -> Int {
    let value = value()
    if value < bound { return value }
    isDamaged = true
    return 0
  }

  /// How many rows follow; each takes a byte at least.
  mutating func count() -> Int { value(below: max(size - reader.offset, 0) + 1) }

  mutating func string() -> String { string(value(below: max(strings.count, 1))) }

  mutating func optional() -> String? {
    let value = value(below: strings.count + 1)
    return value == 0 ? nil : string(value - 1)
  }

  private func string(_ number: Int) -> String { number < strings.count ? strings[number] : "" }

  mutating func state<Value>(_ read: (inout ChangeReader) -> Value) -> GraphChange.State<Value> {
    switch value(below: 3) {
    case 0: .kept
    case 1: .gone
    default: .present(read(&self))
    }
  }

  mutating func document(_ id: String) -> GraphContent.Document {
    let title = optional()
    let date = optional()
    let source = optional()
    let text = reader.readBytes(UInt64(value()))?.array()
    var document = GraphContent.Document(
      id: id, title: title, date: date, source: source, text: text ?? [], sentences: [])
    if text == nil { isDamaged = true }
    var end = 0
    for _ in 0..<count() {
      let start = end + value()
      end = start + value()
      guard end <= min(document.text.count, Int(UInt32.max)) else {
        isDamaged = true
        break
      }
      document.sentences.append(UInt32(start)..<UInt32(end))
    }
    if (try? document.validate()) == nil { isDamaged = true }
    return document
  }

  /// The decisions, which stand at the end.
  mutating func decisions() -> [NamingDecision] {
    guard let rest = reader.readBytes(UInt64(max(size - reader.offset, 0))), let decisions = DecisionList.decode(rest)
    else {
      isDamaged = true
      return []
    }
    return decisions
  }

  /// An edge that refers to so many rows; nil after damage.
  mutating func edge(_ entities: Int, _ predicates: Int, _ documents: Int) -> GraphChange.EdgeChange? {
    let subject = value(below: entities)
    let predicate = value(below: predicates)
    guard let kind = StatementKind(rawValue: UInt8(value(below: 32))) else { return nil }
    let object = value(below: entities)
    let source = kind.isAttributed ? value(below: entities) : nil
    let key = GraphChange.EdgeKey(subject: subject, predicate: predicate, kind: kind, object: object, source: source)
    let state = state { reader in (0..<reader.count()).map { _ in reader.evidence(documents) } }
    return isDamaged || state == .kept ? nil : GraphChange.EdgeChange(key: key, state: state)
  }

  private mutating func evidence(_ documents: Int) -> GraphContent.Evidence {
    let document = value(below: documents)
    let sentence = value()
    let ranges = (0..<3).map { _ in range() }
    let rules = (0..<count()).map { _ in string() }
    return GraphContent.Evidence(
      document: document, sentence: sentence, subject: ranges[0], predicate: ranges[1], object: ranges[2],
      rules: rules, confidence: UInt8(value(below: 101)), time: optional(), place: optional(), quantity: optional())
  }

  private mutating func range() -> Range<UInt32> {
    guard let start = UInt32(exactly: value()), let length = UInt32(exactly: value()) else {
      isDamaged = true
      return 0..<0
    }
    let (end, isTooFar) = start.addingReportingOverflow(length)
    if isTooFar { isDamaged = true }
    return isTooFar ? 0..<0 : start..<end
  }
}
