/// A graph that can be asked: the mapped file, or the small in-memory one that tests use as oracle.
///
/// Adjacency is handed over a node at a time into a buffer of the caller, so that a call through this protocol costs once
/// per node, not once per edge. Passing a number that the graph does not have is a caller's mistake.
public protocol GraphView: Sendable {
  var entityCount: Int { get }
  var predicateCount: Int { get }
  var edgeCount: Int { get }
  var documentCount: Int { get }
  /// Number of pieces of evidence: how many statements of sentences stand behind the edges.
  var evidenceCount: Int { get }
  /// What was decided on who is who, the first decision first.
  var decisions: [NamingDecision] { get }

  /// The canonical name. Entities are numbered in the order of (name in lower case, name, type), compared as bytes.
  func name(of entity: EntityID) -> String
  /// Appends the UTF-8 of the canonical name.
  func appendName(of entity: EntityID, to buffer: inout [UInt8])
  /// Name of the entity's type, such as `Person`.
  func type(of entity: EntityID) -> String
  /// Other names with the rule of each, in the order of names and then of rules; empty when there are none.
  func aliases(of entity: EntityID) -> [GraphContent.Alias]
  /// Entities with `name` as canonical name or alias, exactly, ascending; empty when there is none.
  ///
  /// - Complexity: O(log *n* + *k*).
  func entities(named name: String) -> [EntityID]
  /// Looks for `text` in the names and aliases of all entities, both case folded.
  ///
  /// - Parameters:
  ///   - place: where in a name it has to stand.
  ///   - body: gets what some names gave, in any order, with the number of names that were looked at for it; returns whether
  ///     to go on.
  /// - Complexity: O(names) for a text anywhere in a name, otherwise O(log *n* + *k*); in a store that was changed the
  ///   names of the changes more.
  func searchNames(for text: String, at place: NamePlace, _ body: ([NameMatch], _ read: Int) -> Bool)

  func predicate(_ id: PredicateID) -> GraphContent.Predicate

  /// Number of edges that leave (or enter) `entity`; both sides count a loop.
  func degree(of entity: EntityID, _ direction: Direction) -> Int
  /// Replaces the content of `buffer` by the edges of `entity`: outgoing ascending by edge, then incoming ascending by edge,
  /// as `direction` asks. A loop appears in both parts.
  func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency])

  /// Appends the links of `entity` to `buffer`, in the order of ``adjacency(of:_:into:)``.
  func appendLinks(of entity: EntityID, to buffer: inout [Link])
  /// As ``appendLinks(of:to:)``, for who asks only for neighbors and facts: relation and direction may be left out.
  func appendBareLinks(of entity: EntityID, to buffer: inout [Link])
  /// Replaces the content of `buffer` by the other ends of the edges of `entity` with `predicate`, ascending, each once.
  ///
  /// - Parameters:
  ///   - direction: `outgoing` for objects, `incoming` for subjects.
  ///   - withClaims: whether edges count that are no facts.
  func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, withClaims: Bool,
    into buffer: inout [EntityID])
  /// How many ``neighbors(of:_:_:withClaims:into:)`` there are; nil where they would have to be listed for it.
  func neighborCount(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, withClaims: Bool
  ) -> Int?
  /// Whether `subject` has an edge with `predicate` to `object`.
  func hasEdge(from subject: EntityID, _ predicate: PredicateID, to object: EntityID, withClaims: Bool) -> Bool
  /// Replaces the content of `buffer` by the predicates of the edges from `subject` to `object`, ascending, each once.
  func predicates(
    from subject: EntityID, to object: EntityID, withClaims: Bool, into buffer: inout [PredicateID])
  /// Replaces the content of `buffer` by the subjects of edges with `predicate`, ascending, each once.
  func subjects(of predicate: PredicateID, withClaims: Bool, into buffer: inout [EntityID])
  /// The edges with `predicate`.
  func edges(of predicate: PredicateID, withClaims: Bool) -> EdgesOfPredicate
  /// How much the graph says with `predicate`.
  func size(of predicate: PredicateID, withClaims: Bool) -> PredicateSize

  func edge(_ id: EdgeID) -> Edge
  /// The evidence of an edge in the order (document, sentence, byte ranges); empty for an imported one without any.
  func evidence(of edge: EdgeID) -> [Evidence]
  /// The edges that a sentence of one of `documents` says, ascending.
  func edges(withEvidenceIn documents: Set<DocumentID>) -> [EdgeID]
  /// The edges for which somebody is named who says so, ascending.
  func attributions() -> [(edge: EdgeID, source: EntityID)]

  func document(_ id: DocumentID) -> DocumentRecord
  /// The text of one sentence of a document; nil when it has no such sentence.
  func sentence(_ index: Int, of document: DocumentID) -> String?
  /// The whole text of a document.
  func text(of document: DocumentID) -> [UInt8]
}

