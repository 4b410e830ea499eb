internal import GraphModel

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
  /// The predicates that are roles of events.
  private var roles: Set<PredicateID> = []
  /// The predicates of links between names.
  private(set) var links: Set<PredicateID> = []
  private var entries: [Entry] = []
  /// How many bytes of the key of each are no spaces, for a quick look at all.
  private var lengths: [UInt32] = []
  /// The last entry of each key.
  private var last: [String: Int] = [:]
  /// How words are read that are no names, or name open predicates alone, by their key.
  private(set) var readings: [String: Reading] = [:]

  /// What words mean beside, or in place of, what is called so.
  struct Reading: Sendable {
    var meanings: [Meaning]
    /// The predicates as answers show them, without what is called so; of what the graph does not have as its relation
    /// is shown elsewhere.
    var names: [String]
    /// Whether something is called so, too.
    var isBeside: Bool
  }

  /// Nil where the budget ends before all are read.
  ///
  /// - Complexity: O(number of predicates).
  init?(graph: some GraphView, _ budget: inout WorkBudget) {
    guard budget.mayHold(Self.bytesPerPredicate * graph.predicateCount) else { return nil }
    entries.reserveCapacity(graph.predicateCount)
    lengths.reserveCapacity(graph.predicateCount)
    last.reserveCapacity(graph.predicateCount)
    var bytes = Self.bytesPerPredicate * graph.predicateCount
    for number in 0..<UInt32(graph.predicateCount) {
      let id = PredicateID(number)
      let predicate = graph.predicate(id)
      // The name, and the key made of it.
      let length = predicate.name.utf8.count
      if length > Self.usualLength { bytes += 2 * length }
      guard budget.allows(4 + length / 4), budget.mayHold(bytes) else { return nil }
      if predicate.isSymmetric { symmetric.insert(id) }
      add(predicate.name, Meaning(predicate: id, isInverse: false))
      // `attack` is every role of an attack, too.
      if predicate.role != nil {
        roles.insert(id)
        add(predicate.verb, Meaning(predicate: id, isInverse: false))
      }
      if predicate.isLink {
        links.insert(id)
        add(predicate.linkWords, Meaning(predicate: id, isInverse: false))
      }
      if let relation = predicate.relation { add(relation, Meaning(predicate: id, isInverse: false)) }
      if let inverse = predicate.inverse { add(inverse, Meaning(predicate: id, isInverse: true)) }
    }
  }

  /// Of a predicate with one name, and a key of usual length.
  private static let bytesPerPredicate = 160
  private static let usualLength = 32

  private mutating func add(_ name: String, _ meaning: Meaning) {
    let key = Self.key(name)
    let previous = last[key] ?? -1
    // Names of one predicate are added one after the other.
    var known = previous
    while known >= 0, entries[known].meaning.predicate == meaning.predicate {
      if entries[known].meaning == meaning { return }
      known = entries[known].previous
    }
    last[key] = entries.count
    entries.append(Entry(key: key, name: name, meaning: meaning, previous: previous))
    lengths.append(Self.length(key))
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

  /// Bytes of the words of a key written together.
  private static func length(_ key: String) -> UInt32 {
    var length: UInt32 = 0
    for byte in key.utf8 where byte != UInt8(ascii: " ") { length += 1 }
    return length
  }

  /// Whether two keys have the same words written together.
  private static func isSquashed(_ a: String, like b: String) -> Bool {
    let space = UInt8(ascii: " ")
    var (rest, other) = (a.utf8.makeIterator(), b.utf8.makeIterator())
    while true {
      var (next, wanted) = (rest.next(), other.next())
      while next == space { next = rest.next() }
      while wanted == space { wanted = other.next() }
      if next != wanted { return false }
      if next == nil { return true }
    }
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

  /// Empty when no relation is called so; perhaps also where the budget ends.
  ///
  /// - Complexity: O(length of `spelling`) where it is a name but for marks between its words; O(number of predicates)
  ///   where its words are written together, or there is none.
  func meanings(of spelling: String, _ budget: inout WorkBudget) -> [Meaning] {
    readings[Self.key(spelling)]?.meanings ?? ownMeanings(of: spelling, &budget)
  }

  /// As ``meanings(of:_:)``, whatever ``readings`` have.
  func ownMeanings(of spelling: String, _ budget: inout WorkBudget) -> [Meaning] {
    let key = Self.key(spelling)
    let called = called(key)
    if !called.isEmpty { return called }
    var meanings: [Meaning] = []
    if key.utf8.contains(Self.slash) { return role(key) }
    guard budget.allows(lengths.count / 32) else { return [] }
    let length = Self.length(key)
    for place in lengths.indices where lengths[place] == length {
      let entry = entries[place]
      guard Self.isSquashed(entry.key, like: key) else { continue }
      if !meanings.contains(entry.meaning) { meanings.append(entry.meaning) }
    }
    return meanings
  }

  /// What is called so but for marks between its words; empty when nothing is.
  private func called(_ key: String) -> [Meaning] {
    var meanings: [Meaning] = []
    var entry = last[key] ?? -1
    while entry >= 0 {
      meanings.append(entries[entry].meaning)
      entry = entries[entry].previous
    }
    return meanings.reversed()
  }

  /// Reads `spelling` as what `wordings` of it mean in the graph, from now on; nil where they mean nothing more than
  /// what is called so.
  ///
  /// - Complexity: O(predicates that are called as the wordings say).
  mutating func read(
    _ spelling: String, as wordings: [RelationWording], showing name: (PredicateID) -> String,
    _ budget: inout WorkBudget
  ) -> Reading? {
    let own = ownMeanings(of: spelling, &budget)
    var reading = Reading(meanings: own, names: [], isBeside: !own.isEmpty)
    let key = Self.key(spelling)
    for wording in wordings where own.isEmpty || wording.label != nil {
      for found in called(Self.key(wording.name)) {
        let meaning = wording.isReversed ? found.inverse : found
        guard !reading.meanings.contains(meaning) else { continue }
        reading.meanings.append(meaning)
        let name = name(meaning.predicate)
        if Self.key(name) != key, !reading.names.contains(name) { reading.names.append(name) }
      }
    }
    if reading.meanings.isEmpty {
      for label in wordings.compactMap(\.label) where !reading.names.contains(label) { reading.names.append(label) }
    }
    guard !reading.names.isEmpty, budget.cutOff == nil else { return nil }
    readings[key] = reading
    return reading
  }

  private static let slash = UInt8(ascii: "/")

  /// The role that `attack/in` means; none where the graph has no such one.
  private func role(_ key: String) -> [Meaning] {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    guard !roles.isEmpty, parts.count == 2, var entry = last[Self.key(parts.joined(separator: " "))] else { return [] }
    while entry >= 0 {
      let meaning = entries[entry].meaning
      if roles.contains(meaning.predicate) { return [meaning] }
      entry = entries[entry].previous
    }
    return []
  }

  /// Verbs with the role `role`, as `attack/in`, those like `verb` first.
  func suggestions(for verb: String, role: String, _ budget: inout WorkBudget) -> [String] {
    let ending = " " + Self.key(role)
    var verbs: [String] = []
    for entry in entries where roles.contains(entry.meaning.predicate) {
      guard budget.allows(), verbs.count < 1_000 else { break }
      if entry.key.hasSuffix(ending), entry.name.hasSuffix(" \(role)") {
        verbs.append(String(entry.name.dropLast(role.count + 1)))
      }
    }
    let close = Spelling(verb).closest(in: verbs) { budget.allows($0) }
    return (close + verbs.sorted().filter { !close.contains($0) }).prefix(3).map { "\($0)/\(role)" }
  }

  /// What `reference` means; throws, with suggestions, when it is no relation.
  func resolve(_ reference: NameReference, _ budget: inout WorkBudget) throws(Interruption) -> [Meaning] {
    let meanings = meanings(of: reference.spelling, &budget)
    guard meanings.isEmpty, readings[Self.key(reference.spelling)] == nil else { return meanings }
    if budget.cutOff != nil { throw .stopped }
    throw .error(
      QueryError(
        .unknownRelation(reference.spelling), at: reference.range,
        suggestions: suggestions(for: reference.spelling, &budget)))
  }

  /// At most three names, close in spelling or with a word in common.
  private func suggestions(for spelling: String, _ budget: inout WorkBudget) -> [String] {
    let key = Self.key(spelling)
    guard key.utf8.count <= Spelling.longest else { return [] }
    // Of several spellings of a key the first.
    let first = entries.lazy.filter { $0.previous < 0 }
    var found = Spelling(key).closest(in: first.map(\.key)) { budget.allows($0) }
    if found.count < 3 {
      let words = Set(key.split(separator: " "))
      var sharing: [String] = []
      for entry in first where entry.key.utf8.count <= Spelling.longest {
        guard budget.allows(10) else { break }
        guard entry.key.split(separator: " ").contains(where: words.contains), !found.contains(entry.key) else {
          continue
        }
        sharing.insert(entry.key, at: sharing.firstIndex { entry.key < $0 } ?? sharing.count)
        if sharing.count > 3 - found.count { sharing.removeLast() }
      }
      found += sharing
    }
    return found.map { key in
      var entry = last[key] ?? 0
      while entries[entry].previous >= 0 { entry = entries[entry].previous }
      return entries[entry].name
    }
  }
}
