internal import Bytes
internal import GraphModel

/// Descriptions without a name that several documents use: the `court` of one text is not that of another, so nothing
/// is joined there from text to text.
///
/// What was looked up is kept.
final class SharedNouns {
  /// By number of the entity: 0 where it was not looked up yet.
  private let known: ZeroedWords<UInt8>
  private var adjacency: [Adjacency] = []
  let documents = EdgeDocuments()
  /// The noun at which a path was last stopped.
  private(set) var barred: EntityID?

  /// - Parameter entities: how many the graph has.
  init(entities: Int) { known = ZeroedWords(count: entities) }

  private static let isShared: UInt8 = 1
  private static let isNone: UInt8 = 2

  /// Whether `entity` is such a noun.
  ///
  /// - Complexity: O(1) when it was asked about before. Otherwise O(length of the name); for a noun O(*d*) for *d*
  ///   edges, mostly O(1), as two documents are enough.
  @inline(__always)
  func contains(_ entity: EntityID, in graph: some GraphView) -> Bool {
    let found = known[Int(entity.rawValue)]
    return found == 0 ? lookUp(entity, in: graph) : found == Self.isShared
  }

  /// As ``contains(_:in:)``, of an entity that a path would go through.
  func bars(_ entity: EntityID, in graph: some GraphView) -> Bool {
    guard contains(entity, in: graph) else { return false }
    barred = entity
    return true
  }

  /// Begins a statement.
  func begin(_ clock: StatementClock, memory: Int) {
    barred = nil
    documents.begin(clock, memory: memory)
  }

  private func lookUp(_ entity: EntityID, in graph: some GraphView) -> Bool {
    let isShared = CommonNoun.isOne(graph.name(of: entity)) && isInSeveralDocuments(entity, graph)
    known[Int(entity.rawValue)] = isShared ? Self.isShared : Self.isNone
    return isShared
  }

  private func isInSeveralDocuments(_ entity: EntityID, _ graph: some GraphView) -> Bool {
    graph.adjacency(of: entity, .both, into: &adjacency)
    var first: DocumentID?
    var isSeveral = false
    for edge in adjacency where !isSeveral {
      documents.forEach(of: edge.edge, in: graph) { document in
        isSeveral = first ?? document != document
        first = document
        return !isSeveral
      }
    }
    return isSeveral
  }
}
