internal import Bytes
internal import GraphModel

/// Finds pairs of entities that their names make likely to be one.
///
/// Names are compared in plain letters without what stands between words. Of each rule the pairs are found by a key
/// that both names have, so that nothing is compared with everything.
struct LikelyNames {
  /// Why two names are likely one; the first that fits counts.
  enum Rule: String, CaseIterable, Sendable {
    /// The same but for case, accents, hyphens and spaces; or a name that things of two types have.
    case spelling
    /// One letter more, less or another, in long names of one type.
    case letters
    /// `EIB` and `European Investment Bank`.
    case acronym
    /// `J. Smith` and the one `John Smith`.
    case initial
    /// `Norwind` and `Norwind Shipping`; not of places, whose counties and cities are called so.
    case shortName = "short name"
  }

  struct Pair: Sendable {
    var first: EntityID
    var second: EntityID
    var rule: Rule
    /// Of what both have edges with.
    var shared = 0
  }

  /// Names of fewer letters are too alike for ``Rule/letters``.
  private static let longName = 8
  /// So many names of one key are looked at.
  private static let mostOfKey = 8
  private static let withoutShortNames: Set = ["Person", "GeopoliticalEntity", "Location"]
  /// Words that acronyms leave out.
  private static let smallWords: Set = ["of", "the", "and", "for", "in", "de", "la"]

  private struct Name {
    var id: EntityID
    var words: [[UInt8]]
    var type: String
    var isAcronym: Bool
    /// The words without what stands between them.
    let key: [UInt8]

    init(id: EntityID, words: [[UInt8]], type: String, isAcronym: Bool) {
      self.id = id
      self.words = words
      self.type = type
      self.isAcronym = isAcronym
      key = Array(words.joined())
    }
  }

  private var names: [Name] = []
  private var byKey: [[UInt8]: [Int]] = [:]
  private(set) var pairs: [Pair] = []
  private var seen: Set<UInt64> = []

  init(_ graph: some GraphView, _ budget: inout WorkBudget) {
    var bytes = 0
    for number in 0..<UInt32(graph.entityCount) {
      let id = EntityID(number)
      let name = graph.name(of: id)
      guard budget.allows(4 + name.utf8.count / 16), budget.mayHold(bytes) else { return }
      // What somebody has told apart by hand or by its text has a mark behind it.
      guard NodeKind(name, isLinked: false) == .name, !name.hasSuffix(")") else { continue }
      let words = Self.words(of: name)
      guard let first = words.first, !first.isEmpty, words.contains(where: { $0.contains { $0 >= 0x61 } }) else {
        continue
      }
      bytes += 200 + 2 * name.utf8.count
      names.append(Name(id: id, words: words, type: graph.type(of: id), isAcronym: Self.isAcronym(name)))
    }
    for (number, name) in names.enumerated() { byKey[name.key, default: []].append(number) }
    findSpellings(&budget)
    findLetters(&budget)
    findAcronyms(&budget)
    findInitials(&budget)
    findShortNames(&budget)
  }

  private static func words(of name: String) -> [[UInt8]] {
    let isInWord: (UInt8) -> Bool = { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    let plain = plainLetters(name.utf8)
    var words = plain.split(whereSeparator: { !isInWord($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'") })
      .map { word in word.filter(isInWord) }.filter { !$0.isEmpty }
    if words.count > 1, words[0] == Array("the".utf8) { words.removeFirst() }
    return words
  }

  private static func isAcronym(_ name: String) -> Bool {
    name.utf8.count >= 3 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private mutating func add(_ a: Int, _ b: Int, _ rule: Rule) {
    let (first, second) = (min(names[a].id, names[b].id), max(names[a].id, names[b].id))
    guard first != second, seen.insert(UInt64(first.rawValue) << 32 | UInt64(second.rawValue)).inserted else { return }
    pairs.append(Pair(first: first, second: second, rule: rule))
  }

  private mutating func findSpellings(_ budget: inout WorkBudget) {
    for same in byKey.values where same.count > 1 {
      guard budget.allows(same.count) else { return }
      for (place, a) in same.prefix(Self.mostOfKey).enumerated() {
        for b in same.prefix(place) { add(b, a, .spelling) }
      }
    }
  }

  private mutating func findLetters(_ budget: inout WorkBudget) {
    var byRest: [UInt64: [UInt32]] = [:]
    var held = 0
    for (number, name) in names.enumerated() {
      let key = name.key
      guard key.count >= Self.longName, !key.contains(where: { (0x30...0x39).contains($0) }) else { continue }
      held += 24 * key.count
      guard budget.allows(key.count), budget.mayHold(held) else { return }
      for rest in [key] + key.indices.map({ Array(key[..<$0] + key[($0 + 1)...]) }) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in rest { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        byRest[hash, default: []].append(UInt32(number))
      }
    }
    for same in byRest.values where same.count > 1 {
      guard budget.allows(same.count) else { return }
      for (place, a) in same.prefix(Self.mostOfKey).enumerated() {
        for b in same.prefix(place) where a != b {
          let (one, other) = (names[Int(b)], names[Int(a)])
          if one.type == other.type, Self.differInOneLetter(one.key, other.key) { add(Int(b), Int(a), .letters) }
        }
      }
    }
  }

  /// Whether one of both has a letter more, or one letter is another.
  static func differInOneLetter(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let same = zip(a, b).prefix { $0 == $1 }.count
    let ends = zip(a[same...].reversed(), b[same...].reversed()).prefix { $0 == $1 }.count
    return a != b && max(a.count, b.count) - same - ends == 1
  }

  private mutating func findAcronyms(_ budget: inout WorkBudget) {
    for (number, name) in names.enumerated() where name.words.count > 2 && name.type != "Person" {
      guard budget.allows(2) else { return }
      let words = name.words.filter { !Self.smallWords.contains(String(decoding: $0, as: UTF8.self)) }
      guard words.count > 2 else { continue }
      for other in byKey[words.compactMap(\.first)] ?? [] where names[other].isAcronym && names[other].type != "Person"
      {
        add(other, number, .acronym)
      }
    }
  }

  private mutating func findInitials(_ budget: inout WorkBudget) {
    // By initial and surname: who bears them in full.
    var bearers: [[UInt8]: [Int]] = [:]
    func key(_ name: Name) -> [UInt8] { [name.words[0][0]] + name.words[name.words.count - 1] }
    let people = names.indices.filter { names[$0].type == "Person" && names[$0].words.count > 1 }
    for number in people where names[number].words[0].count > 1 {
      bearers[key(names[number]), default: []].append(number)
    }
    for number in people where names[number].words[0].count == 1 {
      guard budget.allows(2) else { return }
      if let only = bearers[key(names[number])], only.count == 1 { add(number, only[0], .initial) }
    }
  }

  private mutating func findShortNames(_ budget: inout WorkBudget) {
    for (number, name) in names.enumerated() where name.words.count > 1 && !Self.withoutShortNames.contains(name.type) {
      guard budget.allows(3) else { return }
      for count in max(1, name.words.count - 2)..<name.words.count {
        let start = Array(name.words[..<count].joined())
        for other in byKey[start] ?? [] where names[other].type == name.type && start.count > 3 {
          add(other, number, .shortName)
        }
      }
    }
  }
}
