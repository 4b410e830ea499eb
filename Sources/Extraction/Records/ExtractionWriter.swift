import Bytes
import GraphModel
import Language
import SchemaFiles

/// Writes what a document says as bytes: each string once, behind them numbers. ``ExtractionReader`` reads them.
struct ExtractionWriter {
  private var strings = StringInterner()
  private var body = ByteWriter()

  /// The bytes of `extraction`.
  ///
  /// - Complexity: O(size of the extraction).
  static func bytes(of extraction: DocumentExtraction) -> [UInt8] {
    var writer = ExtractionWriter()
    writer.append(extraction)
    var head = ByteWriter()
    head.appendVarint(UInt64(writer.strings.count))
    for string in writer.strings.strings {
      head.appendVarint(UInt64(string.utf8.count))
      head.append(contentsOf: string.utf8)
    }
    return head.bytes + writer.body.bytes
  }

  private mutating func append(_ extraction: DocumentExtraction) {
    append(extraction.metadata.id)
    append(optional: extraction.metadata.title)
    append(optional: extraction.metadata.date)
    append(optional: extraction.metadata.source)
    append(extraction.source.count)
    body.append(contentsOf: extraction.source)
    append(all: extraction.sentences) { $0.append($1) }
    append(all: extraction.names) { $0.append($1) }
    append(all: extraction.events) { $0.append($1) }
    append(all: extraction.links) { $0.append($1) }
    let wordings = extraction.wordings.sorted { ($0.key, $0.name) < ($1.key, $1.name) }
    append(all: wordings) {
      $0.append($1.key)
      $0.append($1.name)
    }
  }

  // MARK: - Parts

  private mutating func append(_ entity: NamedEntity) {
    append(entity.local)
    append(entity.name)
    append(entity.type)
    append((entity.isKnown ? 1 : 0) + (entity.isTypeCertain ? 2 : 0))
    append(entity.gender.map { Int($0.rawValue) + 1 } ?? 0)
    append(entity.mentions)
    append(all: entity.forms) {
      $0.append($1.text)
      $0.append($1.count)
    }
    append(all: entity.titles) { $0.append($1) }
    append(all: entity.aliases) {
      $0.append($1.name)
      $0.append($1.rule)
    }
    append(optional: entity.standsFor)
  }

  private mutating func append(_ event: LocalEvent) {
    append(event.subject)
    append(event.predicate)
    append(optional: event.object)
    append(all: event.roles) { $0.append($1) }
    append(event.isLight ? 1 : 0)
    append(optional: event.attribution)
    append(optional: event.office)
    append(all: event.adjuncts) { $0.append($1) }
    append(Int(event.polarity.rawValue))
    append(Int(event.modality.rawValue))
    append(event.sentence)
    append(event.subjectBytes)
    append(event.objectBytes)
    append(all: event.rules) { $0.append($1) }
    append(event.confidence)
    append(optional: event.time)
    append(optional: event.place)
    append(optional: event.quantity)
  }

  private mutating func append(_ role: LocalEvent.Role) {
    append(role.name)
    append(role.filler)
    append(all: role.keys) { $0.append($1) }
    append(role.includesObject ? 1 : 0)
    append(role.predicateBytes)
    append(role.bytes)
    append(optional: role.quantity)
  }

  private mutating func append(_ link: LocalLink) {
    append(optional: link.node)
    append(link.preposition)
    append(link.name)
    append(link.sentence)
    append(link.nodeBytes)
    append(link.nameBytes)
  }

  private mutating func append(_ predicate: PredicatePhrase) {
    append(predicate.name)
    append(all: predicate.keys) { $0.append($1) }
    append(predicate.bytes)
  }

  private mutating func append(_ key: WordingKey) {
    append(Wording.Construction.allCases.firstIndex(of: key.construction) ?? 0)
    append(key.words)
  }

  private mutating func append(optional reference: NodeReference?) {
    guard let reference else { return append(0) }
    append(reference)
  }

  /// 1 for an entity, 2 for a description, 3 for one that names an office, 4 for one of a known leader; 0 is none.
  private mutating func append(_ reference: NodeReference) {
    switch reference {
    case .entity(let number):
      append(1)
      append(number)
    case .phrase(let name, let key, let type, let office):
      append(office == nil ? 2 : office?.leader == nil ? 3 : 4)
      append(name)
      append(key)
      append(type)
      guard let office else { return }
      append(office.owner)
      append(office.title)
      guard let leader = office.leader else { return }
      append(leader.local)
      append(leader.rule)
    }
  }

  // MARK: - Numbers and strings

  private mutating func append(_ number: Int) { body.appendVarint(UInt64(max(number, 0))) }

  private mutating func append(_ range: Range<UInt32>) {
    append(Int(range.lowerBound))
    append(range.count)
  }

  private mutating func append(_ string: String) { append(strings.intern(string)) }

  private mutating func append(optional string: String?) { append(string.map { strings.intern($0) + 1 } ?? 0) }

  private mutating func append<Element>(all elements: [Element], _ append: (inout Self, Element) -> Void) {
    self.append(elements.count)
    for element in elements { append(&self, element) }
  }
}
