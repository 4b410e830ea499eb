internal import GraphQuery
public import GraphModel

/// One statement of one sentence with everything spelled out: a line of JSON Lines. What a sentence tells is nil for a
/// statement that was imported without one.
public struct StatementRecord: Sendable, Equatable {
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
  public var object: String
  public var objectType: String
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

  /// The record of one piece of evidence.
  ///
  /// - Parameter document: the evidence's document.
  public init(_ edge: Edge, _ evidence: Evidence, _ document: DocumentRecord, in graph: some GraphView) {
    self.init(edge, in: graph)
    take(evidence, of: document.name, sentences: document.sentences)
  }

  /// The record of an edge without evidence.
  public init(_ edge: Edge, in graph: some GraphView) {
    let predicate = graph.predicate(edge.predicate)
    subject = graph.name(of: edge.subject)
    subjectType = graph.type(of: edge.subject)
    self.predicate = predicate.name
    relation = predicate.relation
    object = graph.name(of: edge.object)
    objectType = graph.type(of: edge.object)
    polarity = edge.polarity
    modality = edge.modality
    attribution = edge.attribution.map { graph.name(of: $0) }
  }

  /// The record of one statement of extraction; its references must be valid.
  public init(_ statement: GraphContent.Statement, in content: GraphContent) {
    let predicate = content.predicates[statement.predicate]
    subject = content.entities[statement.subject].name
    subjectType = content.entities[statement.subject].type
    self.predicate = predicate.name
    relation = predicate.relation
    object = content.entities[statement.object].name
    objectType = content.entities[statement.object].type
    polarity = statement.polarity
    modality = statement.modality
    attribution = statement.attribution.map { content.entities[$0].name }
    guard let evidence = statement.evidence else { return }
    let document = content.documents[evidence.document]
    take(evidence, of: document.id, sentences: document.sentences)
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
    confidence = evidence.confidence
    rules = evidence.rules
    subjectRange = evidence.subject
    predicateRange = evidence.predicate
    objectRange = evidence.object
  }

  /// One JSON object on one line, without line end.
  public var json: String {
    func text(_ value: String?) -> String { value.map(JSONText.quoted) ?? "null" }
    func number(_ value: (some BinaryInteger)?) -> String { value.map { "\($0)" } ?? "null" }
    func pair(_ range: Range<UInt32>?) -> String { range.map { "[\($0.lowerBound),\($0.upperBound)]" } ?? "null" }
    let members = [
      "\"document\":\(text(document))", "\"sentence\":\(number(sentence))",
      "\"start\":\(number(sentenceRange?.lowerBound))",
      "\"end\":\(number(sentenceRange?.upperBound))", "\"subject\":\(text(subject))",
      "\"subject_type\":\(text(subjectType))",
      "\"predicate\":\(text(predicate))", "\"relation\":\(text(relation))", "\"object\":\(text(object))",
      "\"object_type\":\(text(objectType))", "\"polarity\":\(text(polarity.symbol))",
      "\"modality\":\(text(modality.name))", "\"attribution\":\(text(attribution))", "\"time\":\(text(time))",
      "\"place\":\(text(place))", "\"quantity\":\(text(quantity))",
      "\"confidence\":\(confidence.map(Hundredths.text) ?? "null")",
      "\"rules\":[" + rules.map(JSONText.quoted).joined(separator: ",") + "]",
      "\"spans\":{\"subject\":\(pair(subjectRange)),\"predicate\":\(pair(predicateRange)),"
        + "\"object\":\(pair(objectRange))}",
    ]
    return "{" + members.joined(separator: ",") + "}"
  }
}
