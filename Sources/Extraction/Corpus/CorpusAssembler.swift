public import Bytes
import ExternalSort
public import GraphModel
import Language

/// Joins what documents say to one graph: entities over documents, relations by signature. What does not fit into the
/// memory that it is given goes to the disk, and the graph is handed on in parts.
///
/// The result depends on the set of documents, not on their order, the memory, or how they were handed over.
public final class CorpusAssembler {
  /// Parts have so many statements, about, and statement by statement take so many bytes.
  private static let mostStatements = 20_000
  private static let bytesOfStatement = 512

  private let mapper: RelationMapper
  private let lexicon: Lexicon
  private let storage: CorpusStorage
  private let statementsOfPart: Int
  /// Without entities.
  private let emptyCatalog: EntityCatalog
  private var documents: ExtractionList
  private var register = DocumentRegister()

  /// - Parameter catalog: without entities.
  init(catalog: EntityCatalog, mapper: RelationMapper, lexicon: Lexicon, storage: CorpusStorage?) {
    emptyCatalog = catalog
    self.mapper = mapper
    self.lexicon = lexicon
    self.storage = storage ?? .inMemory
    statementsOfPart = storage.map { max(16, min(Self.mostStatements, $0.memory / Self.bytesOfStatement)) } ?? .max
    documents = storage.map { .stored($0.log()) } ?? .held([])
  }

  /// How many documents were added, each text of a source once.
  public var count: Int { register.count }

  /// Adds what one document says. Of documents of one source with the very same text the one with the first id
  /// by bytes counts.
  ///
  /// - Throws: ``ContentError/conflictingDocuments(id:)`` when another text has its id; when the disk is full.
  /// - Complexity: O(size of the extraction).
  public func add(_ extraction: DocumentExtraction) throws {
    guard try register.add(extraction) else { return }
    try append(extraction)
  }

  /// Adds what one document says, whatever the ids and texts of others are.
  func append(_ extraction: DocumentExtraction) throws(BytesError) { try documents.append(extraction) }

  /// Writes what was added to a file of its own, for another run to join it.
  ///
  /// - Parameter maker: 16 bytes that tell by which program, schema and model it was made.
  /// - Throws: when the file cannot be written; it appears whole or not at all.
  /// - Complexity: O(size of all extractions).
  public func write(to path: String, maker: [UInt8], inPlaceOf replaced: ReplacedFile) throws(BytesError) {
    let (documents, register) = (documents, register)
    try AtomicFile.replace(path, inPlaceOf: replaced) { write throws(BytesError) in
      try write(ExtractionFile.head(maker: maker))
      var place = 0
      try documents.forEachRecord { record throws(BytesError) in
        if !register.dropped.contains(place) { try write(RecordFraming.record(record)) }
        place += 1
      }
      try write(ExtractionFile.end(count: register.count))
    }
  }

  /// Goes through what counts, each with a ticket.
  private func forEachDocument(_ body: (Int, DocumentExtraction) throws -> Void) throws {
    var ticket = 0
    try documents.forEach { place, extraction in
      if register.dropped.contains(place) { return }
      try body(ticket, extraction)
      ticket += 1
    }
  }

  /// What is known of who is who.
  private struct Resolution {
    var catalog: ResolvedCatalog
    /// By number of a named entity.
    var names: NameShelf
    var offices: OfficeHolders
    /// By document, what its descriptions are.
    var phrases: RecordLog
    /// Named entities and descriptions in the order of their numbers, and surnames by named entity.
    var entities: RecordLog
    var nodes: RecordLog
    var surnames: ByteSorter
  }

