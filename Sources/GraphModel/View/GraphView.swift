/// A graph that can be asked: a store, a store with changes, or tables in memory.
///
/// Adjacency is handed over a node at a time into a buffer of the caller, so that a call through this protocol costs once
/// per node, not once per edge. Passing a number that the graph does not have is a caller's mistake.
public protocol GraphView: GraphScans {
  var predicateCount: Int { get }
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

  /// Replaces the content of `buffer` by the edges of `entity`: outgoing ascending by edge, then incoming ascending by edge,
  /// as `direction` asks. A loop appears in both parts.
  func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency])

  /// Appends the links of `entity` to `buffer`, in the order of ``adjacency(of:_:into:)``.
  func appendLinks(of entity: EntityID, to buffer: inout [Link])
  /// As ``appendLinks(of:to:)``, for who asks only for neighbors and facts: relation and direction may be left out.
  func appendBareLinks(of entity: EntityID, to buffer: inout [Link])

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
