/// A fact in the words of its sentence alone, as open information extraction has it: an edge of the graph before its
/// ends are known as entities and its predicate as a relation.
public struct OpenFact: Sendable, Equatable {
  /// Index of the sentence in the document.
  public var sentence: Int
  public var subject: String
  public var relation: String
  /// At least one.
  public var objects: [String]
  /// Hundredths, 1...99.
  public var confidence: Int
  /// What the confidence was read from.
  public var signs: [String]

  public init(
    sentence: Int, subject: String, relation: String, objects: [String], confidence: Int, signs: [String] = []
  ) {
    self.sentence = sentence
    self.subject = subject
    self.relation = relation
    self.objects = objects
    self.confidence = confidence
    self.signs = signs
  }
}