/// Which edges of a node.
public enum Direction: Sendable, CaseIterable {
  case outgoing, incoming, both
}

/// One edge as seen from one of its ends.
public struct Adjacency: Sendable, Equatable {
  public var edge: EdgeID
  public var predicate: PredicateID
  public var neighbor: EntityID
  /// True when the node asked about is the object of the edge.
  public var isIncoming: Bool
  /// See ``Edge/isFact``.
  public var isFact: Bool

  @inlinable
  public init(edge: EdgeID, predicate: PredicateID, neighbor: EntityID, isIncoming: Bool, isFact: Bool) {
    self.edge = edge
    self.predicate = predicate
    self.neighbor = neighbor
    self.isIncoming = isIncoming
    self.isFact = isFact
  }
}

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
  /// How many pieces of evidence it has; 0 for an imported edge without any.
  public var support: Int
  /// Hundredths: the highest of its evidence; 0 without any.
  public var confidence: UInt8
  /// The earliest and latest date, ISO 8601: of the evidence where it is dated, otherwise of the document; nil without any.
  public var firstDate: String?
  public var lastDate: String?

  public init(
    id: EdgeID, subject: EntityID, predicate: PredicateID, object: EntityID, polarity: Polarity, modality: Modality,
    attribution: EntityID?, support: Int, confidence: UInt8, firstDate: String?, lastDate: String?
  ) {
    self.id = id
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.polarity = polarity
    self.modality = modality
    self.attribution = attribution
    self.support = support
    self.confidence = confidence
    self.firstDate = firstDate
    self.lastDate = lastDate
  }

  /// Whether the edge counts as a fact in default answers: affirmed and certain. An attributed statement is somebody's
  /// claim; it counts, and is marked with its source, unless it is denied or not certain.
  public var isFact: Bool { polarity == .affirmed && modality == .certain }
}

/// One piece of evidence of an edge.
public struct Evidence: Sendable, Equatable {
  public var document: DocumentID
  /// Number of the sentence in the document, from 0.
  public var sentence: Int
  /// Byte ranges in the document's text.
  public var subject: Range<UInt32>
  public var predicate: Range<UInt32>
  public var object: Range<UInt32>
  public var rules: [String]
  /// Hundredths.
  public var confidence: UInt8
  public var time: String?
  public var place: String?
  public var quantity: String?

  public init(
    document: DocumentID, sentence: Int, subject: Range<UInt32>, predicate: Range<UInt32>, object: Range<UInt32>,
    rules: [String], confidence: UInt8, time: String?, place: String?, quantity: String?
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
}

/// A document of the graph without its text.
public struct DocumentRecord: Sendable, Equatable {
  public var id: DocumentID
  /// The document's own id, unique in the graph.
  public var name: String
  public var title: String?
  public var date: String?
  public var source: String?
  public var sentenceCount: Int
  /// Byte ranges of the sentences in the text.
  public var sentences: [Range<UInt32>]

  public init(
    id: DocumentID, name: String, title: String?, date: String?, source: String?, sentences: [Range<UInt32>]
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.date = date
    self.source = source
    self.sentenceCount = sentences.count
    self.sentences = sentences
  }
}
