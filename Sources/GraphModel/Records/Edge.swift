/// An edge with its qualifiers and the summary of its evidence.
public struct Edge: Sendable, Equatable {
  public var id: EdgeID
  public var subject: EntityID
  public var predicate: PredicateID
  public var object: EntityID
  public var polarity: Polarity
  public var modality: Modality
  /// Who says so; nil when the text itself asserts it.
  public var attribution: EntityID?
  public var witnesses: Witnesses
  /// Hundredths: the highest of its evidence; 0 without any.
  public var confidence: UInt8
  /// The earliest and latest date, ISO 8601: of the evidence where it is dated, otherwise of the document; nil without
  /// any.
  public var firstDate: String?
  public var lastDate: String?

  public init(
    id: EdgeID, subject: EntityID, predicate: PredicateID, object: EntityID, polarity: Polarity, modality: Modality,
    attribution: EntityID?, witnesses: Witnesses, confidence: UInt8, firstDate: String?, lastDate: String?
  ) {
    self.id = id
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.polarity = polarity
    self.modality = modality
    self.attribution = attribution
    self.witnesses = witnesses
    self.confidence = confidence
    self.firstDate = firstDate
    self.lastDate = lastDate
  }

  /// How many stories say so, prints of one story counted once; 0 for an imported edge without evidence.
  ///
  /// - Complexity: O(1).
  public var support: Int { witnesses.stories }

  /// Whether it is a fact, somebody's word, or a claim.
  ///
  /// - Complexity: O(1).
  public var degree: StatementDegree { key.kind.degree }

  /// What tells the edge from all others of its graph.
  ///
  /// - Complexity: O(1).
  package var key: EdgeKey<EntityID, PredicateID> {
    EdgeKey(
      subject: subject, predicate: predicate,
      kind: StatementKind(polarity, modality, isAttributed: attribution != nil), object: object, source: attribution)
  }
}
