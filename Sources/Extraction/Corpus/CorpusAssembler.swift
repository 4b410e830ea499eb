public import Bytes
import ExternalSort
public import GraphModel
import Language

/// Joins what documents say to one graph: entities over documents, relations by signature. What does not fit into the
/// memory that it is given goes to the disk, and the graph is handed on in parts.
///
/// The result depends on the set of documents, not on their order, the memory, or how they were handed over.
public final class CorpusAssembler {
  /// Parts have so many statements, about.
  private static let statementsOfPart = 20_000

  private let mapper: RelationMapper
  private let lexicon: Lexicon
  private let storage: CorpusStorage
  private var catalog: EntityCatalog
  private var documents: ExtractionList

  /// - Parameter catalog: without entities.
  init(catalog: EntityCatalog, mapper: RelationMapper, lexicon: Lexicon, storage: CorpusStorage?) {
    self.catalog = catalog
    self.mapper = mapper
    self.lexicon = lexicon
    self.storage = storage ?? .inMemory
    documents = storage.map { .stored($0.log()) } ?? .held([])
  }

  /// How many documents were added.
  public var count: Int { documents.count }

  /// Adds what one document says, whose id no other has.
  ///
  /// - Throws: when the disk is full.
  /// - Complexity: O(size of the extraction).
  public func add(_ extraction: DocumentExtraction) throws(BytesError) {
    _ = catalog.add(extraction.names, document: extraction.metadata.id)
    try documents.append(extraction)
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
    try documents.forEach { ticket, extraction in
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
      if storage.memory != .max, assembler.content.statements.count >= Self.statementsOfPart {
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
      guard storage.memory != .max, assembler.content.entities.count >= Self.statementsOfPart else { return }
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
    let resolved = catalog.resolve()
    var namer = EntityNamer(
      resolved, unknownType: catalog.types.names[catalog.types.unknown], storage)
    var phraseNamer = PhraseNamer(storage)
    var owners = NameOwners(storage)
    var offices = OfficeHolders(lexicon: lexicon)
    try documents.forEach { ticket, extraction in
      try namer.add(extraction.names, ticket)
      let list = PhraseList(extraction)
      try phraseNamer.add(list, extraction.wordings, ticket)
      try owners.add(list, ticket)
      offices.add(extraction, roots: resolved.roots(of: extraction.names, ticket))
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
