internal import GraphModel

/// Looks names up in a graph with the tolerance that a person expects.
struct EntityNames<Graph: GraphView> {
  let graph: Graph

  /// Splits `Jordan (Person)` into name and type; nil for another form.
  static func typed(_ spelling: String) -> (name: String, type: String)? {
    guard spelling.hasSuffix(")"), let open = spelling.lastIndex(of: "("), open > spelling.startIndex else {
      return nil
    }
    let name = spelling[..<open].split(separator: " ").joined(separator: " ")
    let type = String(spelling[spelling.index(after: open)...].dropLast())
    return name.isEmpty || type.isEmpty ? nil : (name, type)
  }

  /// The entities called `name`, ascending: the first non-empty of exact, variants, and case folded.
  func matches(_ name: String) -> [EntityID] {
    let variants = Self.variants(of: name)
    for variant in variants {
      let found = graph.entities(named: variant)
      if !found.isEmpty { return found }
    }
    let folded = Set(variants.map { $0.lowercased() })
    for variant in variants.map({ $0.lowercased() }) {
      // With the variant all that are longer by an article or an ending.
      let found = folded.filter { $0.contains(variant) }.flatMap { graph.entities(matching: $0, at: .whole).entities }
      if !found.isEmpty { return Set(found).sorted() }
    }
    return []
  }

  /// The entities that have the longest word of `name` in a name, but for case and accents, ascending, for
  /// ``unaccented(_:among:_:)`` and ``havingWords(of:among:)``; nil where there is no word, or too many have it to look
  /// at.
  ///
  /// - Complexity: O(names), within the budget.
  func near(_ name: String, _ budget: inout WorkBudget) -> [EntityID]? {
    guard let longest = Self.words(of: Self.shortest(name)).max(by: { $0.count < $1.count }) else { return nil }
    let part = String(decoding: longest, as: UTF8.self)
    let found = graph.entities(matching: part, limit: Self.mostNear, most: Self.mostNear) { budget.allows($0) }
    return found.total <= Self.mostNear ? found.entities.sorted() : nil
  }

  /// The entities with a name of the same plain letters as `name` or a variant of it, ascending.
  ///
  /// - Parameter near: what ``near(_:_:)`` gave.
  /// - Complexity: O(length of their names) for those near; O(names), within the budget, where that is nil.
  func unaccented(_ name: String, among near: [EntityID]?, _ budget: inout WorkBudget) -> [EntityID] {
    let wanted = Set(Self.variants(of: name).map { plainLetters($0.utf8) })
    let shortest = Self.shortest(name)
    guard !plainLetters(shortest.utf8).isEmpty else { return [] }
    // The shortest variant is a part of the others.
    let pool =
      near ?? graph.entities(matching: shortest, at: .anywhere, limit: Self.mostNear) { budget.allows($0) }.entities
    return pool.filter { id in
      ([graph.name(of: id)] + graph.otherNames(of: id).map(\.name)).contains { wanted.contains(plainLetters($0.utf8)) }
    }.sorted()
  }

  /// `name` without article and possessive ending.
  private static func shortest(_ name: String) -> String {
    variants(of: name).min { $0.utf8.count < $1.utf8.count } ?? name
  }

  /// Those of `near` of which a name has the words of `name`, two at least, in their order, perhaps with others before,
  /// between and behind them, with what their own name is: *Matt Ratana* is in `Matiu "Matt" Ratana`. Ascending.
  ///
  /// - Parameter near: what ``near(_:_:)`` gave.
  /// - Complexity: O(length of their names).
  func havingWords(of name: String, among near: [EntityID]) -> [(id: EntityID, kind: NodeKind)] {
    let wanted = Self.words(of: Self.shortest(name))
    // One word alone may be the city of an institute.
    guard wanted.count > 1 else { return [] }
    return near.compactMap { id in
      let own = graph.name(of: id)
      let names = [own] + graph.otherNames(of: id).map(\.name)
      guard names.contains(where: { Self.hasInOrder(wanted, in: Self.words(of: $0)) }) else { return nil }
      return (id, NodeKind(own, isLinked: false))
    }
  }

