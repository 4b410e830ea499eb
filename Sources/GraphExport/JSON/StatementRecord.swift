internal import GraphQuery
public import GraphModel

/// One event of one sentence, or a statement of an edge, with everything spelled out: a line of JSON Lines. What a
/// sentence tells is nil for a statement that was imported without one.
public struct StatementRecord: Sendable, Equatable {
  /// Who or what takes part in an event beside subject and object.
  public struct Role: Sendable, Equatable {
    /// The preposition.
    public var role: String
    public var name: String
    public var type: String
    /// Byte range in the document's text.
    public var range: Range<UInt32>?
    /// What else an export says of it, as members of a JSON object.
    var members: [String] = []
  }

  public var document: String?
  /// Number of the sentence in its document, from 1.
  public var sentence: Int?
  /// Byte range of the sentence in the document's text.
  public var sentenceRange: Range<UInt32>?
  public var subject: String
  public var subjectType: String
  public var predicate: String
  /// Name of the relation in the schema; nil for an open predicate.
  public var relation: String?
  /// Nil, as its type, for an event without object.
  public var object: String?
  public var objectType: String?
  public var roles: [Role] = []
  /// The office that the subject holds, in the words of the text.
  public var office: String?
  /// What else the clause says, in the words of the text, every run of white space one space.
  public var adjuncts: [String] = []
  public var polarity: Polarity
  public var modality: Modality
  /// Who says so.
  public var attribution: String?
  public var time: String?
  public var place: String?
  public var quantity: String?
  /// Hundredths.
  public var confidence: UInt8?
  public var rules: [String] = []
  /// Byte ranges in the document's text.
  public var subjectRange: Range<UInt32>?
  public var predicateRange: Range<UInt32>?
  public var objectRange: Range<UInt32>?
  /// Whether it tells only that a name stands in a description, or in the text.
  public var isLink = false

  /// A name that stands in a description, and how: its preposition.
  public struct NameLink: Sendable, Equatable {
    public var link: String
    public var name: String

    /// Two members of a JSON object.
    ///
    /// - Complexity: O(length of both).
    public var members: String { "\"link\":\(JSONText.quoted(link)),\"name\":\(JSONText.quoted(name))" }
  }

  /// What the record tells where ``isLink``; without a name where it tells only that the text has one.
  ///
  /// - Complexity: O(length of the predicate).
  public var nameLink: NameLink {
    NameLink(link: GraphContent.Predicate(name: predicate).linkWords, name: roles.first?.name ?? subject)
  }

  /// The record of one piece of evidence.
  ///
  /// - Parameter document: the evidence's document.
  public init(_ edge: Edge, _ evidence: Evidence, _ document: DocumentRecord, in graph: some GraphView) {
    self.init(edge, in: graph)
    take(evidence, of: document.name, sentences: document.sentences)
    predicate = evidence.wording ?? predicate
    if let place = roles.indices.first { roles[place].range = evidence.object }
    takeQuality()
  }

  /// Adds an edge of a role of the event.
  ///
  /// - Parameter members: what else is to be said of it.
  mutating func add(_ edge: Edge, at range: Range<UInt32>, members: [String], in graph: some GraphView) {
    take(graph.name(of: edge.object), graph.type(of: edge.object), in: graph.predicate(edge.predicate).role, at: range)
    if !roles.isEmpty { roles[roles.count - 1].members = members }
  }

