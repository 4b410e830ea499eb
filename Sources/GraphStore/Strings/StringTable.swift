internal import Bytes
internal import GraphModel

/// All strings of a content beside names and document ids, sorted and numbered: types, rules, dates, amounts, titles.
struct StringTable {
  let strings: [String]
  private let numbers: [ByteString: Int]

  init(_ content: GraphContent) {
    var all: Set<ByteString> = []
    func add(_ string: String?) { if let string { all.insert(ByteString(string)) } }
    for entity in content.entities {
      add(entity.type)
      for alias in entity.aliases { add(alias.rule) }
    }
    for predicate in content.predicates {
      add(predicate.name)
      add(predicate.role)
      add(predicate.relation)
      add(predicate.inverse)
    }
    for document in content.documents {
      add(document.title)
      add(document.date)
      add(document.source)
    }
    for statement in content.statements {
      guard let evidence = statement.evidence else { continue }
      for rule in evidence.rules { add(rule) }
      add(evidence.time)
      add(evidence.place)
      add(evidence.quantity)
      add(evidence.office)
      add(evidence.wording)
    }
    let sorted = all.sorted()
    strings = sorted.map(\.string)
    numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
  }

  /// The number of a string of the content.
  subscript(string: String) -> Int { numbers[ByteString(string), default: 0] }

  /// One more than the number; 0 for nil.
  func optional(_ string: String?) -> UInt64 { string.map { UInt64(self[$0] + 1) } ?? 0 }
}
