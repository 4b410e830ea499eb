internal import GraphModel
internal import Synchronization

/// The names by which relations can be called: `member of`, `memberOf`, `MEMBER_OF`, `Member-Of`, and the inverse's
/// name.
struct RelationNames: Sendable {
  /// A predicate, and whether the name reads it from object to subject.
  struct Meaning: Sendable, Hashable {
    var predicate: PredicateID
    var isInverse: Bool
  }

  /// A name of a predicate.
  private struct Entry {
    var key: String
    /// As suggestions show it.
    var name: String
    var meaning: Meaning
    /// The entry before it with the same key; -1 for none.
    var previous: Int
  }

  /// The predicates that say the same in both directions.
  private(set) var symmetric: Set<PredicateID> = []
  private var entries: [Entry] = []
  /// The last entry of each key.
  private var last: [String: Int] = [:]

  /// The entries by their words written together, made when first asked for.
  private let squashed = Squashed()

  private final class Squashed: Sendable {
    let entries = Mutex<[String: [Int]]?>(nil)
  }

  /// Nil where the budget ends before all are read.
  ///
  /// - Complexity: O(number of predicates).
  init?(graph: some GraphView, _ budget: inout WorkBudget) {
    guard budget.mayHold(Self.bytesPerPredicate * graph.predicateCount) else { return nil }
    entries.reserveCapacity(graph.predicateCount)
    last.reserveCapacity(graph.predicateCount)
    for number in 0..<UInt32(graph.predicateCount) {
      guard budget.allows(4) else { return nil }
      let id = PredicateID(number)
      let predicate = graph.predicate(id)
      if predicate.isSymmetric { symmetric.insert(id) }
      add(predicate.name, Meaning(predicate: id, isInverse: false))
      if let relation = predicate.relation { add(relation, Meaning(predicate: id, isInverse: false)) }
      if let inverse = predicate.inverse { add(inverse, Meaning(predicate: id, isInverse: true)) }
    }
  }

  /// Of a predicate with one name, and a key of usual length.
  private static let bytesPerPredicate = 160

  private mutating func add(_ name: String, _ meaning: Meaning) {
    let key = Self.key(name)
    let previous = last[key] ?? -1
    var known = previous
    while known >= 0 {
      if entries[known].meaning == meaning { return }
      known = entries[known].previous
    }
    last[key] = entries.count
    entries.append(Entry(key: key, name: name, meaning: meaning, previous: previous))
  }

  /// The words of a name in small letters: `memberOf`, `MEMBER_OF` and `member-of` are `member of`.
  static func key(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(name.utf8) }
    var key: [Character] = []
    var last: Character = " "
    for character in name {
      if character == " " || character == "_" || character == "-" {
        if last != " ", !key.isEmpty { key.append(" ") }
        last = " "
        continue
      }
      if character.isUppercase, last.isLowercase { key.append(" ") }
      key += Array(character.lowercased())
      last = character
    }
    if key.last == " " { key.removeLast() }
    return String(key)
  }

  private static func squashed(_ key: String) -> String {
    String(decoding: key.utf8.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
  }

  private static func asciiKey(_ name: String.UTF8View) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(name.count + 4)
    var last = UInt8(ascii: " ")
    for byte in name {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"):
        if last != UInt8(ascii: " "), !key.isEmpty { key.append(UInt8(ascii: " ")) }
        last = UInt8(ascii: " ")
        continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if UInt8(ascii: "a")...UInt8(ascii: "z") ~= last { key.append(UInt8(ascii: " ")) }
        key.append(byte | 0x20)
      default: key.append(byte)
      }
      last = byte
    }
    if key.last == UInt8(ascii: " ") { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  /// Empty when no relation is called so.
  func meanings(of spelling: String) -> [Meaning] {
    let key = Self.key(spelling)
    if var entry = last[key] {
      var meanings: [Meaning] = []
      while entry >= 0 {
        meanings.append(entries[entry].meaning)
        entry = entries[entry].previous
      }
      return meanings.reversed()
    }
    var meanings: [Meaning] = []
    for entry in entries(squashed: Self.squashed(key)) where !meanings.contains(entry.meaning) {
      meanings.append(entry.meaning)
    }
    return meanings
  }

  /// The entries whose words written together are `key`.
  private func entries(squashed key: String) -> [Entry] {
    squashed.entries.withLock { known in
      if known == nil {
        known = Dictionary(grouping: entries.indices) { Self.squashed(entries[$0].key) }
      }
      return known?[key]?.map { entries[$0] } ?? []
    }
  }

  /// What `reference` means; throws, with suggestions, when it is no relation.
  func resolve(_ reference: NameReference) throws(Interruption) -> [Meaning] {
    let meanings = meanings(of: reference.spelling)
    guard meanings.isEmpty else { return meanings }
    throw .error(
      QueryError(
        .unknownRelation(reference.spelling), at: reference.range, suggestions: suggestions(for: reference.spelling)))
  }

  /// At most three names, close in spelling or with a word in common.
  func suggestions(for spelling: String) -> [String] {
    let key = Self.key(spelling)
    // Of several spellings of a key the first.
    var spellings: [String: String] = [:]
    for entry in entries where spellings[entry.key] == nil { spellings[entry.key] = entry.name }
    var found = Spelling(key).closest(in: spellings.keys)
    if found.count < 3 {
      let words = Set(key.split(separator: " "))
      let sharing = spellings.keys.filter { $0.split(separator: " ").contains(where: words.contains) }.sorted()
      found += sharing.filter { !found.contains($0) }.prefix(3 - found.count)
    }
    return found.map { spellings[$0] ?? $0 }
  }
}