  /// The bytes `range` of `text`, as far as they are there, every run of white space one space.
  static func words(_ text: [UInt8], _ range: Range<UInt32>) -> String {
    let bytes = text[(Int(range.lowerBound)..<Int(range.upperBound)).clamped(to: text.indices)]
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The record of an edge without evidence.
  public init(_ edge: Edge, in graph: some GraphView) {
    let predicate = graph.predicate(edge.predicate)
    subject = graph.name(of: edge.subject)
    subjectType = graph.type(of: edge.subject)
    self.predicate = predicate.verb
    relation = predicate.relation
    isLink = predicate.isLink
    polarity = edge.polarity
    modality = edge.modality
    attribution = edge.attribution.map { graph.name(of: $0) }
    take(graph.name(of: edge.object), graph.type(of: edge.object), in: predicate.role, at: nil)
  }

  /// The records of the events of extraction, in the order of their first statements; references must be valid.
  ///
  /// - Complexity: O(*n*) in the number of statements.
  public static func events(in content: GraphContent) -> [StatementRecord] {
    struct Event: Hashable {
      var subject: Int
      var document: Int
      var sentence: Int
      var number: Int
    }
    var records: [StatementRecord] = []
    var places: [Event: Int] = [:]
    for statement in content.statements {
      let event = statement.evidence.flatMap { evidence in
        evidence.event.map {
          Event(
            subject: statement.subject, document: evidence.document, sentence: evidence.sentence, number: $0)
        }
      }
      if let event, let place = places[event],
        content.predicates[statement.predicate].role != nil || records[place].object == nil
      {
        records[place].add(statement, in: content)
      } else {
        if let event { places[event] = records.count }
        records.append(StatementRecord(statement, in: content))
      }
    }
    return records
  }

  private init(_ statement: GraphContent.Statement, in content: GraphContent) {
    subject = ""
    subjectType = ""
    predicate = ""
    polarity = statement.polarity
    modality = statement.modality
    attribution = statement.attribution.map { content.entities[$0].name }
    if let evidence = statement.evidence {
      let document = content.documents[evidence.document]
      take(evidence, of: document.id, sentences: document.sentences)
      adjuncts = evidence.adjuncts.map { Self.words(document.text, $0) }
    }
    add(statement, in: content)
  }

  /// Adds what one more statement of the event says.
  private mutating func add(_ statement: GraphContent.Statement, in content: GraphContent) {
    let predicate = content.predicates[statement.predicate]
    let object = content.entities[statement.object]
    if predicate.role == nil || self.predicate.isEmpty {
      subject = content.entities[statement.subject].name
      subjectType = content.entities[statement.subject].type
      self.predicate = statement.evidence?.wording ?? predicate.verb
      relation = predicate.relation
      isLink = predicate.isLink
      rules = statement.evidence?.rules ?? rules
      quantity = statement.evidence?.quantity
      subjectRange = statement.evidence?.subject
      predicateRange = statement.evidence?.predicate
    }
    take(object.name, object.type, in: predicate.role, at: statement.evidence?.object)
    if predicate.role == nil { takeQuality() }
  }

  /// A quality is part of the predicate in the graph, for it is no node.
  private mutating func takeQuality() {
    guard object == nil, rules.contains("quality"), let space = predicate.utf8.firstIndex(of: UInt8(ascii: " ")) else {
      return
    }
    object = String(predicate[predicate.utf8.index(after: space)...])
    objectType = GraphContent.Entity.qualityType
    predicate = String(predicate[..<space])
  }

  private mutating func take(_ name: String, _ type: String, in role: String?, at range: Range<UInt32>?) {
    if let role {
      roles.append(Role(role: role, name: name, type: type, range: range))
    } else if !GraphContent.Entity(name: name, type: type).isNothing {
      object = name
      objectType = type
      objectRange = range
    }
  }

  private mutating func take<Document>(
    _ evidence: EvidenceRecord<Document>, of document: String, sentences: [Range<UInt32>]
  ) {
    self.document = document
    sentence = evidence.sentence + 1
    sentenceRange = sentences.indices.contains(evidence.sentence) ? sentences[evidence.sentence] : 0..<0
    time = evidence.time
    place = evidence.place
    quantity = evidence.quantity
    office = evidence.office
    confidence = evidence.confidence
    rules = evidence.rules
    subjectRange = evidence.subject
    predicateRange = evidence.predicate
    if object != nil { objectRange = evidence.object }
  }

  /// One JSON object on one line, without line end.
  public var json: String { "{" + members.joined(separator: ",") + "}" }

  /// The members of ``json``.
  var members: [String] {
    func text(_ value: String?) -> String { value.map(JSONText.quoted) ?? "null" }
    func number(_ value: (some BinaryInteger)?) -> String { value.map { "\($0)" } ?? "null" }
    func pair(_ range: Range<UInt32>?) -> String { range.map { "[\($0.lowerBound),\($0.upperBound)]" } ?? "null" }
    if isLink {
      return [
        "\"document\":\(text(document))", "\"sentence\":\(number(sentence))",
        "\"start\":\(number(sentenceRange?.lowerBound))", "\"end\":\(number(sentenceRange?.upperBound))",
        "\"node\":\(text(subject))", "\"node_type\":\(text(subjectType))",
        nameLink.members, "\"name_type\":\(text(roles.first?.type ?? subjectType))",
        "\"spans\":{\"node\":\(pair(subjectRange)),\"name\":\(pair(predicateRange))}",
      ]
    }
    return [
      "\"document\":\(text(document))", "\"sentence\":\(number(sentence))",
      "\"start\":\(number(sentenceRange?.lowerBound))",
      "\"end\":\(number(sentenceRange?.upperBound))", "\"subject\":\(text(subject))",
      "\"subject_type\":\(text(subjectType))",
      "\"predicate\":\(text(predicate))", "\"relation\":\(text(relation))",
      "\"object\":\(text(object))",
      "\"object_type\":\(text(objectType))", "\"roles\":[\(roles.map(\.json).joined(separator: ","))]",
      "\"office\":\(text(office))", "\"adjuncts\":[" + adjuncts.map(JSONText.quoted).joined(separator: ",") + "]",
      "\"polarity\":\(text(polarity.symbol))",
      "\"modality\":\(text(modality.name))", "\"attribution\":\(text(attribution))", "\"time\":\(text(time))",
      "\"place\":\(text(place))", "\"quantity\":\(text(quantity))",
      "\"confidence\":\(confidence.map(Hundredths.text) ?? "null")",
      "\"rules\":[" + rules.map(JSONText.quoted).joined(separator: ",") + "]",
      "\"spans\":{\"subject\":\(pair(subjectRange)),\"predicate\":\(pair(predicateRange)),"
        + "\"object\":\(pair(objectRange))}",
    ]
  }
}

extension StatementRecord.Role {
  fileprivate var json: String {
    let span = range.map { ",\"span\":[\($0.lowerBound),\($0.upperBound)]" } ?? ""
    return "{\"role\":\(JSONText.quoted(role)),\"name\":\(JSONText.quoted(name)),"
      + "\"type\":\(JSONText.quoted(type))\(span)\(members.map { ",\($0)" }.joined())}"
  }
}
