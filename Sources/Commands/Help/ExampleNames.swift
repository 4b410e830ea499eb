/// The names in examples of verbs, each for one of the open graph where that has none called so.
struct ExampleNames {
  /// What kind of thing a name of an example is.
  enum Family: Hashable, CaseIterable {
    case person, body, place

    /// - Parameter type: of an entity; nil for what no example names.
    init?(type: String) {
      switch type {
      case "Person": self = .person
      case "Organization", "InternationalOrganization", "GovernmentBody", "Company", "PoliticalParty": self = .body
      case "GeopoliticalEntity", "Country", "City", "Location": self = .place
      default: return nil
      }
    }
  }

  /// The names in the examples of verbs, longer ones first, and which of the names of a family stands for each.
  static let usual: [(name: String, family: Family, rank: Int)] = [
    ("Mark Rutte", .person, 0), ("Marco Rubio", .person, 1), ("Rutte", .person, 0), ("Rubio", .person, 1),
    ("rutte", .person, 0), ("NATO", .body, 0), ("Russia", .place, 0), ("Ukraine", .place, 1), ("Norway", .place, 2),
  ]

  private var replacements: [(name: String, by: String)] = []

  /// Examples as they stand.
  static let asWritten = ExampleNames()

  private init() {}

  /// - Parameters:
  ///   - names: of the graph, the best connected first, none with a need for quotes.
  ///   - isKnown: whether the graph has an entity called so.
  init(_ names: [Family: [String]], isKnown: (String) -> Bool) {
    let kept = Set(Self.usual.lazy.map(\.name).filter(isKnown))
    for (name, family, rank) in Self.usual where !kept.contains(name) {
      // A name that stays is not taken for another one, too.
      let others = (names[family] ?? []).filter { !kept.contains($0) }
      guard rank < others.count else { continue }
      replacements.append((name, name.first?.isLowercase == true ? others[rank].lowercased() : others[rank]))
    }
  }

  /// The example with names of the graph; names are replaced where they are whole words.
  ///
  /// - Complexity: O(length of `example` × names).
  func renamed(_ example: String) -> String {
    var result = ""
    var rest = example[...]
    var isBehindLetter = false
    while let first = rest.first {
      let found = replacements.first { name, _ in
        !isBehindLetter && rest.hasPrefix(name) && rest.dropFirst(name.count).first?.isLetter != true
      }
      result += found?.by ?? String(first)
      rest = rest.dropFirst(found?.name.count ?? 1)
      isBehindLetter = first.isLetter && found == nil
    }
    return result
  }
}
