import Bytes
import GraphModel
import Language
import SchemaFiles

/// Joins the extractions of documents to one graph: entities across documents, relations by signature, one table each.
struct GraphAssembler {
  private var catalog: EntityCatalog
  private let mapper: RelationMapper
  private let lexicon: Lexicon
  private var content = GraphContent()
  private var entityNumbers: [String: Int] = [:]
  private var predicateNumbers: [String: Int] = [:]
  /// By name of a relation: statements with its words whose ends have other types than it allows; their predicates stay
  /// open.
  private(set) var misfits: [String: Int] = [:]

  /// - Parameter catalog: without entities.
  init(catalog: EntityCatalog, mapper: RelationMapper, lexicon: Lexicon) {
    self.catalog = catalog
    self.lexicon = lexicon
    self.mapper = mapper
  }

  /// - Parameter extractions: in the order of their ids.
  mutating func assemble(_ extractions: [DocumentExtraction]) -> GraphContent {
    let tickets = extractions.map { catalog.add($0.entities, document: $0.metadata.id) }
    let resolved = catalog.resolve()
    let phrases = PhraseTable(extractions)
    let named = Self.entitiesByName(resolved.entities)
    let offices = OfficeHolders(extractions, tickets: tickets, catalog: resolved, lexicon: lexicon)
    for (index, extraction) in extractions.enumerated() {
      let metadata = extraction.metadata
      content.documents.append(
        GraphContent.Document(
          id: metadata.id, title: Self.storable(metadata.title), date: Self.storable(metadata.date),
          source: Self.storable(metadata.source), text: extraction.source, sentences: extraction.sentences))
      for statement in extraction.statements {
        add(statement, document: index) { [ticket = tickets[index]] reference in
          switch reference {
          case .entity(let local): resolved.globalEntity(ticket, local).map { resolved.entities[$0] }
          case .phrase(let name, let key, _, let office):
            named[name] ?? office.flatMap { Self.holder(of: $0, called: name, ticket, offices, resolved) }
              ?? phrases.entity(key)
          }
        }
      }
    }
    return content
  }

  /// What a document says of itself, cut where a store does not keep it whole: one page must not spoil a graph.
  private static func storable(_ text: String?) -> String? {
    text.map { $0.utf8.count > GraphContent.longestString ? $0.shortened(to: 1_000) : $0 }
  }

  /// Who holds an office, with the words by which a document calls it as another name; nil when that is not known.
  private static func holder(
    of office: Office, called name: String, _ ticket: Int, _ offices: OfficeHolders, _ catalog: ResolvedCatalog
  ) -> GraphContent.Entity? {
    guard let owner = catalog.globalEntity(ticket, office.owner),
      let holder = offices.holder(of: office.title, at: owner)
    else { return nil }
    var entity = catalog.entities[holder]
    if !entity.aliases.contains(where: { $0.name == name }) {
      entity.aliases.append(GraphContent.Alias(name: name, rule: "office"))
      entity.aliases.sort { ($0.name, $0.rule) < ($1.name, $1.rule) }
    }
    return entity
  }

  /// The entity of every capitalized name that only one has: a phrase with these words is that entity, where the parse
  /// hid the name.
  private static func entitiesByName(_ entities: [GraphContent.Entity]) -> [String: GraphContent.Entity] {
    var found: [String: GraphContent.Entity] = [:]
    var shared = Set<String>()
    for entity in entities {
      for name in Set([entity.name] + entity.aliases.map(\.name)) where name.first?.isUppercase == true {
        if found.updateValue(entity, forKey: name) != nil { shared.insert(name) }
      }
    }
    for name in shared { found[name] = nil }
    return found
  }

  private mutating func add(
    _ statement: LocalStatement, document: Int, resolve: (NodeReference) -> GraphContent.Entity?
  ) {
    guard var subject = resolve(statement.subject), var object = resolve(statement.object) else { return }
    var bytes = (subject: statement.subjectBytes, object: statement.objectBytes)
    let match = mapper.match(
      statement.predicate.keys, subjectType: Self.type(subject, statement.subject),
      objectType: Self.type(object, statement.object))
    if match == nil, let relation = mapper.worded(by: statement.predicate.keys) {
      misfits[relation.name, default: 0] += 1
    }
    let predicate =
      match.map { match in
        GraphContent.Predicate(
          name: match.relation.label, relation: match.relation.name, inverse: match.relation.inverse,
          isSymmetric: match.relation.isSymmetric)
      } ?? GraphContent.Predicate(name: statement.predicate.name)
    // A symmetric relation is one edge, whichever end the text names first.
    let isBackwards = match?.relation.isSymmetric == true && (object.name, object.type) < (subject.name, subject.type)
    if match?.isReversed == true || isBackwards {
      swap(&subject, &object)
      bytes = (bytes.object, bytes.subject)
    }
    let subjectNumber = number(of: subject)
    let objectNumber = number(of: object)
    guard subjectNumber != objectNumber else { return }
    var row = GraphContent.Statement(
      subject: subjectNumber, predicate: number(of: predicate), object: objectNumber,
      evidence: GraphContent.Evidence(
        document: document, sentence: statement.sentence, subject: bytes.subject,
        predicate: statement.predicate.bytes, object: bytes.object,
        rules: statement.rules + (match == nil ? [] : ["schema"]), confidence: UInt8(clamping: statement.confidence),
        time: statement.time, place: statement.place, quantity: statement.quantity))
    row.polarity = statement.polarity
    row.modality = statement.modality
    row.attribution = statement.attribution.flatMap(resolve).map { number(of: $0) }
    content.statements.append(row)
  }

  /// The type that a signature may rely on; nil for a name that nothing in the text or the schema types.
  private static func type(_ entity: GraphContent.Entity, _ reference: NodeReference) -> String? {
    if case .entity = reference, entity.type == EntityTypes.unknown { return nil }
    return entity.type
  }

  private mutating func number(of entity: GraphContent.Entity) -> Int {
    let key = "\(entity.name)\u{0}\(entity.type)"
    if let known = entityNumbers[key] {
      // A description and a name with the same words are one node; it keeps all aliases.
      if content.entities[known].aliases != entity.aliases {
        let all = Set(content.entities[known].aliases + entity.aliases)
        content.entities[known].aliases = all.sorted { ($0.name, $0.rule) < ($1.name, $1.rule) }
      }
      return known
    }
    entityNumbers[key] = content.entities.count
    content.entities.append(entity)
    return content.entities.count - 1
  }

  private mutating func number(of predicate: GraphContent.Predicate) -> Int {
    if let known = predicateNumbers[predicate.name] {
      // The relation of the schema prevails over an open predicate with the words of its label.
      if predicate.relation != nil { content.predicates[known] = predicate }
      return known
    }
    predicateNumbers[predicate.name] = content.predicates.count
    content.predicates.append(predicate)
    return content.predicates.count - 1
  }
}
