import Bytes
import GraphModel
import Language
import SchemaFiles

/// Makes the statements of documents rows of a graph: relations by signature, one table each.
struct GraphAssembler {
  /// A node of which it is known who it is over all documents.
  struct Node {
    var entity: GraphContent.Entity
    var identity: NodeIdentity

    static let nothing = Node(entity: .nothing, identity: .nothing)
  }

  private let mapper: RelationMapper
  private let lexicon: Lexicon
  /// What was made since ``takeContent()`` was last called.
  private(set) var content = GraphContent()
  private var entityNumbers: [String: Int] = [:]
  private var predicateNumbers: [String: Int] = [:]
  /// The nodes of which a row was made.
  private(set) var used = UsedNodes()
  /// By name of a relation: statements with its words whose ends have other types than it allows; their predicates stay
  /// open.
  private(set) var misfits: [String: Int] = [:]

  init(mapper: RelationMapper, lexicon: Lexicon) {
    self.lexicon = lexicon
    self.mapper = mapper
  }

  /// Adds a document with its statements.
  ///
  /// - Parameters:
  ///   - resolve: the node of an argument, nil where it is nobody known. The second value tells whether it is an
  ///     argument that says what somebody is, and not who.
  ///   - names: the node of a named entity by its number in the document.
  mutating func add(
    _ extraction: DocumentExtraction, names: (Int) -> Node?, resolve: (NodeReference, Bool) -> Node?
  ) {
    let metadata = extraction.metadata
    let document = content.documents.count
    content.documents.append(
      GraphContent.Document(
        id: metadata.id, title: Self.storable(metadata.title), date: Self.storable(metadata.date),
        source: Self.storable(metadata.source), text: extraction.source, sentences: extraction.sentences))
    var (sentence, number) = (-1, 0)
    for event in extraction.events {
      number = event.sentence == sentence ? number + 1 : 0
      sentence = event.sentence
      // `Ida Berg, an Australian woman`: she is called so, and yet that is what she is.
      // `served as mayor of Bergen`: the office, and not who holds it.
      let classes =
        (event.predicate.isIdentity ? [event.object] : [])
        + event.roles.map { $0.name == "as" ? $0.filler : nil }
      add(event, number, document: document) { resolve($0, classes.contains($0)) }
    }
    add(extraction.links, document: document, names) { resolve($0, true) }
  }

  /// Adds the other names of nodes.
  mutating func add(_ entity: GraphContent.Entity) { _ = number(of: Node(entity: entity, identity: .nothing)) }

  /// What was made so far, which is forgotten here.
  mutating func takeContent() -> GraphContent {
    let taken = content
    content = GraphContent()
    entityNumbers = [:]
    predicateNumbers = [:]
    return taken
  }

  /// Adds what names stand in the descriptions of a document, and the names of which it says nothing.
  private mutating func add(
    _ links: [LocalLink], document: Int, _ names: (Int) -> Node?, _ phrase: (NodeReference) -> Node?
  ) {
    for link in links {
      guard let name = names(link.name) else { continue }
      var row = GraphContent.Statement(subject: 0, predicate: 0, object: 0, evidence: nil)
      row.evidence = GraphContent.Evidence(
        document: document, sentence: link.sentence, subject: link.nodeBytes, predicate: link.nameBytes,
        object: link.nameBytes, rules: [GraphContent.Evidence.linkRule], confidence: 99)
      switch link.node {
      case .phrase?:
        guard let node = link.node.flatMap(phrase) else { continue }
        row.subject = number(of: node)
        row.predicate = number(of: .link(link.preposition))
        row.object = number(of: name)
      default:
        row.subject = number(of: name)
        row.predicate = number(of: .mention)
        row.object = number(of: .nothing)
      }
      if row.subject != row.object { content.statements.append(row) }
    }
  }

  /// What a document says of itself, cut where a store does not keep it whole: one page must not spoil a graph.
  private static func storable(_ text: String?) -> String? {
    text.map { $0.utf8.count > GraphContent.longestString ? $0.shortened(to: 1_000) : $0 }
  }

