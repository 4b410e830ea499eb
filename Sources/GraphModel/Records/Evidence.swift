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

  @inlinable
  public init(
    document: Document, sentence: Int, subject: Range<UInt32>, predicate: Range<UInt32>, object: Range<UInt32>,
    rules: [String] = [], confidence: UInt8 = 100, time: String? = nil, place: String? = nil, quantity: String? = nil
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
  }

  /// The same evidence in a table that names its document otherwise.
  ///
  /// - Complexity: O(1).
  @inlinable
  package func naming<Other>(_ document: Other) -> EvidenceRecord<Other> {
    EvidenceRecord<Other>(
      document: document, sentence: sentence, subject: subject, predicate: predicate, object: object, rules: rules,
      confidence: confidence, time: time, place: place, quantity: quantity)
  }
}

/// One piece of evidence of an edge of a graph.
public typealias Evidence = EvidenceRecord<DocumentID>