  /// Hands on the graph of all documents.
  ///
  /// - Parameter take: is given parts of the graph, each document whole in one of them; entities, predicates and
  ///   statements of several parts are one where they are the same.
  /// - Returns: by name of a relation how many statements have its words but not its types.
  /// - Throws: when the disk is full, and what `take` throws.
  /// - Complexity: O(*n* log *n*) in the size of all extractions.
  public func assemble(_ take: (GraphContent) throws -> Void) throws -> [String: Int] {
    let resolution = try resolve()
    var assembler = GraphAssembler(mapper: mapper, lexicon: lexicon)
    var phrases = try resolution.phrases.reader()
    var next = try phrases.next().map(PhraseNode.document)
    try forEachDocument { ticket, extraction in
      let list = PhraseList(extraction)
      var nodes: [PhraseNode] = []
      if let own = next, own.ticket == ticket {
        nodes = own.nodes
        next = try phrases.next().map(PhraseNode.document)
      }
      let roots = resolution.catalog.roots(of: extraction.names, ticket)
      let resolver = NodeResolver(
        catalog: resolution.catalog, names: resolution.names, offices: resolution.offices, roots: roots,
        list: list, phrases: nodes, document: extraction.metadata)
      assembler.add(extraction, names: resolver.named, resolve: resolver.node)
      if assembler.content.statements.count >= statementsOfPart {
        try take(assembler.takeContent())
      }
    }
    try addOtherNames(resolution, &assembler, take)
    try take(assembler.takeContent())
    return assembler.misfits
  }

  /// Adds the other names of all nodes of which something is said.
  private func addOtherNames(
    _ resolution: Resolution, _ assembler: inout GraphAssembler, _ take: (GraphContent) throws -> Void
  ) throws {
    func add(_ entity: GraphContent.Entity) throws {
      if entity.aliases.isEmpty { return }
      assembler.add(entity)
      guard assembler.content.entities.count >= statementsOfPart else { return }
      try take(assembler.takeContent())
    }
    for (log, identity) in [
      (resolution.entities, NodeIdentity.named), (resolution.nodes, NodeIdentity.phrase),
    ] as [(RecordLog, (Int) -> NodeIdentity)] {
      var reader = try log.reader()
      var number = 0
      while let record = try reader.next() {
        if assembler.used.contains(identity(number)) { try add(StoredEntity.entity(record)) }
        number += 1
      }
    }
    try resolution.surnames.drain { record in
      var reader = SortKeyReader(record)
      let root = Int(reader.number())
      guard assembler.used.contains(.named(root)) else { return }
      let surname = String(decoding: reader.rest, as: UTF8.self)
      try add(
        GraphContent.Entity(
          name: resolution.names[root], type: resolution.catalog.roots[root].type,
          aliases: [GraphContent.Alias(name: surname, rule: "surname")]))
    }
  }

  private func resolve() throws -> Resolution {
    var catalog = emptyCatalog
    try forEachDocument { _, extraction in
      _ = catalog.add(extraction.names, document: extraction.metadata.id)
    }
    let resolved = catalog.resolve()
    var namer = EntityNamer(
      resolved, unknownType: catalog.knowledge.types.names[catalog.knowledge.types.unknown], storage)
    var phraseNamer = PhraseNamer(storage)
    var owners = NameOwners(storage)
    var offices = OfficeHolders(lexicon: lexicon)
    try forEachDocument { ticket, extraction in
      let roots = resolved.roots(of: extraction.names, ticket)
      try namer.add(extraction.names, roots: roots, ticket)
      let list = PhraseList(extraction)
      try phraseNamer.add(list, extraction.wordings, ticket)
      try owners.add(list, ticket)
      offices.add(extraction, roots: roots)
    }
    var names = NameShelf()
    let (entities, nodes, surnames) = (storage.log(), storage.log(), storage.byteSorter())
    try namer.drain { root, entity in
      names.append(entity.name)
      try owners.add(entity, root)
      try entities.append(StoredEntity.bytes(of: entity))
    }
    // By document and description.
    let found = storage.byteSorter()
    var key = SortKey()
    try owners.drain { root, surname in
      key.removeAll()
      key.append(UInt32(root))
      key.append(rest: surname.utf8)
      try surnames.append(key.bytes)
    } phrase: { place, root in
      try found.append(PhraseNode.row(place, name: root, &key))
    }
    var number = 0
    try phraseNamer.drain { entity, places in
      try nodes.append(StoredEntity.bytes(of: entity))
      for place in places { try found.append(PhraseNode.row(place, node: number, entity, &key)) }
      number += 1
    }
    return Resolution(
      catalog: resolved, names: names, offices: offices, phrases: try PhraseNode.log(found, storage),
      entities: entities, nodes: nodes, surnames: surnames)
  }
}
