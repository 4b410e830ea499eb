import Bytes
import GraphModel
import Language
internal import SchemaFiles

/// The named entities of many documents, gathered to be told apart and merged.
///
/// Most of what documents say of a name is kept once, whatever their number: who of several is meant is asked only
/// where a title, a bare given name, a common body or an acronym leaves it open. The result depends on the set of
/// documents, not on the order in which they are added.
struct EntityCatalog: Sendable {
  /// What documents say of a name beside the name.
  struct Facts: OptionSet, Sendable {
    let rawValue: UInt8

    static let hasCertainType = Facts(rawValue: 1)
    static let isKnown = Facts(rawValue: 2)
    static let isAcronym = Facts(rawValue: 4)
    /// What pronouns and titles say.
    static let genders: [Facts] = [.init(rawValue: 8), .init(rawValue: 16), .init(rawValue: 32)]
    static let anyGender = Facts(genders)
  }

  /// What all documents that give a name one type say of it.
  struct Group: Sendable {
    /// Numbers in ``names`` and ``typeNames``.
    var name: UInt32
    var type: UInt32
    var mentions = 0
    /// Of all its records.
    var facts: Facts = []
    /// Of those that are not ``Separable``, with the words by which they call it: bit *i* for those from word *i* on.
    var common: Facts = []
    var called: UInt8 = 0
    var hasCommon = false
  }

  /// What one document says of a name that may be another's in the next.
  struct Separable: Sendable {
    var ticket: UInt32
    var local: UInt32
    var group: UInt32
    var facts: Facts
    var called: UInt8
    /// Nouns of titles that belong to a field of life.
    var occupations: Set<String>
    var standsFor: String?
    var acronyms: [String]
  }

  /// What is known before any document is read; in one place, because the catalog is copied.
  final class Knowledge: Sendable {
    let types: TypeTable
    let lexicon: ReferenceLexicon
    /// By occupation noun: the fields of life to which it belongs, such as `sport`.
    let fields: [String: Set<String>]

    /// - Parameter lexicon: compiled from `schema`.
    init(schema: Schema, lexicon: ReferenceLexicon) {
      self.lexicon = lexicon
      types = lexicon.types
      var fields: [String: Set<String>] = [:]
      for (list, words) in schema.lists where list.hasSuffix("Occupation") {
        for word in words { fields[word, default: []].insert(list) }
      }
      self.fields = fields
    }
  }

  let knowledge: Knowledge
  /// Folded names.
  private(set) var names = ByteInterner()
  private(set) var typeNames = StringInterner()
  private(set) var groups: [Group] = []
  /// By name and type, both as numbers.
  private var groupNumbers: [UInt64: UInt32] = [:]
  private(set) var separables: [Separable] = []
  /// By group: acronyms that documents tell of it.
  private(set) var acronyms: [UInt32: Set<String>] = [:]
  /// Ids by ticket.
  private(set) var documents: [String] = []
  /// By ticket: the country of which a document speaks most, where it names one much more often than others.
  private(set) var countries: [UInt32: String] = [:]

  /// - Parameter lexicon: compiled from `schema`.
  init(schema: Schema, lexicon: ReferenceLexicon) {
    knowledge = Knowledge(schema: schema, lexicon: lexicon)
  }

  /// Adds what one document names; returns the ticket by which the result is asked for it.
  ///
  /// - Parameter document: the document's id, unique among those added.
  mutating func add(_ entities: [NamedEntity], document: String) -> Int {
    let ticket = documents.count
    documents.append(document)
    if let country = country(of: entities) { countries[UInt32(ticket)] = country }
    for entity in entities { add(entity, ticket) }
    return ticket
  }

