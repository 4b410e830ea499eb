internal import Bytes
public import GraphModel

/// Very many statements without evidence on their way into a store: names once, numbers for the rest. About 12 bytes a
/// triple and, for each name, its bytes and 12 more.
///
///     var table = TripleTable()
///     let person = try table.type("Person")
///     let leads = try table.predicate(Array("leads".utf8)[...])
///     let ends = try ["Ada", "Bo"].map { try table.entity(Array($0.utf8)[...], type: person) }
///     table.append(subject: ends[0], predicate: leads, object: ends[1])
///     try GraphWriter.encode(table).write(to: "people.tercet")
public struct TripleTable: Sendable {
  /// By ``TypedName``.
  private var entities = ByteInterner()
  private var types = StringInterner()
  private(set) var predicates = ByteInterner()
  private(set) var symbols = SymbolInterner()
  /// What is said of predicates beside their names, by number.
  private var relations: [UInt32: GraphContent.Predicate] = [:]
  /// Other names.
  private(set) var aliasNames = ByteInterner()
  /// Which entity has which other name by which rule, some perhaps several times.
  private(set) var aliases: [(entity: UInt32, name: UInt32, rule: UInt32)] = []
  private(set) var aliasRules = StringInterner()
  private(set) var edges = EdgeColumns()
  private var key: [UInt8] = []

  public init() {}

  public var count: Int { edges.count }
  public var entityCount: Int { entities.count }
  /// Bytes that entities and triples take, and about what sorting them takes beside that.
  public var byteCount: Int {
    entities.byteCount + 24 * entities.count + 24 * edges.count + aliasNames.byteCount + 20 * aliases.count
  }
  var typeNames: [String] { types.strings }

  /// The number of the type `name`, a new one if it was never seen.
  ///
  /// - Throws: ``ContentError/invalidContent(detail:)`` when it is over 1 MiB long.
  /// - Complexity: O(length of `name`), amortized.
  public mutating func type(_ name: String) throws(ContentError) -> UInt32 {
    try GraphContent.checkLength(name.utf8.count)
    return UInt32(types.intern(name))
  }

  /// The number of the entity of this name, UTF-8, and type, a new one if it was never seen.
  ///
  /// - Parameter type: as ``type(_:)`` returned it.
  /// - Throws: ``ContentError/invalidContent(detail:)`` when the name is not UTF-8 or over 1 MiB long, or all names
  ///   together are over 4 GiB.
  /// - Complexity: O(length of `name`), amortized.
  public mutating func entity(_ name: ArraySlice<UInt8>, type: UInt32) throws(ContentError) -> UInt32 {
    TypedName.set(&key, name, type)
    return UInt32(try Self.intern(key[...], name: name, &entities))
  }

  /// The number of somebody known by name alone: who that is, is settled when all names are known.
  ///
  /// - Throws: as ``entity(_:type:)``.
  /// - Complexity: O(length of `name`), amortized.
  public mutating func source(_ name: ArraySlice<UInt8>) throws(ContentError) -> UInt32 {
    _ = try type(GraphContent.Entity.generalType)
    return try entity(name, type: TypedName.unknownType)
  }

  /// The number of ``GraphContent/Entity/generalType``, if it is a type.
  var thingNumber: UInt32? { types.number(of: GraphContent.Entity.generalType).map { UInt32($0) } }

  /// Adds another name of an entity, UTF-8.
  ///
  /// - Throws: as ``entity(_:type:)``.
  /// - Complexity: O(length of `name`), amortized.
  public mutating func addAlias(
    _ name: ArraySlice<UInt8>, rule: String = GraphContent.Alias.importedRule, to entity: UInt32
  ) throws(ContentError) {
    let number = UInt32(try Self.intern(name, name: name, &aliasNames))
    aliases.append((entity, number, UInt32(aliasRules.intern(rule))))
  }

  /// The rules of aliases in the order of the store, and the place of each by its number.
  func ruleOrder() -> (rules: [String], places: [UInt32]) {
    let order = aliasRules.strings.indices.sorted {
      ByteString(aliasRules.strings[$0]) < ByteString(aliasRules.strings[$1])
    }
    return (order.map { aliasRules.strings[$0] }, order.map { UInt32($0) }.inverse)
  }

  /// Says that a predicate is a relation of the schema; of several the first in order counts.
  ///
  /// - Complexity: O(length of the names).
  public mutating func setRelation(_ relation: String, of predicate: UInt32) {
    combine(GraphContent.Predicate(name: "", relation: relation), of: predicate)
  }

  /// Says as what the object takes part in the event of a predicate, whose name ends in it.
  ///
  /// - Complexity: O(length of the names).
  public mutating func setRole(_ role: String, of predicate: UInt32) {
    combine(GraphContent.Predicate(name: "", role: role), of: predicate)
  }

  /// Adds what `other` says beside its name.
  ///
  /// - Complexity: O(length of the names).
  public mutating func combine(_ other: GraphContent.Predicate, of predicate: UInt32) {
    relations[predicate, default: GraphContent.Predicate(name: "")].combine(other)
  }

