internal import Bytes
internal import GraphModel

extension GraphWriter {
  /// The store of bare triples.
  ///
  /// - Throws: ``StoreError/content(_:)`` when there are more than can be numbered.
  /// - Complexity: O(*n* + *k* log *k*) for *n* triples of *k* names.
  public static func encode(_ triples: consuming TripleTable) throws(StoreError) -> EncodedStore {
    EncodedStore(try parts(of: triples))
  }

  /// The same with triples that went to the disk.
  ///
  /// - Throws: also ``StoreError/file(_:)`` when the disk is full.
  /// - Complexity: O(*n* log *n* + *k* log *k*) for *n* triples of *k* names, counted once a part; the store is held in
  ///   memory.
  public static func encode(_ triples: SpilledTriples) throws(StoreError) -> EncodedStore {
    EncodedStore(try parts(of: triples))
  }

  /// Each table is let go as soon as it is written, so that they and the sections do not add up.
  private static func parts(of triples: consuming TripleTable) throws(StoreError) -> [[UInt8]] {
    var store = StoreAssembly()
    let sorted = triples.sort { store[.names] = $0 }
    var aliases = AliasTable.Encoder()
    let rules = triples.ruleOrder()
    do throws(BytesError) {
      for (entity, name, rule) in triples.aliases {
        try aliases.add(triples.aliasNames[Int(name)], of: Int(entity), rule: Int(rules.places[Int(rule)]))
      }
    } catch {
      throw StoreError(error)
    }
    triples.removeAliases()
    try encodeRest(
      types: sorted.types, typeNames: triples.typeNames, aliases: (aliases, rules.rules),
      predicates: sorted.symbols.predicates.map(triples.predicate), edgeCount: triples.edges.count, &store)
    encode(triples.edges, sorted.symbols.symbols, entities: sorted.types.count, &store)
    return store.finished()
  }

  private static func parts(of triples: SpilledTriples) throws(StoreError) -> [[UInt8]] {
    var store = StoreAssembly()
    do {
      let order = triples.table.symbolOrder()
      let merged = try triples.merged(symbols: order.places)
      store[.names] = merged.names
      let edges = try EdgeLists.encode(
        merged.edges, entities: merged.types.count, symbols: order.symbols.count, sortingBy: triples.sorter())
      try encodeRest(
        types: merged.types, typeNames: triples.table.typeNames,
        aliases: (merged.aliases, triples.table.ruleOrder().rules),
        predicates: order.predicates.map(triples.table.predicate), edgeCount: edges.edges, &store)
      store[.symbols] = EncodedSection(SymbolTable.encode(order.symbols, edges.sizes))
      store[.forward] = EncodedSection(edges.forward)
      store[.reverse] = EncodedSection(edges.reverse)
      store[.sources] = EncodedSection(edges.sources)
    } catch let error as BytesError {
      throw StoreError(error)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .content(.invalidContent(detail: "\(error)"))
    }
    return store.finished()
  }

  /// All sections but names and edges.
  ///
  /// - Parameter aliases: with the rules that they have, sorted.
  private static func encodeRest(
    types: [UInt32], typeNames: [String], aliases: (encoder: AliasTable.Encoder, rules: [String]),
    predicates: [GraphContent.Predicate], edgeCount: Int, _ store: inout StoreAssembly
  ) throws(StoreError) {
    var content = GraphContent()
    content.predicates = predicates
    content.entities = Set(types).map { type in
      GraphContent.Entity(
        name: "", type: typeNames[Int(type)], aliases: aliases.rules.map { .init(name: "", rule: $0) })
    }
    let strings = StringTable(content)
    let counts = StoreCounts(
      entities: types.count, predicates: predicates.count, edges: edgeCount, documents: 0, evidence: 0, sentences: 0,
      strings: strings.strings.count)
    try encode(counts, strings, &store)
    let typeStrings = typeNames.map { strings[$0] }
    store[.types] = EncodedSection(EntityTypeTable.encode(types.lazy.map { typeStrings[Int($0)] }))
    (store[.aliases], store[.owners]) = try aliases.encoder.finished(
      entities: types.count, rules: aliases.rules.map { strings[$0] })
    store[.predicates] = EncodedSection(PredicateTable.encode(predicates, strings))
    store[.evidence] = EvidenceTable.Encoder.withoutRows
    encode([], strings, &store)
    store[.decisions] = DecisionList.section([])
  }
}