  private mutating func add(_ entity: NamedEntity, _ ticket: Int) {
    let folded = NameKey.folded(entity.name)
    let words = folded.split(separator: " ").map(String.init)
    let group = group(folded, entity.type)
    var facts: Facts = []
    if entity.isTypeCertain { facts.insert(.hasCertainType) }
    if entity.isKnown { facts.insert(.isKnown) }
    if NameKey.isAcronym(entity.name) { facts.insert(.isAcronym) }
    if let gender = entity.gender { facts.insert(Facts.genders[Int(gender.rawValue)]) }
    groups[group].mentions += entity.mentions
    groups[group].facts.formUnion(facts)
    let called = Self.called(entity.forms, words)
    let told = entity.aliases.filter { $0.rule == "acronym" && NameKey.isAcronym($0.name) }.map(\.name)
    let occupations = occupations(of: entity.titles)
    if occupations.isEmpty, entity.standsFor == nil, !isOfText(words) {
      groups[group].common.formUnion(facts)
      groups[group].called |= called
      groups[group].hasCommon = true
      if !told.isEmpty { acronyms[UInt32(group), default: []].formUnion(told) }
    } else {
      separables.append(
        Separable(
          ticket: UInt32(ticket), local: UInt32(entity.local), group: UInt32(group), facts: facts, called: called,
          occupations: occupations, standsFor: entity.standsFor, acronyms: told))
    }
  }

  private mutating func group(_ folded: String, _ type: String) -> Int {
    // A document is at most 32 MiB long, and 4 GiB of names are more than any memory that this is made for.
    let name = UInt32(names.intern(Array(folded.utf8)[...]) ?? 0)
    let type = UInt32(typeNames.intern(type))
    let key = UInt64(name) << 32 | UInt64(type)
    if let known = groupNumbers[key] { return Int(known) }
    groupNumbers[key] = UInt32(groups.count)
    groups.append(Group(name: name, type: type))
    return groups.count - 1
  }

  /// The group of a folded name of a type; nil when no document has it.
  func group(named folded: String, type: String) -> Int? {
    guard let name = names.number(of: Array(folded.utf8)[...]), let type = typeNames.number(of: type) else {
      return nil
    }
    return groupNumbers[UInt64(name) << 32 | UInt64(type)].map { Int($0) }
  }

  /// Whether another document may mean somebody else: a given name alone, or a body that every country has.
  private func isOfText(_ words: [String]) -> Bool {
    words.count == 1
      && !knowledge.lexicon.wordClass(of: words[0]).flags.isDisjoint(with: [.maleName, .femaleName])
      || words.allSatisfy(knowledge.lexicon.commonBodyWords.contains)
  }

  /// By which ends of its name a document calls somebody: bit *i* for the words from *i* on.
  private static func called(_ forms: [LocalEntity.Form], _ words: [String]) -> UInt8 {
    guard words.count > 1 else { return 0 }
    var called: UInt8 = 0
    for form in forms {
      let own = NameKey.folded(form.text).split(separator: " ")
      let start = words.count - own.count
      if (1..<8).contains(start), words[start...].elementsEqual(own, by: { $0 == $1 }) { called |= 1 << start }
    }
    return called
  }

  /// The nouns of the titles that belong to a field.
  private func occupations(of titles: [String]) -> Set<String> {
    var nouns: Set<String> = []
    for title in titles {
      if let noun = title.lowercased().split(separator: " ").last.map(String.init), knowledge.fields[noun] != nil {
        nouns.insert(noun)
      }
    }
    return nouns
  }

  /// The country that a document names at least twice and more than twice as often as any other; nil where there is
  /// none.
  private func country(of entities: [NamedEntity]) -> String? {
    var mentions: [String: Int] = [:]
    for entity in entities where entity.isKnown {
      let seated = knowledge.lexicon.names.entities(seatedAt: NameKey.folded(entity.name))
        .map { knowledge.lexicon.names.name(of: $0) }
      for country in Set([entity.name] + seated) where knowledge.lexicon.countryNames.contains(country) {
        mentions[country, default: 0] += entity.mentions
      }
    }
    let ordered = mentions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ordered.first else { return nil }
    let next = ordered.count > 1 ? ordered[1].value : 0
    return first.value > 1 && first.value > 2 * next ? first.key : nil
  }

  /// Merges the entities of all documents.
  ///
  /// - Complexity: O(*n* log *n*) in the number of names.
  func resolve() -> ResolvedCatalog {
    let merger = CatalogMerger(self)
    merger.merge()
    return ResolvedCatalog(merger)
  }
}
