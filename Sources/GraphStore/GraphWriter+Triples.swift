internal import Bytes

extension GraphWriter {
  /// Writes the store of bare triples to `path`: it appears whole, or what was there stays.
  ///
  /// - Throws: when the file cannot be written, or there are more than can be numbered.
  /// - Complexity: O(*n* + *k* log *k*) for *n* triples of *k* names.
  public static func write(_ triples: consuming TripleTable, to path: String) throws(StoreError) {
    let parts = try parts(of: triples)
    do {
      try AtomicFile.replace(path, withParts: parts)
    } catch {
      throw StoreError(error)
    }
  }

  /// The bytes of the store of bare triples.
  ///
  /// - Throws: when there are more than can be numbered.
  public static func bytes(of triples: consuming TripleTable) throws(StoreError) -> [UInt8] {
    Array(try parts(of: triples).joined())
  }

  /// Each table is let go as soon as it is written, so that they and the sections do not add up.
  private static func parts(of triples: consuming TripleTable) throws(StoreError) -> [[UInt8]] {
    var store = StoreAssembly()
    let sorted = triples.sort { store[.names] = $0 }
    var content = GraphContent()
    content.predicates = sorted.predicates
    content.entities = triples.typeNames.map { GraphContent.Entity(name: "", type: $0) }
    content.entities += sorted.aliases.filter { !$0.isEmpty }.map {
      GraphContent.Entity(name: "", type: triples.typeNames[0], aliases: $0)
    }
    let strings = StringTable(content)
    let counts = StoreCounts(
      entities: sorted.types.count, predicates: sorted.predicates.count, edges: triples.edges.count, documents: 0,
      evidence: 0, sentences: 0, strings: strings.strings.count)
    try encode(counts, strings, &store)
    let typeStrings = triples.typeNames.map { strings[$0] }
    store[.types] = EncodedSection(TypeTable.encode(sorted.types.map { typeStrings[Int($0)] }))
    (store[.aliases], store[.owners]) = AliasTable.encode(
      sorted.aliases.map { aliases in GraphContent.sorted(aliases).map { ($0.name, strings[$0.rule]) } })
    store[.predicates] = EncodedSection(PredicateTable.encode(content.predicates, strings))
    let facts = StatementKind(.affirmed, .certain, isAttributed: false)
    encode(
      triples.edges, sorted.predicates.indices.map { Symbol(predicate: $0, kind: facts) }, sources: [],
      entities: sorted.types.count, &store)
    store[.evidence] = EvidenceTable.Encoder.withoutRows
    encode([], strings, &store)
    store[.decisions] = EncodedSection(DecisionList.encode([]))
    return store.finished()
  }
}
