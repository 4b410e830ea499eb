/// The edges of one predicate as columns.
public struct EdgesOfPredicate: Sendable, Equatable {
  /// Ascending, each once.
  public var subjects: [EntityID] = []
  /// Where the objects of each subject begin in ``objects``, and where those of the last one end.
  public var starts: [UInt32] = [0]
  /// Ascending for each subject, each once.
  public var objects: [EntityID] = []

  public init() {}

  /// The edges of `graph` with `predicate`, subject by subject.
  ///
  /// - Complexity: that of ``GraphScans/subjects(of:showing:into:)``, and of
  ///   ``GraphScans/neighbors(of:_:_:showing:into:)`` for each subject.
  package init(_ predicate: PredicateID, showing degrees: StatementDegrees, in graph: some GraphView) {
    graph.subjects(of: predicate, showing: degrees, into: &subjects)
    var found: [EntityID] = []
    for subject in subjects {
      graph.neighbors(of: subject, .outgoing, predicate, showing: degrees, into: &found)
      objects += found
      starts.append(UInt32(objects.count))
    }
  }

  /// The same edges with subjects and objects exchanged.
  ///
  /// - Complexity: O(edges + entities).
  /// - Parameter entities: number of entities of the graph.
  public func reversed(entities: Int) -> EdgesOfPredicate {
    var result = EdgesOfPredicate()
    var next = [UInt32](repeating: 0, count: entities + 1)
    for object in objects { next[Int(object.rawValue) + 1] += 1 }
    for entity in 0..<entities {
      if next[entity + 1] > 0 {
        result.subjects.append(EntityID(UInt32(entity)))
        result.starts.append(next[entity] + next[entity + 1])
      }
      next[entity + 1] += next[entity]
    }
    result.objects = Array(repeating: EntityID(0), count: objects.count)
    for (row, subject) in subjects.enumerated() {
      for place in starts[row]..<starts[row + 1] {
        let object = Int(objects[Int(place)].rawValue)
        result.objects[Int(next[object])] = subject
        next[object] += 1
      }
    }
    return result
  }
}

/// How much a graph says with one predicate.
public struct PredicateSize: Hashable, Sendable {
  public var edges: Int
  /// Pairs of a subject and a kind of statement; at least the number of distinct subjects.
  public var runs: Int

  public init(edges: Int, runs: Int) {
    self.edges = edges
    self.runs = runs
  }
}
