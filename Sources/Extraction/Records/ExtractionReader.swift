import Bytes
import GraphModel
import Language
import SchemaFiles

/// Reads what ``ExtractionWriter`` wrote. Bytes that are not that give nil, and never more memory than they have.
struct ExtractionReader {
  private var reader: ByteReader
  private var strings: [String] = []
  private var isDamaged = false
  /// Elements that may still come: each takes a byte at least.
  private var left: Int

  /// - Complexity: O(bytes).
  static func extraction(_ bytes: [UInt8]) -> DocumentExtraction? {
    var reader = ExtractionReader(bytes)
    let extraction = reader.extraction()
    return reader.isDamaged || !reader.reader.isAtEnd || !extraction.isSound ? nil : extraction
  }

  private init(_ bytes: [UInt8]) {
    reader = ByteReader(ByteView(copying: bytes))
    left = bytes.count
    for _ in 0..<count() {
      guard let length = reader.readVarint(), let bytes = reader.readBytes(length),
        let string = String(validating: bytes.array(), as: UTF8.self)
      else {
        isDamaged = true
        return
      }
      strings.append(string)
    }
  }

  private mutating func extraction() -> DocumentExtraction {
    var metadata = Document.Metadata(id: string())
    metadata.title = optionalString()
    metadata.date = optionalString()
    metadata.source = optionalString()
    return DocumentExtraction(
      metadata: metadata, source: bytes(), sentences: all { $0.range() }, names: all { $0.namedEntity() },
      events: all { $0.event() }, links: all { $0.link() },
      wordings: Set(all { OtherWording(key: $0.string(), name: $0.string()) }))
  }

  // MARK: - Parts

  private mutating func namedEntity() -> NamedEntity {
    let (local, name, type, flags) = (number(), string(), string(), number())
    return NamedEntity(
      local: local, name: name, type: type, isKnown: flags & 1 != 0, isTypeCertain: flags & 2 != 0,
      gender: gender(), mentions: number(), forms: all { LocalEntity.Form(text: $0.string(), count: $0.number()) },
      titles: all { $0.string() }, aliases: all { GraphContent.Alias(name: $0.string(), rule: $0.string()) },
      standsFor: optionalString())
  }

  private mutating func gender() -> Gender? {
    let code = number()
    return code == 0 ? nil : value(Gender(rawValue: UInt8(clamping: code - 1)), or: .neuter)
  }

  private mutating func event() -> LocalEvent {
    LocalEvent(
      subject: reference(), predicate: predicate(), object: optionalReference(), roles: all { $0.role() },
      isLight: number() == 1, attribution: optionalReference(), office: optionalString(),
      adjuncts: all { $0.range() }, polarity: polarity(), modality: modality(), sentence: number(),
      subjectBytes: range(), objectBytes: range(), rules: all { $0.string() }, confidence: number(),
      time: optionalString(), place: optionalString(), quantity: optionalString())
  }

  private mutating func polarity() -> Polarity { value(Polarity(rawValue: .init(clamping: number())), or: .affirmed) }

  private mutating func modality() -> Modality { value(Modality(rawValue: .init(clamping: number())), or: .certain) }

  private mutating func role() -> LocalEvent.Role {
    LocalEvent.Role(
      name: string(), filler: reference(), keys: all { $0.wordingKey() }, includesObject: number() == 1,
      predicateBytes: range(), bytes: range(), quantity: optionalString())
  }

  private mutating func link() -> LocalLink {
    LocalLink(
      node: optionalReference(), preposition: string(), name: number(), sentence: number(), nodeBytes: range(),
      nameBytes: range())
  }

  private mutating func predicate() -> PredicatePhrase {
    PredicatePhrase(name: string(), keys: all { $0.wordingKey() }, bytes: range())
  }

  private mutating func wordingKey() -> WordingKey {
    let cases = Wording.Construction.allCases
    let number = number()
    return WordingKey(value(cases.indices.contains(number) ? cases[number] : nil, or: .verb), string())
  }

  private mutating func reference() -> NodeReference { value(optionalReference(), or: .entity(0)) }

  private mutating func optionalReference() -> NodeReference? {
    let kind = number()
    switch kind {
    case 0: return nil
    case 1: return .entity(number())
    case 2, 3, 4:
      let (name, key, type) = (string(), string(), string())
      var office = kind > 2 ? Office(owner: number(), title: string()) : nil
      if kind == 4 { office?.leader = KnownLeader(local: number(), rule: string()) }
      return .phrase(name: name, key: key, type: type, office: office)
    default: return value(nil, or: .entity(0))
    }
  }

  // MARK: - Numbers and strings

  /// `value`; `other`, and the damage remembered, where there is none.
  private mutating func value<Value>(_ value: Value?, or other: Value) -> Value {
    if value == nil { isDamaged = true }
    return value ?? other
  }

  private mutating func number() -> Int {
    value(reader.readVarint().flatMap { $0 < 1 << 40 ? Int($0) : nil }, or: 0)
  }

  /// How many elements follow; 0, and the damage remembered, when they cannot all be there.
  private mutating func count() -> Int {
    let count = number()
    left -= count
    return left >= 0 && !isDamaged ? count : value(nil, or: 0)
  }

  private mutating func range() -> Range<UInt32> {
    let (start, length) = (number(), number())
    guard start + length <= Int(UInt32.max) else { return value(nil, or: 0..<0) }
    return UInt32(start)..<UInt32(start + length)
  }

  private mutating func bytes() -> [UInt8] {
    let length = number()
    return value(reader.readBytes(UInt64(length)), or: ByteView(copying: [])).array()
  }

  private mutating func string() -> String {
    let number = number()
    return value(strings.indices.contains(number) ? strings[number] : nil, or: "")
  }

  private mutating func optionalString() -> String? {
    let number = number()
    return number == 0 ? nil : value(strings.indices.contains(number - 1) ? strings[number - 1] : nil, or: "")
  }

  private mutating func all<Element>(_ read: (inout Self) -> Element) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<count() {
      elements.append(read(&self))
      if isDamaged { break }
    }
    return elements
  }
}

extension DocumentExtraction {
  /// Whether its sentences follow one another in its text, its text is UTF-8, and all that it says stands in them.
  fileprivate var isSound: Bool {
    var end: UInt32 = 0
    for sentence in sentences {
      if sentence.lowerBound < end || Int(sentence.upperBound) > source.count { return false }
      end = sentence.upperBound
    }
    func isIn(_ ranges: [Range<UInt32>], _ sentence: Int) -> Bool {
      sentences.indices.contains(sentence) && ranges.allSatisfy { Int($0.upperBound) <= source.count }
    }
    return String(validating: source, as: UTF8.self) != nil
      && events.allSatisfy { event in
        isIn(
          [event.subjectBytes, event.objectBytes, event.predicate.bytes] + event.adjuncts
            + event.roles.flatMap { [$0.bytes, $0.predicateBytes] }, event.sentence)
      } && links.allSatisfy { isIn([$0.nodeBytes, $0.nameBytes], $0.sentence) }
  }
}