  /// The number of the predicate `name`, UTF-8, a new one if it was never seen.
  ///
  /// - Throws: as ``entity(_:type:)``.
  /// - Complexity: O(length of `name`), amortized.
  public mutating func predicate(_ name: ArraySlice<UInt8>) throws(ContentError) -> UInt32 {
    UInt32(try Self.intern(name, name: name, &predicates))
  }

  /// Adds the fact of these numbers.
  ///
  /// - Complexity: O(1), amortized.
  public mutating func append(subject: UInt32, predicate: UInt32, object: UInt32) {
    append(subject: subject, predicate: predicate, object: object, .affirmed, .certain, source: nil)
  }

  /// Adds the statement of these numbers.
  ///
  /// - Parameter source: who says so; nil for the text itself.
  /// - Complexity: O(1), amortized.
  public mutating func append(
    subject: UInt32, predicate: UInt32, object: UInt32, _ polarity: Polarity, _ modality: Modality, source: UInt32?
  ) {
    let kind = StatementKind(polarity, modality, isAttributed: source != nil)
    edges.append(subject: subject, symbol: symbol(predicate, kind), object: object, source: source)
  }

  /// The number of a predicate together with how a statement is meant, a new one if it was never seen.
  ///
  /// - Complexity: O(1), amortized.
  mutating func symbol(_ predicate: UInt32, _ kind: StatementKind) -> UInt32 { symbols.number(predicate, kind) }

  private static func intern(
    _ key: ArraySlice<UInt8>, name: ArraySlice<UInt8>, _ interner: inout ByteInterner
  ) throws(ContentError) -> Int {
    if let known = interner.number(of: key) { return known }
    try GraphContent.checkLength(name.count)
    guard String(validating: name, as: UTF8.self) != nil else {
      throw .invalidContent(detail: "the name “\(String(decoding: name, as: UTF8.self))” is not UTF-8")
    }
    guard let number = interner.intern(key) else {
      throw .invalidContent(detail: "the names are over 4 GiB long together")
    }
    return number
  }

  /// The tables of a store beside the edges, in its order.
  struct Sorted {
    var types: [UInt32]
    var symbols: SymbolOrder
  }

  /// Renumbers entities and symbols in the order of the store and sorts the triples, each once. The names are gone
  /// afterwards.
  ///
  /// - Parameter names: is given the list of the entities' names.
  mutating func sort(names: (EncodedSection) -> Void) -> Sorted {
    entities.forgetNumbers()
    var numbers = [UInt32](repeating: 0, count: entities.count)
    var numbering = EntityNumbering<UInt32>(thing: thingNumber, typeRanks: typeRanks())
    for entity in entityOrder() {
      let key = entities[Int(entity)]
      numbering.add(TypedName.name(key), TypedName.type(key), entity) { numbers[Int($0)] = $1 }
    }
    numbering.finish { numbers[Int($0)] = $1 }
    entities = ByteInterner()
    names(numbering.names())
    for row in aliases.indices { aliases[row].entity = numbers[Int(aliases[row].entity)] }
    let order = symbolOrder()
    edges.renumber(entities: numbers, symbols: order.places)
    edges.sort(entities: numbering.types.count, symbols: order.symbols.count)
    return Sorted(types: numbering.types, symbols: order)
  }

  /// Predicates and symbols in the order of the store.
  ///
  /// - Parameter unused: whether predicates count that no triple has.
  func symbolOrder(unused: Bool = false) -> SymbolOrder {
    SymbolOrder(symbols, predicates: predicates.order(), unused: unused)
  }

  func predicate(_ number: UInt32) -> GraphContent.Predicate {
    var predicate = relations[number] ?? GraphContent.Predicate(name: "")
    predicate.name = String(decoding: predicates[Int(number)], as: UTF8.self)
    return predicate
  }

  /// The entities in the order of the store.
  func entityOrder() -> [UInt32] {
    let typeRanks = typeRanks()
    func folded(_ number: UInt32) -> [UInt8] { caseFolded(Array(TypedName.name(entities[Int(number)]))) }
    // Eight bytes decide most comparisons without a look at the names.
    var entries = (0..<UInt32(entities.count)).map { (start: firstEight(folded($0)), number: $0) }
    entries.sort { a, b in
      if a.start != b.start { return a.start < b.start }
      let order = byteOrder(folded(a.number), folded(b.number))
      if order != 0 { return order < 0 }
      let keys = (entities[Int(a.number)], entities[Int(b.number)])
      let names = byteOrder(TypedName.name(keys.0), TypedName.name(keys.1))
      return names != 0 ? names < 0 : TypedName.rank(keys.0, typeRanks) < TypedName.rank(keys.1, typeRanks)
    }
    return entries.map(\.number)
  }

  /// The place of each type in the order of their names.
  func typeRanks() -> [UInt32] {
    let names = typeNames
    return names.indices.sorted { ByteString(names[$0]) < ByteString(names[$1]) }.map { UInt32($0) }.inverse
  }

  /// The ``TypedName`` of an entity.
  func key(_ entity: UInt32) -> ArraySlice<UInt8> { entities[Int(entity)] }

  /// Forgets entities and triples; types and predicates keep their numbers.
  mutating func removeEntities() {
    entities = ByteInterner()
    removeAliases()
    edges = EdgeColumns()
  }

  mutating func removeAliases() {
    aliasNames = ByteInterner()
    aliases = []
  }
}