  private mutating func add(
    _ event: LocalEvent, _ number: Int, document: Int, resolve: (NodeReference) -> Node?
  ) {
    guard let subject = resolve(event.subject).map({ Argument($0, event.subject, event.subjectBytes) }) else { return }
    let object = event.object.flatMap { reference in
      resolve(reference).map { Argument($0, reference, event.objectBytes, quantity: event.quantity) }
    }
    if event.object != nil, object == nil { return }
    var row = GraphContent.Statement(subject: 0, predicate: 0, object: 0, evidence: nil)
    row.polarity = event.polarity
    row.modality = event.modality
    row.attribution = event.attribution.flatMap(resolve).map { self.number(of: $0) }
    row.evidence = GraphContent.Evidence(
      document: document, sentence: event.sentence, subject: event.subjectBytes, predicate: event.predicate.bytes,
      object: event.objectBytes, rules: event.rules, confidence: UInt8(clamping: event.confidence), time: event.time,
      place: event.place, event: number, office: event.office,
      adjuncts: Array(event.adjuncts.prefix(GraphContent.Evidence.mostAdjuncts)))

    let name = name(of: event)
    var main = edge(event.predicate.keys, subject, object, keepsOrder: event.modality != .certain)
    main?.wording = event.predicate.name
    let teller = teller(of: event, main, subject, resolve)
    // Its roles tell of an event without object.
    var isMainTold = object == nil && !event.roles.isEmpty
    for role in event.roles {
      guard let node = resolve(role.filler) else { continue }
      let filler = Argument(node, role.filler, role.bytes, quantity: role.quantity)
      // `meet with`, `express concern over`, `send troops to`: one relation between subject and filler.
      // Of `was born in Leeds to Helena Crane` each phrase tells one.
      if main == nil || role.includesObject || event.object == nil, object == nil || role.includesObject,
        var found = edge(role.keys, subject, filler, keepsOrder: event.modality != .certain)
      {
        let thing = role.includesObject ? Self.noun(event.object) : nil
        found.wording = [event.predicate.name, thing?.name, role.name].compactMap { $0 }.joined(separator: " ")
        append(row, found, bytes: role.predicateBytes)
        if object == nil { main = found }
        // `shakes hands with` tells it all.
        if event.isLight || thing?.isBare ?? false { isMainTold = true }
        continue
      }
      // Not of a relation's label, which may end in a preposition: `meets with`.
      let predicate = GraphContent.Predicate(name: "\(name) \(role.name)", role: role.name)
      append(row, Edge(subject: teller, predicate: predicate, object: filler), bytes: role.predicateBytes)
    }
    if isMainTold { return }
    if main == nil, object != nil { countMisfit(event.predicate.keys) }
    let predicate = GraphContent.Predicate(name: name)
    append(
      row, main ?? Edge(subject: subject, predicate: predicate, object: object), bytes: event.predicate.bytes)
  }

  /// Whose the roles of an event are: of `Merz met Macron in Paris`, an edge of Macron's because both did the same,
  /// his.
  private func teller(
    of event: LocalEvent, _ main: Edge?, _ subject: Argument, _ resolve: (NodeReference) -> Node?
  ) -> Argument {
    var lead = main
    if lead == nil, event.object == nil {
      for role in event.roles where lead == nil {
        lead = resolve(role.filler).flatMap {
          edge(
            role.keys, subject, Argument($0, role.filler, role.bytes), keepsOrder: event.modality != .certain)
        }
      }
    }
    guard let lead, lead.isTurned, lead.predicate.isSymmetric else { return subject }
    return lead.subject
  }

  /// The words of an object that is no name, `hands` of `shake hands with`, and whether they alone say nothing; nil for
  /// others, and for those of more than two words.
  private static func noun(_ object: NodeReference?) -> (name: String, isBare: Bool)? {
    guard case .phrase(let name, let key, let type, _)? = object, key.utf8.count(where: { $0 == 0x20 }) < 2 else {
      return nil
    }
    return (name, type == EntityTypes.unknown && !key.utf8.contains(0x20))
  }

