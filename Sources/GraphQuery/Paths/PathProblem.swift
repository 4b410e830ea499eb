internal import GraphModel

/// Which paths are looked for, all names resolved.
struct PathProblem {
  var start: UInt32
  var end: UInt32
  var automaton: RelationAutomaton
  /// Which edges may be walked.
  var degrees: StatementDegrees
  /// Entities that no path may enter.
  var avoided: Set<UInt32> = []
  /// Most edges of an entity between the ends.
  var hubDegree: Int?
  /// At most ``QueryLimits/longestPath``.
  var maximalLength: Int
  var rule = EdgeRule()
  /// Whether the best supported path counts, not the shortest.
  var isWeighted = false
  /// What no path goes through besides; nil in a graph of fewer than two documents.
  var nouns: SharedNouns?
  /// Edges that must not be the first one: what Yen's method takes away.
  var bannedFirst: Set<UInt32> = []

  /// Whether `entity` is one that no path goes through between its ends: a noun of several documents.
  @inline(__always)
  func bars(_ entity: EntityID, _ graph: some GraphView) -> Bool {
    guard let nouns, entity.rawValue != start, entity.rawValue != end else { return false }
    return nouns.bars(entity, in: graph)
  }

  /// Which side of a node's edges a walk from the start has to look at.
  var outward: Direction { direction(automaton.usesForward, automaton.usesBackward) }
  /// The same for a walk from the end.
  var inward: Direction { direction(automaton.usesBackward, automaton.usesForward) }

  private func direction(_ outgoing: Bool, _ incoming: Bool) -> Direction {
    outgoing && incoming ? .both : incoming ? .incoming : .outgoing
  }
}

/// One edge of a path that was found.
struct PathEdge: Hashable, Comparable {
  /// The place that it reaches, as ``SearchMarks/key(_:_:)``.
  var key: UInt64
  var edge: UInt32
  /// Walked from object to subject.
  var isBackward: Bool

  init(edge: UInt32, key: UInt64, isBackward: Bool) {
    self.edge = edge
    self.key = key
    self.isBackward = isBackward
  }

  /// Bytes that a path of so many edges takes.
  static func bytes(_ count: Int) -> Int { 48 + MemoryLayout<PathEdge>.stride * count }

  var entity: UInt32 { UInt32(truncatingIfNeeded: key >> 8) }

  static func < (a: PathEdge, b: PathEdge) -> Bool { (a.edge, a.key) < (b.edge, b.key) }
}
