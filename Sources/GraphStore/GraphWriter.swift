internal import Bytes

/// Writes stores. The same content gives the same bytes, whatever the order of its rows.
public enum GraphWriter {
  /// The bytes of the store of `content`.
  ///
  /// - Throws: when a reference or range in `content` points nowhere, or two documents of one id differ.
  /// - Complexity: O(*n* log *n*); the result is held in memory.
  public static func bytes(of content: GraphContent) throws(StoreError) -> [UInt8] {
    let content = try content.normalized()
    let edges = EdgeTable(content)
    let strings = StringTable(content)
    let sentences = content.documents.reduce(0) { $0 + $1.sentences.count }
    let counts = StoreCounts(
      entities: content.entities.count, predicates: content.predicates.count, edges: edges.rows.count,
      documents: content.documents.count, evidence: content.statements.count, sentences: sentences,
      strings: strings.strings.count)
    let largest = [counts.entities, counts.edges, counts.evidence, counts.sentences, counts.strings].max() ?? 0
    guard largest < Int(UInt32.max) - 1 else { throw .invalidContent(detail: "a table has over 2³² rows") }

    let encoded = StoreSection.allCases.map { section in
      switch section {
      case .counts: counts.encoded
      case .strings: list(strings.strings)
      case .names: list(content.entities.map(\.name))
      case .types: TypeTable.encode(content.entities.map { strings[$0.type] })
      case .aliases: AliasTable.encode(content.entities.map { $0.aliases.map { ($0.name, strings[$0.rule]) } })
      case .foldOrder: foldOrder(content)
      case .predicates: PredicateTable.encode(content.predicates, strings)
      case .forward: EdgeLists.encodeForward(edges, entities: counts.entities)
      case .reverse: EdgeLists.encodeReverse(edges, entities: counts.entities)
      case .qualifiers: QualifierTable.encode(edges)
      case .evidence: evidence(content, edges, strings)
      case .documents: DocumentTable.encodeDocuments(content.documents, strings)
      case .sentences: DocumentTable.encodeSentences(content.documents)
      case .text: TextBlocks.encode(content.documents.map(\.text))
      }
    }
    var writer = ContainerWriter(magic: GraphFile.magic, version: GraphFile.version)
    for (section, bytes) in zip(StoreSection.allCases, encoded) { writer.add(section.rawValue, bytes) }
    writer.add(StoreSections.pageTable, StoreSections.encodePages(encoded))
    return writer.finished(id: id(encoded, texts: content.documents.map(\.text)))
  }

  /// Writes the store of `content` to `path`: it appears whole, or what was there stays.
  ///
  /// - Throws: also when the file cannot be written.
  public static func write(_ content: GraphContent, to path: String) throws(StoreError) {
    let bytes = try bytes(of: content)
    do {
      try AtomicFile.replace(path, with: bytes)
    } catch {
      throw StoreError(error)
    }
  }

  /// The hash of everything but the packed texts, and of the texts as they are: compressors may differ, the id does not.
  private static func id(_ sections: [[UInt8]], texts: [[UInt8]]) -> [UInt8] {
    var hash = SHA256()
    for (section, bytes) in zip(StoreSection.allCases, sections) where section != .text { hash.update(bytes) }
    for text in texts { hash.update(text) }
    return Array(hash.digest().prefix(16))
  }

  private static func list(_ strings: [String]) -> [UInt8] {
    var writer = ByteWriter()
    StringList.encode(strings, into: &writer)
    return writer.bytes
  }

  /// Numbers of all names, those of entities first and those of aliases behind, in the order of their lower-case forms.
  private static func foldOrder(_ content: GraphContent) -> [UInt8] {
    let aliases = Set(content.entities.flatMap { $0.aliases.map { ByteString($0.name) } }).sorted()
    let folded = (content.entities.map(\.name) + aliases.map(\.string)).map { caseFolded(Array($0.utf8)) }
    let order = folded.indices.sorted {
      let order = byteOrder(folded[$0], folded[$1])
      return order != 0 ? order < 0 : $0 < $1
    }
    var writer = ByteWriter()
    PackedArray.encode(order.map(UInt64.init), into: &writer)
    return writer.bytes
  }

  private static func evidence(_ content: GraphContent, _ edges: EdgeTable, _ strings: StringTable) -> [UInt8] {
    let firstSentence = DocumentTable.sums(content.documents.map(\.sentences.count))
    var encoder = EvidenceColumns.Encoder()
    for statement in content.statements {
      let evidence = statement.evidence
      let base = content.documents[evidence.document].sentences[evidence.sentence].lowerBound
      let ranges = [evidence.subject, evidence.predicate, evidence.object]
      let spans = ranges.flatMap { [UInt64($0.lowerBound &- base), UInt64($0.upperBound - $0.lowerBound)] }
      let rules = encoder.ruleSet(evidence.rules.map { strings[$0] })
      encoder.append(
        [UInt64(firstSentence[evidence.document] + evidence.sentence)] + spans
          + [rules, UInt64(evidence.confidence)]
          + [strings.optional(evidence.time), strings.optional(evidence.place), strings.optional(evidence.quantity)])
    }
    return encoder.encoded(firstRow: edges.rows.map(\.statements.lowerBound) + [content.statements.count])
  }
}
