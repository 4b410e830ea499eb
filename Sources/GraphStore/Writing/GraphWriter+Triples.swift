internal import Bytes
internal import GraphModel

extension GraphWriter {
  /// The store of bare triples.
  ///
  /// - Throws: ``StoreError/content(_:)`` when there are more than can be numbered.
  /// - Complexity: O(*n* + *k* log *k*) for *n* triples of *k* names.
  public static func encode(_ triples: consuming TripleTable) throws(StoreError) -> EncodedStore {
    do {
      return try store(of: triples)
    } catch {
      throw StoreError(wrapping: error)
    }
  }

  /// The same with triples that went to the disk.
  ///
  /// - Throws: also ``StoreError/file(_:)`` when the disk is full.
  /// - Complexity: O(*n* log *n* + *k* log *k*) for *n* triples of *k* names, counted once a part; the store is held in
  ///   memory.
  public static func encode(_ triples: SpilledTriples) throws(StoreError) -> EncodedStore {
    do {
      return try store(of: triples)
    } catch {
      throw StoreError(wrapping: error)
    }
  }

  /// Each table is let go as soon as it is written, so that they and the sections do not add up.
  private static func store(of triples: consuming TripleTable) throws -> EncodedStore {
    var store = StoreAssembly()
    let sorted = triples.sort { store[.names] = $0 }
    var aliases = AliasTable.Encoder()
    let rules = triples.ruleOrder()
    for (entity, name, rule) in triples.aliases {
      try aliases.add(triples.aliasNames[Int(name)], of: Int(entity), rule: Int(rules.places[Int(rule)]))
    }
    triples.removeAliases()
    try encodeRest(
      types: sorted.types, typeNames: triples.typeNames, aliases: (aliases, rules.rules),
      predicates: sorted.symbols.predicates.map(triples.predicate), edgeCount: triples.edges.count, &store)
    encode(triples.edges, sorted.symbols.symbols, entities: sorted.types.count, &store)
    return try store.finished()
  }

  private static func store(of triples: SpilledTriples) throws -> EncodedStore {
    var store = StoreAssembly()
    let order = triples.table.symbolOrder()
    let merged = try triples.merged(symbols: order.places)
    store[.names] = merged.names.list
    let edges = try EdgeLists.encode(
      merged.edges, entities: merged.names.types.count, symbols: order.symbols.count, sortingBy: triples.sorter())
    try encodeRest(
      types: merged.names.types, typeNames: triples.table.typeNames,
      aliases: (merged.names.aliases, triples.table.ruleOrder().rules),
      predicates: order.predicates.map(triples.table.predicate), edgeCount: edges.edges, &store)
    encode(edges, order.symbols, &store)
    return try store.finished()
  }

  static func encode(_ edges: EdgeLists.Encoded, _ symbols: [Symbol], _ store: inout StoreAssembly) {
    store[.symbols] = EncodedSection(SymbolTable.encode(symbols, edges.sizes))
    store[.forward] = EncodedSection(edges.forward)
    store[.reverse] = EncodedSection(edges.reverse)
    store[.sources] = EncodedSection(edges.sources)
  }

  /// All sections but names and edges.
  ///
  /// - Parameter aliases: with the rules that they have, sorted.
  private static func encodeRest(
    types: [UInt32], typeNames: [String], aliases: (encoder: AliasTable.Encoder, rules: [String]),
    predicates: [GraphContent.Predicate], edgeCount: Int, _ store: inout StoreAssembly
  ) throws {
    var strings = ByteInterner()
    for type in Set(types) { try strings.add(typeNames[Int(type)]) }
    for rule in aliases.rules { try strings.add(rule) }
    for predicate in predicates { try strings.add(predicate) }
    let table = StringTable(strings)
    let counts = StoreCounts(
      entities: types.count, predicates: predicates.count, edges: edgeCount, documents: 0, evidence: 0, sentences: 0,
      strings: table.count)
    try encode(counts, table, &store)
    try encode(types: types, typeNames: typeNames, aliases: aliases, predicates: predicates, table, &store)
    store[.evidence] = try EvidenceTable.Encoder.withoutRows()
    var documents = DocumentTable.Encoder()
    try encode(&documents, sentences: { _ in [] }, texts: { _ in }, into: SectionOutput(), &store)
    store[.decisions] = DecisionList.section([])
  }

  /// The sections of types, other names and predicates.
  static func encode(
    types: [UInt32], typeNames: [String], aliases: (encoder: AliasTable.Encoder, rules: [String]),
    predicates: [GraphContent.Predicate], _ strings: StringTable, _ store: inout StoreAssembly
  ) throws {
    let typeStrings = typeNames.map { strings[$0] }
    store[.types] = EncodedSection(EntityTypeTable.encode(types.lazy.map { typeStrings[Int($0)] }))
    (store[.aliases], store[.owners]) = try aliases.encoder.finished(
      entities: types.count, rules: aliases.rules.map { strings[$0] })
    store[.predicates] = EncodedSection(PredicateTable.encode(predicates, strings))
  }
}
