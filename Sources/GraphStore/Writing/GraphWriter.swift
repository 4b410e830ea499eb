public import Bytes
internal import ExternalSort
public import GraphModel

/// Writes stores. The same content gives the same bytes, whatever the order of its rows.
///
///     try GraphWriter.write(content, to: "news.tercet")
///     let graph = try GraphFile(bytes: GraphWriter.bytes(of: content))
///     print(graph.edgeCount)
public enum GraphWriter {
  /// The bytes of the store of `content`.
  ///
  /// - Throws: ``StoreError/content(_:)`` when a reference or range in `content` points nowhere, two documents of one
  ///   id differ, or a table has over 2³² rows.
  /// - Complexity: O(*n* log *n*); the result is held in memory.
  public static func bytes(of content: GraphContent) throws(StoreError) -> [UInt8] {
    try encode(content).bytes
  }

  private static func store(of content: GraphContent) throws -> EncodedStore {
    let content = try content.normalizedForStore()
    let edges = EdgeTable(content)
    let strings = try StringTable(content)
    var documents = DocumentTable.Encoder()
    for document in content.documents {
      documents.append(
        id: Array(document.id.utf8)[...], title: UInt32(strings.optional(document.title)),
        date: UInt32(strings.optional(document.date)), source: UInt32(strings.optional(document.source)),
        sentences: document.sentences.count, length: document.text.count)
    }
    let counts = StoreCounts(
      entities: content.entities.count, predicates: content.predicates.count, edges: edges.rows.count,
      documents: content.documents.count, evidence: content.statements.count { $0.evidence != nil },
      sentences: documents.sentenceCount, strings: strings.count)
    var store = StoreAssembly()
    try encode(counts, strings, &store)
    store[.names] = StringList.encode(content.entities.map(\.name), order: .folded)
    store[.types] = EncodedSection(EntityTypeTable.encode(content.entities.map { strings[$0.type] }))
    (store[.aliases], store[.owners]) = try aliases(content.entities, strings)
    store[.predicates] = EncodedSection(PredicateTable.encode(content.predicates, strings))
    encode(edges, entities: counts.entities, &store)
    store[.evidence] = try evidence(content, edges, strings, firstSentence: documents.firstSentence)
    try encode(
      &documents, sentences: { content.documents[$0].sentences },
      texts: { body in for document in content.documents { try body(document.text) } }, into: SectionOutput(), &store)
    var stories = StoryTable.Encoder()
    for document in content.documents { stories.append(sketch: WordShingles(document.text).sketch) }
    store[.stories] = try stories.section(sortingBy: KeySorter(folder: "", memory: .max)) { number in
      StoryText(content.documents[number].text, date: content.documents[number].date)
    }
    store[.decisions] = DecisionList.section(content.decisions)
    return try store.finished()
  }

  private static func aliases(
    _ entities: [GraphContent.Entity], _ strings: StringTable
  ) throws(StoreError) -> (names: EncodedSection, owners: EncodedSection) {
    let rules = Set(entities.flatMap { $0.aliases.map { strings[$0.rule] } }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    var encoder = AliasTable.Encoder()
    do throws(BytesError) {
      for (number, entity) in entities.enumerated() {
        for alias in entity.aliases {
          try encoder.add(Array(alias.name.utf8)[...], of: number, rule: numbers[strings[alias.rule], default: 0])
        }
      }
    } catch {
      throw StoreError(error)
    }
    return try encoder.finished(entities: entities.count, rules: rules)
  }

  /// - Throws: when a table has more rows than can be numbered.
  static func encode(_ counts: StoreCounts, _ strings: StringTable, _ store: inout StoreAssembly) throws(StoreError) {
    let largest = [counts.entities, counts.edges, counts.evidence, counts.sentences, counts.strings].max() ?? 0
    guard largest < Int(UInt32.max) - 1 else { throw .content(.invalidContent(detail: "a table has over 2³² rows")) }
    store[.counts] = EncodedSection(counts.encoded)
    store[.strings] = strings.encoded()
  }

  /// The sections of documents and texts.
  ///
  /// - Parameters:
  ///   - sentences: as ``DocumentTable/Encoder/encodedSentences(_:)`` takes them.
  ///   - output: gets the texts.
  static func encode(
    _ documents: inout DocumentTable.Encoder, sentences: (Int) throws -> [Range<UInt32>], texts: TextBlocks.Texts,
    into output: consuming SectionOutput, _ store: inout StoreAssembly
  ) throws {
    store[.documentIDs] = documents.encodedIDs()
    store[.documents] = EncodedSection(documents.encodedDocuments())
    store[.sentences] = EncodedSection(try documents.encodedSentences(sentences))
    store[.text] = try TextBlocks.encode(length: documents.length, into: output, texts: texts)
  }

  static func encode(_ edges: EdgeColumns, _ symbols: [Symbol], entities: Int, _ store: inout StoreAssembly) {
    let (forward, reverse) = EdgeLists.encode(edges, entities: entities)
    store[.symbols] = EncodedSection(SymbolTable.encode(symbols, SymbolTable.sizes(edges, symbols: symbols.count)))
    store[.forward] = EncodedSection(forward)
    store[.reverse] = EncodedSection(reverse)
    store[.sources] = EncodedSection(SourceTable.encode(edges.attributions))
  }

  /// Writes the store of `content` to `path`: it appears whole, or what was there stays.
  ///
  /// - Parameter replaced: what may be replaced.
  /// - Throws: as ``bytes(of:)`` and ``EncodedStore/write(to:inPlaceOf:)``.
  /// - Complexity: O(*n* log *n*); the store is held in memory.
  public static func write(
    _ content: GraphContent, to path: String, inPlaceOf replaced: ReplacedFile = .anything
  ) throws(StoreError) {
    try encode(content).write(to: path, inPlaceOf: replaced)
  }

  /// The store of `content`, ready to be written.
  ///
  /// - Throws: as ``bytes(of:)``.
  /// - Complexity: O(*n* log *n*).
  public static func encode(_ content: GraphContent) throws(StoreError) -> EncodedStore {
    do {
      return try store(of: content)
    } catch {
      throw StoreError(wrapping: error)
    }
  }

  private static func encode(_ edges: EdgeTable, entities: Int, _ store: inout StoreAssembly) {
    let symbols = Set(edges.rows.map(\.symbol)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: symbols.enumerated().map { ($1, UInt32($0)) })
    var columns = EdgeColumns()
    for row in edges.rows {
      columns.append(
        subject: UInt32(row.key.subject), symbol: numbers[row.symbol, default: 0], object: UInt32(row.key.object),
        source: row.key.source.map { UInt32($0) })
    }
    encode(columns, symbols, entities: entities, &store)
  }
}
