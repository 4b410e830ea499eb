internal import Bytes
internal import ExternalSort
internal import GraphModel

extension GraphWriter {
  /// The store of graphs that went to the disk: the very bytes of that of their union.
  ///
  /// - Throws: ``StoreError/content(_:)`` when a table has over 2³² rows; ``StoreError/file(_:)`` when the disk is
  ///   full.
  /// - Complexity: O(*n* log *n*). Texts and blocks of evidence stay on the disk; the other sections are held in
  ///   memory.
  public static func encode(_ content: SpilledContent) throws(StoreError) -> EncodedStore {
    do {
      return try store(of: content)
    } catch {
      throw StoreError(wrapping: error)
    }
  }

  private static func store(of content: SpilledContent) throws -> EncodedStore {
    try content.endPart()
    try content.documents.flush()
    var store = StoreAssembly()
    let symbols = content.table.symbolOrder(unused: true)
    let predicates = symbols.predicates.map(content.table.predicate)
    let strings = try strings(of: content, predicates)
    let order = content.documents.order()
    var documents = content.documents.encoder(order, strings: strings.ranks)
    let (rows, entities) = try sort(content, symbols.places, documents: order.inverse, strings, predicates, &store)
    let statements = try SortedStatements(
      rows, symbols: symbols.symbols, marks: strings.tenureMarks, firstSentence: documents.firstSentence,
      sortingBy: content.sorter(), folder: content.folder)
    let edges = try EdgeLists.encode(
      statements.edges, entities: entities, symbols: symbols.symbols.count, sortingBy: content.sorter())
    encode(edges, symbols.symbols, &store)
    let counts = StoreCounts(
      entities: entities, predicates: predicates.count, edges: edges.edges, documents: content.documents.count,
      evidence: statements.statistics.rows, sentences: documents.sentenceCount, strings: strings.count)
    try encode(counts, strings, &store)
    store[.evidence] = try EvidenceTable.Encoder(statements.statistics, sentences: documents.sentenceCount)
      .encoded(statements.starts(), into: SectionOutput(folder: content.folder), statements.forEach)
    try encode(
      &documents, sentences: { try content.documents.sentences(of: order[$0]) },
      texts: { body in for document in order { try body(try content.documents.text(of: document)) } },
      into: SectionOutput(folder: content.folder), &store)
    store[.stories] = try content.documents.stories(order).section(sortingBy: content.sorter()) { number in
      try content.documents.story(of: order[number], strings: content.strings)
    }
    store[.decisions] = DecisionList.section(NamingDecision.sorted(content.decisions))
    return try store.finished()
  }

  private static func strings(
    of content: SpilledContent, _ predicates: [GraphContent.Predicate]
  ) throws(ContentError) -> StringTable {
    var strings = content.strings
    for string in content.table.typeNames + content.table.ruleOrder().rules { try strings.add(string) }
    for predicate in predicates { try strings.add(predicate) }
    return StringTable(strings)
  }

  /// Writes all that is about names, and gives the statements their numbers in the store.
  ///
  /// - Returns: the statements, and how many entities there are.
  private static func sort(
    _ content: SpilledContent, _ symbols: [UInt32], documents: [UInt32], _ strings: StringTable,
    _ predicates: [GraphContent.Predicate], _ store: inout StoreAssembly
  ) throws -> (rows: ByteSorter, entities: Int) {
    let names = try content.names.merged(content.table)
    store[.names] = names.list
    try encode(
      types: names.types, typeNames: content.table.typeNames,
      aliases: (names.aliases, content.table.ruleOrder().rules), predicates: predicates, strings, &store)
    let rows = ByteSorter(folder: content.folder, memory: content.memory / 2)
    var row = RowKeyWriter()
    try names.forEachPart { part, entities in
      try content.forEachRow(ofPart: part) { statement in
        row.removeAll()
        statement.renumbered(entities: entities, symbols: symbols, documents: documents, strings: strings.ranks)
          .append(to: &row)
        try rows.append(row.bytes)
      }
    }
    return (rows, names.types.count)
  }
}

extension SpilledContent {
  /// An empty sorter in the same folder.
  fileprivate func sorter() -> KeySorter { KeySorter(folder: folder, memory: memory / 4) }
}