  /// The words of a name in plain letters, without what stands between them.
  private static func words(of name: String) -> [[UInt8]] {
    plainLetters(name.utf8).split { $0 < 0x80 && !(0x30...0x39).contains($0) && !(0x61...0x7A).contains($0) }.map(
      Array.init)
  }

  private static func hasInOrder(_ wanted: [[UInt8]], in words: [[UInt8]]) -> Bool {
    var rest = wanted[...]
    for word in words where word == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// Entities whose names are compared letter by letter: those with the text earliest in a name.
  private static var mostNear: Int { 10_000 }

  /// `name`, without possessive ending, without and with an article.
  static func variants(of name: String) -> [String] {
    var result = [name]
    func add(_ variant: String) {
      if !variant.isEmpty, !result.contains(variant) { result.append(variant) }
    }
    for ending in ["'s", "’s", "'", "’"] where name.hasSuffix(ending) {
      add(String(name.dropLast(ending.count)))
      break
    }
    for variant in result {
      if variant.lowercased().hasPrefix("the ") {
        add(String(variant.dropFirst(4)))
      } else {
        add("The " + variant)
        add("the " + variant)
      }
    }
    return result
  }

  /// Names that `spelling` may have meant; at most three, the likeliest first.
  ///
  /// All names are compared in a small graph; in a large one those that share the beginning or a word.
  func suggestions(for spelling: String, budget: inout WorkBudget) -> [String] {
    guard spelling.utf8.count <= Spelling.longest else { return [] }
    var pool: [EntityID] = []
    if graph.entityCount <= 20_000 {
      pool = (0..<UInt32(graph.entityCount)).map { EntityID($0) }
    } else {
      let start = String(spelling.prefix(max(3, spelling.count / 2)))
      pool = graph.entities(matching: start, limit: 400) { budget.allows($0) }.entities
      let hasAll = pool.count < 400
      for word in spelling.split(separator: " ") where word.count >= 4 && !(hasAll && word.contains(start)) {
        pool += graph.entities(matching: String(word), limit: 200) { budget.allows($0) }.entities
      }
    }
    let wanted = Spelling(spelling)
    let words = Set(spelling.lowercased().split(separator: " "))
    var found: [EntityID: (distance: Int, name: String)] = [:]
    for id in pool {
      let name = graph.name(of: id)
      guard budget.allows(10 + name.utf8.count / 64) else { break }
      // A name that cannot be shown is not suggested, nor is it under another one.
      guard !name.isEmpty, name.utf8.count <= Spelling.longest else { continue }
      for candidate in [name] + graph.otherNames(of: id).map(\.name) {
        guard budget.allows(wanted.work(on: candidate)) else { break }
        guard candidate.utf8.count <= Spelling.longest else { continue }
        var distance = wanted.distance(to: candidate)
        // Shares a word: behind every misspelling.
        if distance == nil, candidate.lowercased().split(separator: " ").contains(where: words.contains) {
          distance = 100
        }
        guard let distance else { continue }
        if distance < found[id]?.distance ?? .max { found[id] = (distance, name) }
      }
    }
    let ranked = found.map { (id: $0.key, distance: $0.value.distance, name: $0.value.name) }
      .sorted { a, b in
        if a.distance != b.distance { return a.distance < b.distance }
        let degrees = (graph.degree(of: a.id, .both), graph.degree(of: b.id, .both))
        return degrees.0 != degrees.1 ? degrees.0 > degrees.1 : a.id < b.id
      }
    var names: [String] = []
    for candidate in ranked where names.count < 3 && !names.contains(candidate.name) { names.append(candidate.name) }
    return names
  }
}
