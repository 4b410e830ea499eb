public import GraphModel
public import Language
public import SchemaFiles
internal import TreePatterns

/// From analyzed documents to a graph.
///
/// `extract` works on one document and may run on many threads; `assemble` joins the results, whose order does not
/// matter.
public struct Extractor: Sendable {
  let coreferencer: Coreferencer
  /// Without entities; each graph begins with it, for compiling the schema takes longer than a short document.
  private let catalog: EntityCatalog
  let eventFinder: EventFinder
  let repair: TreeRepair
  private let furniture: Furniture
  private let types: EntityTypes
  private let mapper: RelationMapper
  private let register: NameRegister

  /// Compiles the schema's tables.
  ///
  /// - Parameters:
  ///   - names: what is known of names beside the schema; nil for nothing.
  ///   - register: who and what is called how by those who read the documents.
  ///   - disabledRules: names of rules over trees that are left out.
  public init(
    schema: Schema, names: NameIndex? = nil, register: NameRegister = NameRegister([]), disabledRules: Set<String> = []
  ) {
    self.register = register
    coreferencer = Coreferencer(schema: schema, names: names)
    catalog = EntityCatalog(schema: schema, lexicon: coreferencer.lexicon)
    eventFinder = EventFinder(schema: schema, disabledRules: disabledRules)
    types = eventFinder.types
    repair = TreeRepair(eventFinder.rules)
    furniture = Furniture(schema: schema)
    mapper = RelationMapper(schema: schema, wordings: eventFinder.wordings, types: types)
  }

