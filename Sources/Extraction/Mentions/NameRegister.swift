internal import GraphModel
internal import Language
internal import SchemaFiles

/// Who and what a newsroom knows, by all the names that it has for them: what a document calls so gets the name, type
/// and id of the register.
///
/// A name links when one entry has it at the date of the document; names of several are ``ambiguous`` and link nothing.
public struct NameRegister: Sendable {
  public struct Entry: Sendable, Equatable {
    public var name: String
    /// Name of a type of the schema.
    public var type: String
    /// An IRI, or what the register calls it by; nil for none.
    public var id: String?
    public var aliases: [String]
    /// The days on which documents mean it, since 1970; nil for all.
    public var days: ClosedRange<Int>?

    public init(name: String, type: String, id: String? = nil, aliases: [String] = [], days: ClosedRange<Int>? = nil) {
      self.name = name
      self.type = type
      self.id = id
      self.aliases = aliases
      self.days = days
    }

    /// Whether a document of these days may mean it; one without a date only where all do.
    func holds(on document: ClosedRange<Int>?) -> Bool {
      guard let days else { return true }
      return document.map { $0.overlaps(days) } ?? false
    }

    func overlaps(_ other: Entry) -> Bool {
      guard let days, let others = other.days else { return true }
      return days.overlaps(others)
    }
  }

  /// The rule of another name that the register tells, and of an id that is no IRI.
  static let rule = "register"

  public let entries: [Entry]
  /// Numbers of entries by folded name.
  private let byName: [String: [Int]]

  /// - Parameter entries: of types that the schema has.
  /// - Complexity: O(names).
  public init(_ entries: [Entry]) {
    self.entries = entries
    var byName: [String: [Int]] = [:]
    for (number, entry) in entries.enumerated() {
      for name in Set(([entry.name] + entry.aliases).map { NameKey.folded($0) }) where !name.isEmpty {
        byName[name, default: []].append(number)
      }
    }
    self.byName = byName
  }

  /// Names that several entries have at one time, with the numbers of the entries; in the order of the names.
  ///
  /// - Complexity: O(names) but for those that very many entries have.
  public var ambiguous: [(name: String, entries: [Int])] {
    byName.filter { _, numbers in
      numbers.indices.contains { place in
        numbers[..<place].contains { entries[$0].overlaps(entries[numbers[place]]) }
      }
    }.map { (name: $0.key, entries: $0.value) }.sorted { $0.name < $1.name }
  }

  /// Gives the named entities of a document of `date` the names, types and ids of the register.
  func apply(to document: inout DocumentEntities, date: String?, _ types: TypeTable) {
    if entries.isEmpty { return }
    let days = date.flatMap(CalendarDate.days)
    for number in document.entities.indices where document.entities[number].isNamed {
      // Whoever of several it is, it is not for other rules to say.
      if isAmbiguous(document.entities[number], on: days) { document.entities[number].isKnown = true }
      guard let entry = entry(for: document.entities[number], on: days, types) else { continue }
      let aliases = aliases(of: document.entities[number], by: entry)
      document.entities[number].name = entry.name
      document.entities[number].type = entry.type
      document.entities[number].representative.type = entry.type
      document.entities[number].isKnown = true
      document.entities[number].isTypeCertain = true
      document.entities[number].standsFor = nil
      document.entities[number].aliases = aliases
    }
  }

  /// Other names by the rules of the text, then those that are the register's alone, and its id.
  private func aliases(of entity: LocalEntity, by entry: Entry) -> [GraphContent.Alias] {
    var rules: [String: String] = [:]
    for name in entry.aliases where byName[NameKey.folded(name)]?.count == 1 { rules[name] = Self.rule }
    for name in [entity.name] + entity.forms.map(\.text) { rules[name] = Self.rule }
    for alias in entity.aliases { rules[alias.name] = alias.rule }
    if let id = entry.id { rules[id] = Self.isIRI(id) ? GraphContent.Alias.iriRule : Self.rule }
    rules[entry.name] = nil
    return rules.map { GraphContent.Alias(name: $0.key, rule: $0.value) }.sorted { $0.name < $1.name }
  }

  /// Of each name of an entity that the register has, the entries that have it on these days.
  private func entries(of entity: LocalEntity, on days: ClosedRange<Int>?) -> [[Int]] {
    Set(([entity.name] + entity.forms.map(\.text)).map { NameKey.folded($0) }).map { name in
      (byName[name] ?? []).filter { entries[$0].holds(on: days) }
    }.filter { !$0.isEmpty }
  }

  /// Whether all that it is called by is of several entries.
  private func isAmbiguous(_ entity: LocalEntity, on days: ClosedRange<Int>?) -> Bool {
    let found = entries(of: entity, on: days)
    return !found.isEmpty && found.allSatisfy { $0.count > 1 }
  }

  /// The one entry that the names of an entity mean, of which one at least is of nobody else; nil where none does, or
  /// several, or one of another type.
  private func entry(for entity: LocalEntity, on days: ClosedRange<Int>?, _ types: TypeTable) -> Entry? {
    let found = entries(of: entity, on: days)
    let numbers = Set(found.filter { $0.count == 1 }.joined())
    guard let number = numbers.first, numbers.count == 1, found.allSatisfy({ $0.contains(number) }) else { return nil }
    let entry = entries[number]
    let (own, told) = (types.names.firstIndex(of: entity.type), types.names.firstIndex(of: entry.type))
    guard let own, let told else { return nil }
    return !entity.isTypeCertain || own == types.unknown || types.areRelated(own, told) ? entry : nil
  }

  private static func isIRI(_ id: String) -> Bool { id.hasPrefix("http://") || id.hasPrefix("https://") }
}
