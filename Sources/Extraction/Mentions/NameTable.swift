import Language
import SchemaFiles

/// The names of the schema by spelling.
struct NameTable: Sendable {
  let entities: [KnownEntity]
  private var cased: [String: [NameEntry]] = [:]
  private var folded: [String: [NameEntry]] = [:]
  /// By folded first word: the most words of a name that begins with it.
  private var longest: [String: Int] = [:]
  /// Entities whose government a capital may stand for, by folded name of the capital.
  private var seats: [String: [Int]] = [:]
  /// Entities by common noun that may refer back to them.
  private(set) var epithets: [String: [Int]] = [:]

  init(schema: Schema) {
    entities = schema.names
    for (index, entity) in entities.enumerated() {
      for name in [entity.name] + entity.aliases { add(name, NameEntry(entity: index, use: .name)) }
      for name in entity.demonyms { add(name, NameEntry(entity: index, use: .demonym)) }
      for name in entity.peoples { add(name, NameEntry(entity: index, use: .people)) }
      if let capital = entity.capital {
        for spelling in spellings(ofCapital: capital) { seats[spelling, default: []].append(index) }
      }
      for noun in entity.epithets { epithets[noun, default: []].append(index) }
    }
  }

  private func spellings(ofCapital name: String) -> Set<String> {
    let aliases = entities.first { $0.name == name }?.aliases ?? []
    return Set(([name] + aliases).map(NameKey.folded))
  }

  private mutating func add(_ name: String, _ entry: NameEntry) {
    let key = NameKey.cased(name)
    if cased[key]?.contains(entry) != true { cased[key, default: []].append(entry) }
    // An acronym in lower case is another word: us, who.
    let lower = NameKey.folded(name)
    if !NameKey.isAcronym(name), folded[lower]?.contains(entry) != true { folded[lower, default: []].append(entry) }
    let words = key.split(separator: " ")
    guard let first = words.first else { return }
    // A hyphen or an apostrophe may cut a word into three tokens, the first word too.
    let length = words.count + 2 * key.utf8.count(where: { $0 == 0x2D || $0 == 0x27 })
    for word in [first, words.count > 1 && first.lowercased() == "the" ? words[1] : first] {
      for part in Set([word, word.prefix { $0 != "-" && $0 != "'" }].map(NameKey.folded)) where !part.isEmpty {
        longest[part] = max(longest[part] ?? 0, length)
      }
    }
  }

  /// The most tokens that a name beginning with this folded word may have; 0 when there is none.
  func longestName(from word: String) -> Int { longest[word] ?? 0 }

  /// The canonical name of a known entity.
  func name(of entity: Int) -> String { entities[entity].name }

  /// Whether the schema spells a name of `entity` like `text`, capitals included.
  func isSpelled(_ text: String, for entity: Int) -> Bool {
    cased[NameKey.cased(text)]?.contains(NameEntry(entity: entity, use: .name)) == true
  }

  /// What `text` means as written; empty when the schema does not know it.
  func entries(for text: String) -> [NameEntry] {
    if let entries = cased[NameKey.cased(text)] { return entries }
    return folded[NameKey.folded(text)] ?? []
  }

  /// The entities of which the place with this folded name is the seat; empty when there is none.
  func entities(seatedAt key: String) -> [Int] { seats[key] ?? [] }
}
