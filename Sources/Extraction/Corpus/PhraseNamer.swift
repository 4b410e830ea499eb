import Bytes
import ExternalSort
import GraphModel
import Language

/// The descriptions to which the statements of one document refer, each once.
struct PhraseList {
  private(set) var phrases: [(reference: NodeReference, count: Int)] = []
  private var numbers: [NodeReference: Int] = [:]

  /// In the order in which `extraction` tells them.
  init(_ extraction: DocumentExtraction) {
    for event in extraction.events {
      for reference in event.references {
        guard case .phrase = reference else { continue }
        if let known = numbers[reference] {
          phrases[known].count += 1
        } else {
          numbers[reference] = phrases.count
          phrases.append((reference, 1))
        }
      }
    }
  }

  /// The place of a description; nil for one that no statement has.
  subscript(reference: NodeReference) -> Int? { numbers[reference] }
}

/// Gives the nodes that are known by description their names, over all documents: descriptions with equal keys are one
/// node.
///
/// Each is named by its most frequent wording and has its most frequent type, ties go to the first by bytes; other
/// wordings are its other names. Capitals of headings name no node that is written in small letters often enough.
struct PhraseNamer {
  /// By key, wordings with their types and where they stand, and wordings by which statements do not call it.
  private let sorter: ByteSorter
  private var key = SortKey()

  private enum Row: UInt32 {
    case told, wording
  }

  init(_ storage: CorpusStorage) { sorter = storage.byteSorter() }

  /// Adds the descriptions of a document.
  mutating func add(
    _ list: PhraseList, _ wordings: Set<OtherWording>, _ ticket: Int
  ) throws(BytesError) {
    for (index, phrase) in list.phrases.enumerated() {
      guard case .phrase(let name, let phraseKey, let type, _) = phrase.reference else { continue }
      begin(phraseKey, .told, name)
      key.append(text: type.utf8)
      key.append(UInt32(phrase.count))
      key.append(UInt32(ticket))
      key.append(UInt32(index))
      try sorter.append(key.bytes)
    }
    for wording in wordings {
      begin(wording.key, .wording, wording.name)
      try sorter.append(key.bytes)
    }
  }

  private mutating func begin(_ phraseKey: String, _ row: Row, _ name: String) {
    key.removeAll()
    key.append(text: phraseKey.utf8)
    key.append(row.rawValue)
    key.append(text: name.utf8)
  }

  /// Where a description stands: the ticket of its document, and its place in the document's ``PhraseList``.
  typealias Place = (ticket: UInt32, index: UInt32)

  /// Calls `body` with every node and the places of its descriptions.
  func drain(_ body: (GraphContent.Entity, [Place]) throws -> Void) throws {
    var told = Told()
    var last: [UInt8]?
    try sorter.drain { record in
      var reader = SortKeyReader(record)
      let key = reader.text()
      if key != last {
        if !told.places.isEmpty { try body(told.entity, told.places) }
        told = Told()
        last = key
      }
      let row = reader.number()
      let name = String(decoding: reader.text(), as: UTF8.self)
      guard row == Row.told.rawValue else {
        told.wordings.insert(name)
        return
      }
      let type = String(decoding: reader.text(), as: UTF8.self)
      let count = Int(reader.number())
      told.names[name, default: 0] += count
      told.types[type, default: 0] += count
      told.places.append((reader.number(), reader.number()))
    }
    if !told.places.isEmpty { try body(told.entity, told.places) }
  }

  /// What documents tell of one node.
  private struct Told {
    var names: [String: Int] = [:]
    var types: [String: Int] = [:]
    var wordings: Set<String> = []
    var places: [Place] = []

    var entity: GraphContent.Entity {
      let small = names.filter { !NameKey.isUppercase($0.key) }
      let isOftenSmall = Self.smallShare * small.values.reduce(0, +) >= names.values.reduce(0, +)
      let name = Self.mostFrequent(isOftenSmall ? small : names)
      let aliases = Set(names.keys).union(wordings).filter { $0 != name }.sorted()
        .map { GraphContent.Alias(name: $0, rule: "wording") }
      return GraphContent.Entity(name: name, type: Self.mostFrequent(types), aliases: aliases)
    }

    /// One use in so many has small letters: of `AI` one in a thousand may.
    private static var smallShare: Int { 5 }

    private static func mostFrequent(_ counts: [String: Int]) -> String {
      counts.min { a, b in
        a.value != b.value ? a.value > b.value : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
      }?.key ?? ""
    }
  }
}
