/// A whole graph as plain tables: what extraction and import produce, what a store is written from.
///
/// Tables refer to one another by position. The order of rows carries no meaning: writing the same content in another
/// order gives the same file, byte for byte.
///
///     var content = GraphContent()
///     content.entities = [.init(name: "Mark Rutte", type: "Person"), .init(name: "NATO", type: "Organization")]
///     content.predicates = [.init(name: "leads", relation: "leads")]
///     content.statements = [.init(subject: 0, predicate: 0, object: 1, evidence: nil)]
public struct GraphContent: Sendable, Equatable {
  /// A node: a person, a place, a concept, an amount.
  public struct Entity: Sendable, Equatable {
    /// The canonical name as answers show it; unique together with ``type``.
    public var name: String
    /// Name of the entity type, such as `Person`.
    public var type: String
    public var aliases: [Alias]

    /// The type of what has no other.
    package static let generalType = "Thing"
    /// Stands for the object of an event that has none (`Merz resigned`): no name, and no path enters it.
    public static let nothing = Entity(name: "", type: "Nothing")

    /// The type by which interchange formats tell the object of `is ready`: in a graph it is part of the predicate.
    public static let qualityType = "Quality"

    /// Whether it is ``nothing``.
    public var isNothing: Bool { name.isEmpty && type == Self.nothing.type }

    public init(name: String, type: String, aliases: [Alias] = []) {
      self.name = name
      self.type = type
      self.aliases = aliases
    }
  }

  /// Another name of an entity and the rule by which it was found to be one; or its own name with a ``TypeVote``.
  public struct Alias: Sendable, Equatable, Hashable {
    public var name: String
    /// Such as `acronym`, `surname`, `schema`, `title`.
    public var rule: String

    public init(name: String, rule: String) {
      self.name = name
      self.rule = rule
    }
  }

  /// A predicate: a relation of the schema or an open one, worded by the text.
  public struct Predicate: Sendable, Equatable {
    /// The words that answers show; unique: `member of`, `attack`, `attack in`.
    public var name: String
    /// How the object takes part in the event where it is not the direct object, as a preposition: `in` of `attacked
    /// the convoy in Mali`; ``name`` ends in it.
    public var role: String?
    /// The relation's name in the schema (`memberOf`); nil for an open predicate.
    public var relation: String?
    /// Schema name of the inverse relation, if any.
    public var inverse: String?
    public var isSymmetric: Bool

    /// Whether it says no more than that a name stands in a description, `(of)` of `allies of NATO`: ``name`` is the
    /// preposition in brackets, which no verb is.
    public var isLink: Bool { name.utf8.first == UInt8(ascii: "(") && name.utf8.last == UInt8(ascii: ")") }

    /// What a link says without its brackets: `of`; ``name`` for others.
    public var linkWords: String { isLink ? String(name.dropFirst().dropLast()) : name }

    /// The link by a preposition.
    ///
    /// - Complexity: O(length of the preposition).
    package static func link(_ preposition: String) -> Predicate {
      Predicate(name: "(\(preposition))", role: preposition)
    }

    /// The link of a name of which nothing is said: only that the text has it.
    package static let mention = link("mention")

    /// The predicate of the event: ``name`` without ``role``.
    ///
    /// - Complexity: O(length of the name).
    public var verb: String {
      guard let role, name.utf8.count > role.utf8.count + 1, name.hasSuffix(" \(role)") else { return name }
      return String(name.utf8.dropLast(role.utf8.count + 1)) ?? name
    }

    public init(
      name: String, role: String? = nil, relation: String? = nil, inverse: String? = nil, isSymmetric: Bool = false
    ) {
      self.name = name
      self.role = role
      self.relation = relation
      self.inverse = inverse
      self.isSymmetric = isSymmetric
    }
  }

  /// A text with what is known about it.
  public struct Document: Sendable, Equatable {
    /// Unique in the graph.
    public var id: String
    public var title: String?
    /// ISO 8601 date of publication.
    public var date: String?
    public var source: String?
    /// The text, valid UTF-8.
    public var text: [UInt8]
    /// Byte ranges of its sentences in ``text``, ascending, disjoint.
    public var sentences: [Range<UInt32>]

    public init(
      id: String, title: String? = nil, date: String? = nil, source: String? = nil, text: [UInt8],
      sentences: [Range<UInt32>]
    ) {
      self.id = id
      self.title = title
      self.date = date
      self.source = source
      self.text = text
      self.sentences = sentences
    }
  }

  /// One statement of one sentence, or one that comes without a text. Statements alike in all but evidence become one
  /// edge.
  public struct Statement: Sendable, Equatable {
    /// Positions in ``entities`` and ``predicates``.
    public var subject: Int
    public var predicate: Int
    public var object: Int
    public var polarity: Polarity = .affirmed
    public var modality: Modality = .certain
    /// Position in ``entities`` of who says so; nil when the text itself asserts it.
    public var attribution: Int?
    /// Nil for a statement that was imported without saying where it stands.
    public var evidence: Evidence?

    public init(subject: Int, predicate: Int, object: Int, evidence: Evidence?) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
      self.evidence = evidence
    }

    /// What statements of one edge share; positions in ``entities`` and ``predicates``.
    ///
    /// - Complexity: O(1).
    package var key: EdgeKey<Int, Int> {
      EdgeKey(
        subject: subject, predicate: predicate,
        kind: StatementKind(polarity, modality, isAttributed: attribution != nil), object: object, source: attribution)
    }
  }

  /// ``EvidenceRecord/document`` is a position in ``documents``, its sentence one in that document's `sentences`.
  public typealias Evidence = EvidenceRecord<Int>

  public var entities: [Entity] = []
  public var predicates: [Predicate] = []
  public var documents: [Document] = []
  public var statements: [Statement] = []
  public var decisions: [NamingDecision] = []

  public init() {}
}
