/// Where a statement stands, and by which rules it was read.
public struct EvidenceRecord<Document: Hashable & Sendable>: Sendable, Equatable {
  public var document: Document
  /// Number of the sentence in the document, from 0.
  public var sentence: Int
  /// Byte ranges in the document's text.
  public var subject: Range<UInt32>
  public var predicate: Range<UInt32>
  public var object: Range<UInt32>
  /// Names of the rules that fired, in order.
  public var rules: [String]
  /// Hundredths, 0...100.
  public var confidence: UInt8
  /// ISO 8601 date or range where the document's date allows it, otherwise the words; nil when nothing is said.
  public var time: String?
  public var place: String?
  public var quantity: String?
  /// Number of the event in its sentence, from 0: statements of one event have the same. Nil for what was read without
  /// events.
  public var event: Int?
  /// The office that the subject holds, in the words of the text: `foreign minister`; nil for other events.
  public var office: String?
  /// The predicate in the words of the text, as lemmas, where a relation of the schema stands in their place: `buy`.
  public var wording: String?
  /// Byte ranges in the document's text of what else the clause says, of manner, means and circumstance: `in cash`.
  public var adjuncts: [Range<UInt32>] = []

  @inlinable
  public init(
    document: Document, sentence: Int, subject: Range<UInt32>, predicate: Range<UInt32>, object: Range<UInt32>,
    rules: [String] = [], confidence: UInt8 = 100, time: String? = nil, place: String? = nil, quantity: String? = nil,
    event: Int? = nil, office: String? = nil, wording: String? = nil, adjuncts: [Range<UInt32>] = []
  ) {
    self.document = document
    self.sentence = sentence
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.rules = rules
    self.confidence = confidence
    self.time = time
    self.place = place
    self.quantity = quantity
    self.event = event
    self.office = office
    self.wording = wording
    self.adjuncts = adjuncts
  }

  /// The same evidence in a table that names its document otherwise.
  ///
  /// - Complexity: O(1).
  @inlinable
  package func naming<Other>(_ document: Other) -> EvidenceRecord<Other> {
    EvidenceRecord<Other>(
      document: document, sentence: sentence, subject: subject, predicate: predicate, object: object, rules: rules,
      confidence: confidence, time: time, place: place, quantity: quantity, event: event, office: office,
      wording: wording, adjuncts: adjuncts)
  }
}

/// One piece of evidence of an edge of a graph.
public typealias Evidence = EvidenceRecord<DocumentID>
