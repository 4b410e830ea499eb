public import GraphModel
public import Language
public import SchemaFiles
internal import TreePatterns

/// From analyzed documents to a graph.
///
/// `extract` works on one document and may run on many threads; `assemble` joins the results, whose order does not
/// matter.
public struct Extractor: Sendable {
  private let coreferencer: Coreferencer
  /// Without entities; each graph begins with it, for compiling the schema takes longer than a short document.
  private let catalog: EntityCatalog
  private let proposer: Proposer
  let repair: TreeRepair
  private let types: EntityTypes
  private let mapper: RelationMapper

  /// Compiles the schema's tables.
  ///
  /// - Parameter disabledRules: names of rules over trees that are left out.
  public init(schema: Schema, disabledRules: Set<String> = []) {
    coreferencer = Coreferencer(schema: schema)
    catalog = EntityCatalog(schema: schema, lexicon: coreferencer.lexicon)
    proposer = Proposer(schema: schema)
    types = EntityTypes(schema: schema)
    repair = TreeRepair(schema: schema, types: types, disabled: disabledRules)
    mapper = RelationMapper(schema: schema, wordings: proposer.wordings, types: types)
  }

  /// What an analyzed document says; empty for a document without sentences.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func extract(_ analyzed: Document) -> DocumentExtraction {
    var document = analyzed
    let mended = MendedWords(repair.repair(&document), by: repair)
    let entities = coreferencer.resolve(document)
    let propositions = proposer.propositions(in: document, entities: entities)
    let nodes = nodes(of: document, entities)
    let statements = propositions.compactMap { statement($0, nodes, mended, in: document) }
    return DocumentExtraction(
      metadata: document.metadata, source: document.source, sentences: document.sentences.map(\.bytes),
      entities: entities, statements: statements)
  }

  /// The document with its trees mended, who is who in it, and what it says.
  package func propositions(
    in analyzed: Document
  ) -> (document: Document, entities: DocumentEntities, propositions: [Proposition]) {
    var document = analyzed
    _ = repair.repair(&document)
    let entities = coreferencer.resolve(document)
    return (document, entities, proposer.propositions(in: document, entities: entities))
  }

  /// What new documents say, with the names that `graph`, made without them, has for their entities.
  ///
  /// - Complexity: O(*n* log *m*) for *n* entities and a graph of *m*.
  public func assemble(_ extractions: [DocumentExtraction], linkedTo graph: some GraphView) -> GraphContent {
    EntityLinker(types: types).link(assemble(extractions), to: graph)
  }

  /// The verbs and role nouns of an analyzed document that are in none of its statements, in text order, with the
  /// reason.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func unused(_ analyzed: Document) -> [UnusedPredicate] {
    let (document, entities, propositions) = propositions(in: analyzed)
    let nodes = nodes(of: document, entities)
    let told = propositions.filter { statement($0, nodes, .init([], by: repair), in: document) != nil }.flatMap {
      [$0.predicate.bytes, $0.subject.bytes, $0.object.bytes]
    }
    return UnusedPredicateFinder(
      document: document, entities: entities, lexicon: proposer.lexicon, wordings: proposer.wordings, nodes: nodes
    ).unused(told: told)
  }

  /// Who and what an analyzed document speaks of, in text order: names, descriptions, and pronouns that refer to one of
  /// them.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func mentions(_ analyzed: Document) -> [EntityMention] {
    var document = analyzed
    _ = repair.repair(&document)
    let entities = coreferencer.resolve(document)
    let reader = EntityMentionReader(document: document, entities: entities, types: types)
    return reader.mentions()
  }

  /// What an analyzed document says in its own words.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func openFacts(_ analyzed: Document, style: WordingStyle) -> [OpenFact] {
    var document = analyzed
    _ = repair.repair(&document)
    var reader = OpenFactReader(document: document, lexicon: proposer.lexicon, style: style)
    return reader.read()
  }

  private func nodes(of document: Document, _ entities: DocumentEntities) -> NodeReader {
    NodeReader(
      document: document, entities: entities,
      phrases: PhraseReader(document: document, tree: DependencyTree(document), lexicon: proposer.lexicon),
      types: types, wordings: proposer.wordings)
  }

  /// Nil when an argument refers to nothing known, or to the other one.
  private func statement(
    _ proposition: Proposition, _ nodes: NodeReader, _ mended: MendedWords, in document: Document
  ) -> LocalStatement? {
    guard let subject = nodes.node(of: proposition.subject), let object = nodes.node(of: proposition.object),
      subject.reference != object.reference
    else { return nil }
    let attribution = proposition.qualifiers.attribution.flatMap { nodes.node(at: $0)?.reference }
    let isHearsay = proposition.qualifiers.attribution != nil && attribution == nil
    return LocalStatement(
      subject: subject.reference, object: object.reference,
      attribution: attribution, predicate: proposition.predicate, polarity: proposition.qualifiers.polarity,
      modality: isHearsay && proposition.qualifiers.modality == .certain ? .possible : proposition.qualifiers.modality,
      sentence: proposition.sentence, subjectBytes: subject.bytes, objectBytes: object.bytes,
      rules: proposition.rules.map(\.rawValue) + mended.names(of: proposition.words),
      confidence: proposition.confidence, time: proposition.qualifiers.time,
      place: proposition.qualifiers.place, quantity: proposition.qualifiers.quantity)
  }

  /// The graph of several documents; the same for any order of them.
  public func assemble(_ extractions: [DocumentExtraction]) -> GraphContent { assembleCounting(extractions).content }

  /// The graph of several documents, and by name of a relation how many statements have its words but not its types.
  public func assembleCounting(_ extractions: [DocumentExtraction]) -> (content: GraphContent, misfits: [String: Int]) {
    let ordered = extractions.sorted { $0.metadata.id.utf8.lexicographicallyPrecedes($1.metadata.id.utf8) }
    var assembler = GraphAssembler(catalog: catalog, mapper: mapper, lexicon: proposer.lexicon)
    let content = assembler.assemble(ordered)
    return (content, assembler.misfits)
  }
}
