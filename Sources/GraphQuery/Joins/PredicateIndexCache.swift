internal import GraphModel

/// The relations that joins have asked for, as long as there is room: those that were not asked for longest give way.
struct PredicateIndexCache {
  struct Key: Hashable {
    var predicate: PredicateID
    var direction: Direction
    var degrees: StatementDegrees
  }

  private struct Entry {
    var relation: PredicateIndex
    var lastUse: Int
  }

  /// Bytes of all relations together.
  private static let capacity = 4 << 20
  private static let weightOfPast = 0.3

  private var entries: [Key: Entry] = [:]
  private var bytes = 0
  private var uses = 0
  private var marks: EntityMarks?
  /// Nanoseconds, about, that questions to the graph took since a relation that answers them was in memory.
  private var spent: [Key: Double] = [:]

  /// The relation of `key` where it is in memory, or where the graph was asked so often that reading it takes no more
  /// time than all that did; nil where the graph is to be asked.
  ///
  /// Who rents until as much is spent as buying costs pays at most twice of what would have been best, whatever comes
  /// (A. Karlin, M. Manasse, L. Rudolph, D. Sleator: Competitive snoopy caching, Algorithmica 1988). Costs are guessed,
  /// and who waits for a relation waits in one query, so that questions of the past count for a part.
  ///
  /// - Parameter cost: of the questions that are to come, of nanoseconds.
  mutating func relation(_ key: Key, for cost: Double, in graph: some GraphScans) -> PredicateIndex? {
    uses += 1
    if let known = entries[key]?.relation {
      entries[key]?.lastUse = uses
      return known
    }
    let size = graph.size(of: key.predicate, showing: key.degrees)
    let bytes = PredicateIndex.bytes(edges: size.edges, ends: size.runs, entities: graph.entityCount)
    guard bytes <= Self.capacity else { return nil }
    let past = spent[key, default: 0]
    guard past * Self.weightOfPast + cost > PlanCosts(graph).reading(key.direction, edges: Double(size.edges)) else {
      spent[key] = past + cost
      return nil
    }
    spent[key] = nil
    return read(key, in: graph)
  }

  private mutating func read(_ key: Key, in graph: some GraphScans) -> PredicateIndex {
    let relation = PredicateIndex(key.predicate, key.direction, showing: key.degrees, in: graph)
    bytes += relation.bytes
    while bytes > Self.capacity, let (oldest, entry) = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      bytes -= entry.relation.bytes
      entries[oldest] = nil
    }
    entries[key] = Entry(relation: relation, lastUse: uses)
    return relation
  }

  /// An empty set of entities, which whoever takes it leaves empty.
  mutating func marks(in graph: some GraphScans) -> EntityMarks {
    if let marks { return marks }
    let new = EntityMarks(entities: graph.entityCount)
    marks = new
    return new
  }
}
