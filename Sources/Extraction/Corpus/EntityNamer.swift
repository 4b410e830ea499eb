import Bytes
import ExternalSort
import GraphModel

/// Gives the entities of a resolved catalog their names, from what each document calls them.
struct EntityNamer {
  private let catalog: ResolvedCatalog
  private let unknownType: String
  /// By entity, what it is told, and what that says.
  private let sorter: ByteSorter
  private var key = SortKey()

  /// What a row tells.
  private enum Row: UInt32 {
    case form, alias, knownName, vote
  }

  /// - Parameter unknownType: what a name has of which nothing is known.
  init(_ catalog: ResolvedCatalog, unknownType: String, _ storage: CorpusStorage) {
    self.catalog = catalog
    self.unknownType = unknownType
    sorter = storage.byteSorter()
  }

  /// Adds what a document says of its names.
  ///
  /// - Parameter roots: what the names are, by their numbers in the document.
  mutating func add(
    _ names: [NamedEntity], roots: [Int: ResolvedCatalog.Identified], _ ticket: Int
  ) throws(BytesError) {
    for entity in names {
      guard let root = roots[entity.local]?.number else { continue }
      let rule = roots[entity.local]?.rule
      let ruled = Set(entity.aliases.map(\.name))
      for form in entity.forms {
        begin(root, .form, form.text)
        let rule = ruled.contains(form.text) ? nil : rule
        key.append(rule.flatMap(CatalogMerger.Rule.allCases.firstIndex).map { UInt32($0 + 1) } ?? 0)
        key.append(UInt32(form.count))
        try append(ticket, entity)
      }
      for alias in entity.aliases {
        begin(root, .alias, alias.name)
        key.append(rest: alias.rule.utf8)
        try sorter.append(key.bytes)
      }
      if entity.isKnown {
        begin(root, .knownName, entity.name)
        try sorter.append(key.bytes)
      }
      if catalog.roots[root].isContested, entity.type != unknownType {
        begin(root, .vote, "")
        key.append(UInt32(ticket))
        key.append(UInt32(entity.local))
        key.append(UInt32(entity.mentions))
        key.append(entity.isTypeCertain ? 1 : 0 as UInt32)
        key.append(rest: entity.type.utf8)
        try sorter.append(key.bytes)
      }
    }
  }

  private mutating func begin(_ root: Int, _ row: Row, _ text: String) {
    key.removeAll()
    key.append(UInt32(root))
    key.append(row.rawValue)
    key.append(text: text.utf8)
  }

  /// Two documents may say the very same.
  private mutating func append(_ ticket: Int, _ entity: NamedEntity) throws(BytesError) {
    key.append(UInt32(ticket))
    key.append(UInt32(entity.local))
    try sorter.append(key.bytes)
  }

  /// Calls `body` with every entity in the order of their numbers.
  func drain(_ body: (Int, GraphContent.Entity) throws -> Void) throws {
    var told = Told()
    var last: Int?
    try sorter.drain { record in
      var reader = SortKeyReader(record)
      let root = Int(reader.number())
      if let last, last != root {
        try body(last, entity(last, told))
        told = Told()
      }
      last = root
      let row = Row(rawValue: reader.number())
      let text = String(decoding: reader.text(), as: UTF8.self)
      switch row {
      case .form:
        let rule = Int(reader.number())
        told.counts[text, default: 0] += Int(reader.number())
        if rule > 0 { told.aliases[text, default: []].insert(CatalogMerger.Rule.allCases[rule - 1].name) }
      case .alias: told.aliases[text, default: []].insert(String(decoding: reader.rest, as: UTF8.self))
      case .knownName: told.known = text
      case .vote, nil:
        let ticket = reader.number()
        _ = reader.number()
        told.add(
          ticket, Int(reader.number()), isCertain: reader.number() == 1, String(decoding: reader.rest, as: UTF8.self))
      }
    }
    if let last { try body(last, entity(last, told)) }
  }

  /// What documents tell of one entity.
  private struct Told {
    var counts: [String: Int] = [:]
    var aliases: [String: Set<String>] = [:]
    var known: String?
    /// By document: how often it has a type, and whether with more than a guess.
    var documents: [UInt32: [String: (mentions: Int, isCertain: Bool)]] = [:]

    mutating func add(_ ticket: UInt32, _ mentions: Int, isCertain: Bool, _ type: String) {
      documents[ticket, default: [:]][type, default: (0, false)].mentions += mentions
      if isCertain { documents[ticket]?[type]?.isCertain = true }
    }

    /// For what the documents take it, each with one vote; empty where none of them takes it for anything but `type`.
    func votes(for type: String) -> [TypeVote] {
      var votes: [String: TypeVote] = [:]
      for types in documents.values {
        // Who has what all agree on has nothing against it.
        let most = types.max { ($0.value.mentions, $1.key) < ($1.value.mentions, $0.key) }
        guard let name = types[type] == nil ? most?.key : type else { continue }
        votes[name, default: TypeVote(type: name, documents: 0, isGuess: true)].documents += 1
        if types[name]?.isCertain == true { votes[name]?.isGuess = false }
      }
      return votes.keys.contains { $0 != type } ? votes.values.sorted { $0.type < $1.type } : []
    }
  }

  private func entity(_ root: Int, _ told: Told) -> GraphContent.Entity {
    let forms = told.counts.map { LocalEntity.Form(text: $0.key, count: $0.value) }
    var name = told.known ?? FullName.best(of: forms)
    var aliases = told.aliases
    if let distinction = catalog.roots[root].distinction {
      aliases[name] = ["homonym"]
      name += " (\(distinction))"
    }
    var entity = GraphContent.Entity(name: name, type: catalog.roots[root].type)
    for form in told.counts.keys where aliases[form] == nil {
      aliases[form] = [FullName.difference(of: form, from: name)]
    }
    entity.aliases = aliases.compactMap { form, rules in
      // One rule is enough; the first by bytes, so that it is always the same.
      form == name ? nil : rules.min().map { GraphContent.Alias(name: form, rule: $0) }
    }
    entity.aliases += told.votes(for: entity.type).map { GraphContent.Alias(name: name, rule: $0.rule) }
    entity.aliases.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return entity
  }
}
