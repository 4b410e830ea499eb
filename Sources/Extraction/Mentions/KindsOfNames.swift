import Language
import SchemaFiles

/// What the index of names says of names that the schema does not know, in the types of the schema.
struct KindsOfNames: Sendable {
  private let index: NameIndex?
  /// Types that names of some kinds have, persons and places aside.
  private let bodies: [(type: Int, kinds: NameIndex.Kinds)]
  private let people: NameIndex.Kinds
  private let places: NameIndex.Kinds
  private let female: NameIndex.Kinds
  private let male: NameIndex.Kinds
  private let surnames: NameIndex.Kinds
  private let words: NameIndex.Kinds

  /// - Parameter index: nil where nothing is known.
  init(_ index: NameIndex?, schema: Schema, types: TypeTable) {
    self.index = index
    let kinds = schema.types.map { index?.kinds(named: $0.nameKinds) ?? [] }
    func all(_ isWanted: (Int) -> Bool) -> NameIndex.Kinds {
      kinds.indices.filter(isWanted).reduce(into: []) { $0.formUnion(kinds[$1]) }
    }
    people = all(types.isPerson)
    places = all(types.isPlace)
    bodies = kinds.indices.filter { !kinds[$0].isEmpty && !types.isPerson($0) && !types.isPlace($0) }.map {
      ($0, kinds[$0])
    }
    female = index?.female ?? []
    male = index?.male ?? []
    surnames = index?.surname ?? []
    words = index?.word ?? []
  }

  /// What a name may be called for.
  struct Reading {
    /// Types of bodies, each once.
    var bodies: [Int]
    var isOfPlace: Bool
    var isOfPerson: Bool
    /// Whether it is a common word of English, too: `Target`.
    var isWord: Bool
  }

  /// - Parameter name: folded.
  func reading(of name: String) -> Reading {
    let kinds = index?.kinds(of: name) ?? []
    return Reading(
      bodies: bodies.filter { !$0.kinds.isDisjoint(with: kinds) }.map(\.type),
      isOfPlace: !places.isDisjoint(with: kinds), isOfPerson: !people.isDisjoint(with: kinds),
      isWord: !words.isDisjoint(with: kinds))
  }

  /// Whether these are a given name and a surname, and neither is anything else.
  func isFullName(_ words: [String]) -> Bool {
    guard let index, words.count > 1, let first = words.first, let last = words.last else { return false }
    let (given, surname) = (index.kinds(of: first), index.kinds(of: last))
    return !given.isDisjoint(with: female.union(male)) && given.isSubset(of: people)
      && !surname.isDisjoint(with: surnames) && surname.isSubset(of: people)
  }

  /// The gender of those who bear a given name; nil where both do, it is not known, or it may be a surname.
  ///
  /// - Parameter isAlone: whether no other name stands behind it.
  func gender(ofGivenName name: String, isAlone: Bool) -> Gender? {
    let kinds = index?.kinds(of: NameKey.folded(name)) ?? []
    if isAlone, !kinds.isDisjoint(with: surnames) { return nil }
    switch (kinds.isDisjoint(with: male), kinds.isDisjoint(with: female)) {
    case (false, true): return .male
    case (true, false): return .female
    default: return nil
    }
  }
}
