internal import Bytes
internal import GraphModel

/// All strings of a graph beside names and document ids, sorted and numbered: types, rules, dates, amounts, titles.
struct StringTable {
  private let strings: ByteInterner
  private let order: [UInt32]
  /// The number of each string by its number in ``strings``.
  let ranks: [UInt32]

  var count: Int { order.count }

  init(_ strings: ByteInterner) {
    self.strings = strings
    order = strings.order()
    ranks = order.inverse
  }

  /// - Throws: when the strings are over 4 GiB long together.
  init(_ content: GraphContent) throws(ContentError) {
    var all = ByteInterner()
    for entity in content.entities {
      try all.add(entity.type)
      for alias in entity.aliases { try all.add(alias.rule) }
    }
    for predicate in content.predicates { try all.add(predicate) }
    for document in content.documents {
      for string in [document.title, document.date, document.source] { try all.add(string) }
    }
    for statement in content.statements {
      guard let evidence = statement.evidence else { continue }
      for rule in evidence.rules { try all.add(rule) }
      for string in [evidence.time, evidence.place, evidence.quantity, evidence.office, evidence.wording] {
        try all.add(string)
      }
    }
    self.init(all)
  }

  /// The number of a string of the graph.
  subscript(string: String) -> Int {
    strings.number(of: Array(string.utf8)[...]).map { Int(ranks[$0]) } ?? 0
  }

  /// The numbers of the rules that are a ``TenureMark``.
  var tenureMarks: Set<Int> {
    Set(TenureMark.allCases.compactMap { strings.number(of: Array($0.rawValue.utf8)[...]).map { Int(ranks[$0]) } })
  }

  /// One more than the number; 0 for nil.
  func optional(_ string: String?) -> UInt64 { string.map { UInt64(self[$0] + 1) } ?? 0 }

  /// The section `STRINGS`.
  func encoded() -> EncodedSection {
    var builder = StringList.Builder(order: .bytes)
    for number in order { builder.append(strings[Int(number)]) }
    return builder.finished()
  }
}

extension ByteInterner {
  /// One more than the number of `string`; 0 for nil.
  ///
  /// - Throws: when all strings together would be over 4 GiB long.
  @discardableResult
  mutating func add(_ string: String?) throws(ContentError) -> UInt32 {
    guard let string else { return 0 }
    guard let number = intern(Array(string.utf8)[...]) else {
      throw .invalidContent(detail: "the names are over 4 GiB long together")
    }
    return UInt32(number) + 1
  }

  /// Adds what is said of a predicate.
  ///
  /// - Throws: as ``add(_:)-string``.
  mutating func add(_ predicate: GraphContent.Predicate) throws(ContentError) {
    for string in [predicate.name, predicate.role, predicate.relation, predicate.inverse] { try add(string) }
  }
}