  /// What an analyzed document says; empty for a document without sentences.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func extract(_ analyzed: Document) -> DocumentExtraction {
    let (reading, mended, entities, events) = read(analyzed)
    return extraction(of: events, mended, nodes(of: reading, entities))
  }

  /// What an analyzed document says, and who and what it speaks of, in text order: names, descriptions, and pronouns
  /// that refer to one of them; of each entity one mention at least.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func extractWithMentions(
    _ analyzed: Document
  ) -> (extraction: DocumentExtraction, mentions: [EntityMention]) {
    let (reading, mended, entities, events) = read(analyzed)
    let nodes = nodes(of: reading, entities)
    let reader = EntityMentionReader(reading, entities: entities, types: types, nodes: nodes)
    return (extraction(of: events, mended, nodes), reader.mentions())
  }

  private func extraction(of events: [Event], _ mended: MendedWords, _ nodes: NodeReader) -> DocumentExtraction {
    let (document, entities) = (nodes.reading.document, nodes.entities)
    let told = events.compactMap { event in localEvent(event, nodes, mended).map { (heads: event.heads, event: $0) } }
    let localEvents = told.map(\.event)
    let heads = told.flatMap(\.heads)
    return DocumentExtraction(
      metadata: document.metadata, source: document.source, sentences: document.sentences.map(\.bytes),
      names: entities.named + nodes.named(localEvents.flatMap(\.references)), events: localEvents,
      links: links(of: heads, localEvents, nodes),
      wordings: nodes.otherWordings(of: heads))
  }

  /// The names in the descriptions of what `events` tell of, and those of which they tell nothing.
  private func links(of heads: [Int], _ events: [LocalEvent], _ nodes: NodeReader) -> [LocalLink] {
    let references = Set(events.flatMap(\.references))
    let named = references.compactMap { reference -> Int? in
      guard case .entity(let number) = reference else { return nil }
      return number
    }
    let reader = LinkReader(
      reading: nodes.reading, entities: nodes.entities, nodes: nodes, phrases: nodes.phrases)
    return reader.links(of: heads, told: Set(named)).filter { link in link.node.map(references.contains) ?? true }
  }

  /// The document with its trees mended, who is who in it, and what it says.
  package func events(
    in analyzed: Document
  ) -> (document: Document, entities: DocumentEntities, events: [Event]) {
    let (reading, _, entities, events) = read(analyzed)
    return (reading.document, entities, events)
  }

  private func read(
    _ analyzed: Document
  ) -> (reading: Reading, mended: MendedWords, entities: DocumentEntities, events: [Event]) {
    var document = analyzed
    let furniture = self.furniture.clear(&document)
    let mended = MendedWords(repair.repair(&document), by: repair)
    if document.metadata.date == nil {
      document.metadata.date = Dateline.date(
        of: document, eventFinder.normalizer, publishing: eventFinder.lexicon.publishingWords)
    }
    let reading = Reading(document, furniture: furniture)
    var entities = coreferencer.resolve(reading)
    register.apply(to: &entities, date: document.metadata.date, coreferencer.lexicon.types)
    return (reading, mended, entities, eventFinder.events(in: reading, entities: entities))
  }

  private func reading(_ analyzed: Document) -> Reading {
    var document = analyzed
    let furniture = self.furniture.clear(&document)
    repair.repair(&document)
    return Reading(document, furniture: furniture)
  }

  /// What new documents say, with the names that `graph`, made without them, has for their entities.
  ///
  /// - Complexity: O(*n* log *m*) for *n* entities and a graph of *m*.
  public func link(_ content: GraphContent, to graph: some GraphView) -> GraphContent {
    EntityLinker(types: types).link(content, to: graph)
  }

  /// The verbs and role nouns of an analyzed document that are in none of its statements, and the arguments that
  /// statements of their verbs lack, in text order, with the reason.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func unused(_ analyzed: Document) -> [UnusedPredicate] {
    let (reading, mended, entities, events) = read(analyzed)
    let nodes = nodes(of: reading, entities)
    let told = events.filter { localEvent($0, nodes, mended) != nil }.flatMap { event in
      [event.predicate.bytes, event.subject.bytes] + event.adjuncts + (event.object.map { [$0.bytes] } ?? [])
        + event.roles.flatMap { [$0.bytes, $0.filler.bytes] }
    }
    return UnusedPredicateFinder(
      reading: reading, entities: entities, lexicon: eventFinder.lexicon, wordings: eventFinder.wordings, nodes: nodes
    ).unused(told: told)
  }

  /// What an analyzed document says in its own words.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func openFacts(_ analyzed: Document, style: WordingStyle) -> [OpenFact] {
    var reader = OpenFactReader(reading(analyzed), lexicon: eventFinder.lexicon, style: style)
    return reader.read()
  }

  private func nodes(of reading: Reading, _ entities: DocumentEntities) -> NodeReader {
    NodeReader(
      reading, entities: entities, phrases: PhraseReader(reading, lexicon: eventFinder.lexicon),
      types: types, wordings: eventFinder.wordings)
  }

  /// Nil when the subject or the object refers to nothing known, or each to the other, and no role tells anything.
  private func localEvent(_ event: Event, _ nodes: NodeReader, _ mended: MendedWords) -> LocalEvent? {
    guard let subject = nodes.node(of: event.subject) else { return nil }
    var object = event.object.flatMap { nodes.node(of: $0) }
    var predicate = event.predicate
    if predicate.name == "be", let whole = event.object,
      nodes.isOneOfSeveral(subject.reference, at: event.subject.head, whole.head)
    {
      predicate.name += " one of"
    }
    if let described = event.object, event.predicate.isIdentity, object?.reference == subject.reference {
      // `Nora Holm, a lawyer, …`: she is the lawyer, and a lawyer is what she is.
      object = nodes.description(at: described.head)
    }
    if let described = event.object, event.predicate.name == "be",
      nodes.isOneOf(subject.reference, at: event.subject.head, described.head)
    {
      object = nodes.description(at: described.head, asOne: true) ?? object
    }
    if event.object != nil, object == nil || object?.reference == subject.reference { return nil }
    let roles = event.roles.compactMap { role -> LocalEvent.Role? in
      guard let filler = nodes.node(of: role.filler), filler.reference != subject.reference,
        filler.reference != object?.reference
      else { return nil }
      return LocalEvent.Role(
        name: role.name, filler: filler.reference, keys: role.keys, includesObject: role.includesObject,
        predicateBytes: role.bytes, bytes: filler.bytes, quantity: role.filler.quantity)
    }
    // A role that is nobody known leaves nothing to tell of `met with them`.
    if event.object == nil, roles.isEmpty, !event.roles.isEmpty { return nil }
    let qualifiers = event.qualifiers
    let attribution = qualifiers.attribution.flatMap { nodes.node(at: $0)?.reference }
    let isHearsay = qualifiers.attribution != nil && attribution == nil
    let end = event.predicate.bytes.upperBound
    return LocalEvent(
      subject: subject.reference, predicate: predicate, object: object?.reference, roles: roles,
      isLight: event.isLight, attribution: attribution, office: event.office, adjuncts: event.adjuncts,
      polarity: qualifiers.polarity,
      modality: isHearsay && qualifiers.modality == .certain ? .possible : qualifiers.modality,
      sentence: event.sentence, subjectBytes: subject.bytes, objectBytes: object?.bytes ?? end..<end,
      rules: [event.phraseRule].compactMap { $0 } + event.rules.map(\.rawValue)
        + [
          event.tenure?.rawValue, event.isLesserOffice ? TenureMark.lesserOffice : nil,
          event.isSoleOffice ? TenureMark.soleOffice : nil,
          event.otherOffice.map { TenureMark.otherName + $0 }, subject.reference.leader?.rule,
          object?.reference.leader?.rule,
        ]
        .compactMap { $0 }
        + mended.names(of: event.words),
      confidence: event.confidence,
      time: qualifiers.time, place: qualifiers.place, quantity: event.object?.quantity)
  }

  /// Joins what documents say in bounded memory.
  ///
  /// - Parameters:
  ///   - folder: where the disk is used.
  ///   - memory: bytes that its lists may take.
  public func assembler(folder: String, memory: Int) -> CorpusAssembler {
    // It has ten lists, of which not all are large at one time.
    assembler(CorpusStorage(folder: folder, memory: memory / 8))
  }

  private func assembler(_ storage: CorpusStorage?) -> CorpusAssembler {
    CorpusAssembler(catalog: catalog, mapper: mapper, lexicon: eventFinder.lexicon, storage: storage)
  }

  /// The graph of several documents; the same for any order of them.
  /// Events without object and roles (`Merz resigned`) are statements about ``GraphContent/Entity/nothing``.
  public func assemble(_ extractions: [DocumentExtraction]) -> GraphContent {
    let assembler = assembler(nil)
    var content = GraphContent()
    do {
      for extraction in extractions.sorted(by: { $0.metadata.id.utf8.lexicographicallyPrecedes($1.metadata.id.utf8) }) {
        try assembler.append(extraction)
      }
      _ = try assembler.assemble { content = $0 }
    } catch {
      preconditionFailure("nothing is on the disk: \(error)")
    }
    return content
  }
}
