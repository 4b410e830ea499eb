internal import Bytes
internal import GraphModel

/// A store as it is after a change: every answer is that of a store written anew.
///
/// Rows of the store keep their order and get other numbers (``Renumbering``); what a change says of an edge replaces
/// what the store says. It is prepared in O(changes · log rows), and an answer costs a search among the changes more
/// than the store's.
struct ChangedGraph: Sendable {
  let base: GraphFile
  /// The tables of the change by overall numbers of rows.
  let entities: Renumbering
  let predicates: Renumbering
  let documents: Renumbering
  let edges: Renumbering

  struct AddedEdge: Sendable {
    /// Without its witnesses.
    var edge: Edge
    var evidence: [Evidence]
  }

  let addedEntities: [GraphContent.Entity]
  let addedPredicates: [GraphContent.Predicate]
  let addedDocuments: [GraphContent.Document]
  let addedEdges: [AddedEdge]
  /// Other aliases and attributes than the store has, by row of the store.
  let aliases: [Int: [GraphContent.Alias]]
  let attributes: [Int: GraphContent.Predicate]
  /// How the edges of an entity change, for each that the change speaks of and that is there.
  let touched: [EntityID: TouchedEntity]
  /// How many pieces of evidence of the store are not there, or replaced.
  let removedEvidence: Int
  let sizeChanges: [PredicateID: SizeChange]
  let decisions: [NamingDecision]
  let stories = ChangedStories()
  /// By name, the entities that the store does not have, or not with this name.
  let otherNames: [ByteString: [EntityID]]

  struct TouchedEntity: Sendable {
    /// Added edges, ascending.
    var outgoing: [Int] = []
    var incoming: [Int] = []
    /// How many edges of the store are removed.
    var removedOutgoing = 0
    var removedIncoming = 0

    var hasOtherEdges: Bool {
      !outgoing.isEmpty || !incoming.isEmpty || removedOutgoing > 0 || removedIncoming > 0
    }
  }

  /// By how many edges a predicate has more or fewer than in the store.
  struct SizeChange: Sendable {
    var facts = 0
    var reported = 0
    var claims = 0
    /// Edges that were added.
    var added = 0

    /// How many more edges of `degrees` there are.
    func edges(_ degrees: StatementDegrees) -> Int {
      (degrees.contains(.fact) ? facts : 0) + (degrees.contains(.reported) ? reported : 0)
        + (degrees.contains(.claim) ? claims : 0)
    }
  }

  /// - Throws: when the change speaks of a row that is not there.
  init(_ base: GraphFile, _ change: GraphChange) throws(StoreError) {
    var builder = try ChangedGraphBuilder(base, change)
    try builder.addEdges()
    self.base = base
    entities = builder.entities.renumbering
    predicates = builder.predicates.renumbering
    documents = builder.documents.renumbering
    addedEntities = builder.entities.added
    addedPredicates = builder.predicates.added
    addedDocuments = builder.documents.added
    aliases = builder.entities.replaced.mapValues(\.aliases)
    attributes = builder.predicates.replaced
    edges = builder.edgeNumbers
    addedEdges = builder.addedEdges
    touched = builder.touched
    removedEvidence = builder.removedEvidence
    sizeChanges = builder.sizeChanges
    decisions = change.decisions ?? base.decisions
    otherNames = Self.names(builder)
  }

  private static func names(_ builder: ChangedGraphBuilder) -> [ByteString: [EntityID]] {
    var names: [ByteString: [EntityID]] = [:]
    func add(_ entity: GraphContent.Entity, _ number: Int) {
      for name in Set(([entity.name] + entity.aliases.map(\.name)).map(ByteString.init)) {
        names[name, default: []].append(EntityID(UInt32(number)))
      }
    }
    for (row, entity) in builder.entities.added.enumerated() {
      add(entity, builder.entities.renumbering.number(ofAdded: row))
    }
    for (row, entity) in builder.entities.replaced {
      if let number = builder.entities.renumbering.number(ofBase: row) { add(entity, number) }
    }
    return names
  }

  /// The number of a row of the store; rows that are gone are not asked for.
  func entity(ofBase id: EntityID) -> EntityID {
    EntityID(UInt32(entities.number(ofBase: Int(id.rawValue)) ?? 0))
  }

  func predicate(ofBase id: PredicateID) -> PredicateID {
    PredicateID(UInt32(predicates.number(ofBase: Int(id.rawValue)) ?? 0))
  }

  /// The entity of the store that `id` is; nil for an added one.
  func baseEntity(_ id: EntityID) -> EntityID? {
    guard case .base(let row) = entities.source(of: Int(id.rawValue)) else { return nil }
    return EntityID(UInt32(row))
  }

  func basePredicate(_ id: PredicateID) -> PredicateID? {
    guard case .base(let row) = predicates.source(of: Int(id.rawValue)) else { return nil }
    return PredicateID(UInt32(row))
  }

  func hasOtherEdges(_ entity: EntityID) -> Bool { touched[entity]?.hasOtherEdges ?? false }
}