  /// The name of an open predicate: of an office in a body only what kind it is, for its evidence has the words: `be
  /// adviser of` for the office of foreign policy adviser.
  private func name(of event: LocalEvent) -> String {
    if event.object == nil, event.roles.isEmpty { return event.predicate.name }
    let words = event.predicate.name.split(separator: " ")
    guard let office = event.office.flatMap({ OfficeWords($0, lexicon) }), office.words.count > 1,
      let start = words.indices.first(where: { words[$0...].starts(with: office.words) })
    else { return event.predicate.name }
    return (words[..<start] + office.kind + words[(start + office.words.count)...]).joined(separator: " ")
  }

  private mutating func countMisfit(_ keys: [WordingKey]) {
    if let relation = mapper.worded(by: keys) { misfits[relation.name, default: 0] += 1 }
  }

  /// An argument with its words.
  private struct Argument {
    var node: Node
    var reference: NodeReference
    var bytes: Range<UInt32>
    var quantity: String?

    init(_ node: Node, _ reference: NodeReference, _ bytes: Range<UInt32>, quantity: String? = nil) {
      self.node = node
      self.reference = reference
      self.bytes = bytes
      self.quantity = quantity
    }
  }

  private struct Edge {
    var subject: Argument
    var predicate: GraphContent.Predicate
    var object: Argument?
    var isOfSchema = false
    /// The words of the text for a relation of the schema.
    var wording: String?
    /// Whether subject and object stand in the other order than in the event.
    var isTurned = false
  }

  /// The edge by the relation of the schema that one of `keys` words; nil when none fits the types.
  ///
  /// - Parameter keepsOrder: whether the subject stays first of two by a symmetric relation: who plans to fight
  ///   somebody is not fought by plan.
  private func edge(
    _ keys: [WordingKey], _ subject: Argument, _ object: Argument?, keepsOrder: Bool = false
  ) -> Edge? {
    guard let object,
      let match = mapper.match(
        keys, subjectType: Self.type(subject),
        objectType: Self.type(object))
    else { return nil }
    let predicate = GraphContent.Predicate(
      name: match.relation.label, relation: match.relation.name, inverse: match.relation.inverse,
      isSymmetric: match.relation.isSymmetric)
    // A symmetric relation is one edge, whichever end the text names first.
    let (first, second) = (subject.node.entity, object.node.entity)
    let isBackwards =
      match.relation.isSymmetric && !keepsOrder && (second.name, second.type) < (first.name, first.type)
    let isTurned = match.isReversed || isBackwards
    return Edge(
      subject: isTurned ? object : subject, predicate: predicate, object: isTurned ? subject : object, isOfSchema: true,
      isTurned: isTurned)
  }

  private mutating func append(_ template: GraphContent.Statement, _ edge: Edge, bytes: Range<UInt32>) {
    var row = template
    row.subject = number(of: edge.subject.node)
    row.object = number(of: edge.object?.node ?? .nothing)
    guard row.subject != row.object else { return }
    row.predicate = number(of: edge.predicate)
    row.evidence?.subject = edge.subject.bytes
    row.evidence?.predicate = bytes
    if let object = edge.object {
      row.evidence?.object = object.bytes
      row.evidence?.quantity = object.quantity ?? edge.subject.quantity
    }
    if edge.isOfSchema {
      row.evidence?.rules.append("schema")
      // Words and office are said of who is now the object.
      if edge.isTurned { row.evidence?.office = nil } else { row.evidence?.wording = edge.wording }
    }
    content.statements.append(row)
  }

  /// The type that a signature may rely on; nil for a name that nothing in the text or the schema types.
  private static func type(_ argument: Argument) -> String? {
    if case .entity = argument.reference, argument.node.entity.type == EntityTypes.unknown { return nil }
    return argument.node.entity.type
  }

  private mutating func number(of node: Node) -> Int {
    used.insert(node.identity)
    let entity = node.entity
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
      // An open predicate may have the words of a relation's label, or of another one with a role.
      content.predicates[known].combine(predicate)
      return known
    }
    predicateNumbers[predicate.name] = content.predicates.count
    content.predicates.append(predicate)
    return content.predicates.count - 1
  }
}
