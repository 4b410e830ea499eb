internal import GraphExport
public import GraphModel
internal import GraphQuery

/// What one sentence says: who did what to whom, and what else its clause tells.
public struct Statement: Sendable, Equatable {
  /// A person, a place, a thing, by its canonical name.
  public struct Node: Sendable, Hashable {
    public var name: String
    /// Such as `Person`.
    public var type: String

    public init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  /// Who or what takes part beside subject and object: `in` with `Mali`.
  public struct Role: Sendable, Hashable {
    public var preposition: String
    public var node: Node
  }

  /// The id of its text.
  public var document: String
  /// Number of its sentence, from 1.
  public var sentenceNumber: Int
  /// The sentence, as the text has it.
  public var sentence: String
  public var subject: Node
  /// In the words of the text, the verb without its ending: `lead`.
  public var predicate: String
  /// Name of the relation in the schema, `memberOf`; nil for an open predicate.
  public var relation: String?
  /// Nil where the event has none: *Merz resigned*.
  public var object: Node?
  public var roles: [Role]
  public var polarity: Polarity
  public var modality: Modality
  /// Who says so; nil when the text itself does.
  public var speaker: String?
  /// When and where, as far as the sentence says: `2025-04`, `Berlin`.
  public var time: String?
  public var place: String?
  /// How sure it is that the sentence says so, from 0 to 1.
  public var confidence: Double

  /// Whether the text itself affirms it.
  public var isFact: Bool { polarity == .affirmed && modality == .certain && speaker == nil }

  /// Nil for a link, which states nothing.
  init?(_ record: StatementRecord, in documents: [String: GraphContent.Document]) {
    guard !record.isLink, let document = record.document, let number = record.sentence else { return nil }
    self.document = document
    sentenceNumber = number
    let text = documents[document]?.text ?? []
    let range = record.sentenceRange.map { Int($0.lowerBound)..<Int($0.upperBound) } ?? 0..<0
    sentence = String(decoding: text[range.clamped(to: text.indices)], as: UTF8.self)
    subject = Node(name: record.subject, type: record.subjectType)
    predicate = record.predicate
    relation = record.relation
    object = record.object.map { Node(name: $0, type: record.objectType ?? "") }
    roles = record.roles.map { Role(preposition: $0.role, node: Node(name: $0.name, type: $0.type)) }
    polarity = record.polarity
    modality = record.modality
    speaker = record.attribution
    time = record.time
    place = record.place
    confidence = Double(record.confidence ?? 0) / 100
  }
}
