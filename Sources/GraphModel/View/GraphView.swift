/// A graph that can be asked: a store, a store with changes, or tables in memory.
///
/// Adjacency is handed over a node at a time into a buffer of the caller, so that a call through this protocol costs
/// once per node, not once per edge. Passing a number that the graph does not have is a caller's mistake.
///
///     var edges: [Adjacency] = []
///     graph.adjacency(of: nato, .incoming, into: &edges)
///     for edge in edges where edge.degree == .fact { print(graph.name(of: edge.neighbor)) }
///
/// Complexities are those of a store of *n* edges. A store packs names, evidence and texts in blocks of bounded size: a
/// look-up unpacks the blocks that it needs, each in O(1), and some are kept. Changes behind a store add O(log changes)
/// to a look-up. Graphs without a function of their own look through all that they have.
public protocol GraphView: GraphScans {
  var predicateCount: Int { get }
  var documentCount: Int { get }
  /// Number of pieces of evidence: how many statements of sentences stand behind the edges.
  var evidenceCount: Int { get }
  /// What was decided on who is who, the first decision first.
  var decisions: [NamingDecision] { get }

  /// The canonical name. Entities are numbered in the order of (name in lower case, name, type), compared as bytes.
  ///
  /// - Complexity: O(length of the name).
  func name(of entity: EntityID) -> String
  /// Appends the UTF-8 of the canonical name.
  ///
  /// - Complexity: O(length of the name).
  func appendName(of entity: EntityID, to buffer: inout [UInt8])
  /// Name of the entity's type, such as `Person`.
  ///
  /// - Complexity: O(1).
  func type(of entity: EntityID) -> String
  /// Other names with the rule of each, and ``TypeVote``s, in the order of names and then of rules; empty when there
  /// are none. ``otherNames(of:)`` and ``typeVotes(of:)`` tell them apart.
  ///
  /// - Complexity: O(*k*) for *k* names.
  func aliases(of entity: EntityID) -> [GraphContent.Alias]
  /// The rules of all ``aliases(of:)``, each once, in any order; perhaps some that none has any more.
  ///
  /// - Complexity: O(rules).
  var aliasRules: [String] { get }
  /// Entities with `name` as canonical name or alias, exactly, ascending; empty when there is none.
  ///
  /// - Complexity: O(log *n* + *k*).
  func entities(named name: String) -> [EntityID]
  /// Looks for `text` in the names and aliases of all entities, both case folded; for a text anywhere both without
  /// accents, too.
  ///
  /// - Parameters:
  ///   - place: where in a name it has to stand.
  ///   - body: gets what some names gave, in any order, with the number of names that were looked at for it; returns
  ///     whether to go on.
  /// - Complexity: O(names) for a text anywhere in a name, otherwise O(log *n* + *k*); in a store that was changed the
  ///   names of the changes more.
  func searchNames(for text: String, at place: NamePlace, _ body: ([NameMatch], _ read: Int) -> Bool)

  /// Name and attributes of a predicate.
  ///
  /// - Complexity: O(1).
  func predicate(_ id: PredicateID) -> GraphContent.Predicate

  /// Replaces the content of `buffer` by the edges of `entity`: outgoing ascending by edge, then incoming ascending by
  /// edge, as `direction` asks. A loop appears in both parts.
  ///
  /// - Complexity: O(*d* log *n*) for *d* edges of the directions asked for.
  func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency])

  /// As ``adjacency(of:_:into:)``, of very many edges only those before `mayGoOn`, which is asked now and then, says
  /// no.
  ///
  /// - Complexity: as ``adjacency(of:_:into:)``.
  func adjacency(
    of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency], while mayGoOn: () -> Bool)

  /// Appends the links of `entity` to `buffer`, in the order of ``adjacency(of:_:into:)``.
  ///
  /// - Complexity: O(*d* log *n*) for *d* edges, O(*d*) on average.
  func appendLinks(of entity: EntityID, to buffer: inout [Link])
  /// As ``appendLinks(of:to:)``, for who asks only for neighbors and facts: relation and direction may be left out.
  ///
  /// - Complexity: as ``appendLinks(of:to:)``.
  func appendBareLinks(of entity: EntityID, to buffer: inout [Link])

  /// An edge with its qualifiers and the summary of its evidence.
  ///
  /// - Complexity: O(log *n*) for itself and for each piece of its evidence.
  func edge(_ id: EdgeID) -> Edge
  /// The evidence of an edge in the order (document, sentence, byte ranges); empty for an imported one without any.
  ///
  /// - Complexity: O(log *n*) and the length of its sentence for each piece.
  func evidence(of edge: EdgeID) -> [Evidence]
  /// The same, of which the byte ranges may be empty: for who asks many edges for times and offices, and reads no text.
  ///
  /// - Complexity: O(log *n*) for each piece.
  func evidenceWithoutRanges(of edge: EdgeID) -> [Evidence]
  /// Tells that the evidence of most edges will be read, with its ranges: texts may be unpacked once for all of it, to
  /// a nameless file of `folder`. Answers stay the same.
  ///
  /// - Complexity: O(bytes of all texts).
  func unpackTexts(into folder: String)
  /// Whether a piece of evidence of an edge has an office, or a mark that tells of one.
  ///
  /// - Complexity: O(log *n*) for each piece, without its sentence.
  func tellsOfOffices(_ edge: EdgeID) -> Bool
  /// The documents whose sentences say an edge, ascending, each once; empty for one without evidence.
  ///
  /// - Complexity: O(log *n*) for each piece of its evidence.
  func documents(of edge: EdgeID) -> [DocumentID]
  /// The edges that a sentence of one of `documents` says, ascending.
  ///
  /// - Parameter mayGoOn: asked with the number of pieces of evidence that were looked at since it was asked last;
  ///   where it returns false, those found until then are returned.
  /// - Complexity: O(*n* + *e*) for all *e* pieces of evidence; when it is asked again, of a store O(edges returned).
  func edges(withEvidenceIn documents: Set<DocumentID>, while mayGoOn: (Int) -> Bool) -> [EdgeID]
  /// The edges for which somebody is named who says so, ascending.
  ///
  /// - Complexity: O(*k* log *k*) for *k* such edges.
  func attributions() -> [(edge: EdgeID, source: EntityID)]

  /// A document without its text.
  ///
  /// - Complexity: O(number of its sentences).
  func document(_ id: DocumentID) -> DocumentRecord
  /// The date of a document; nil when none is known.
  ///
  /// - Complexity: O(1).
  func date(of document: DocumentID) -> String?
  /// How many sentences a document has.
  ///
  /// - Complexity: O(1).
  func sentenceCount(of document: DocumentID) -> Int
  /// Who published a document; nil where nobody says.
  ///
  /// - Complexity: O(1).
  func source(of document: DocumentID) -> String?
  /// The first document, in the order of their ids, of the story of which `document` is a print; itself where no other
  /// one is a copy of it, and in graphs that do not know.
  ///
  /// - Complexity: O(log *n*); behind changes the first call compares the texts of the changes with those of the store
  ///   that may be copies.
  func story(of document: DocumentID) -> DocumentID
  /// The text of one sentence of a document, counted from 0; nil when it has no such sentence.
  ///
  /// - Complexity: O(length of the sentence).
  func sentence(_ index: Int, of document: DocumentID) -> String?
  /// The whole text of a document, UTF-8.
  ///
  /// - Complexity: O(length of the text).
  func text(of document: DocumentID) -> [UInt8]
}
