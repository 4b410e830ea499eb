internal import GraphModel

/// What a join asks about the nouns of several documents: in one of them edges meet that one document says, so a
/// variable is bound to the noun as one document has it, to a place.
protocol JoinedNouns: AnyObject {
  /// Where the numbers of places begin.
  var firstPlace: UInt32 { get }
  /// Bytes that the places take.
  var bytes: Int { get }
  func isApart(_ entity: EntityID) -> Bool
  /// The places of a noun with an edge from or to `neighbor`, ascending; all where it is nil.
  func places(of noun: EntityID, beside neighbor: EntityID?, _ budget: inout WorkBudget) -> [EntityID]
  func degree(of place: EntityID) -> Int
  /// As ``GraphScans/neighbors(of:_:_:showing:into:)``, of a place. The neighbors are entities, not places.
  func neighbors(
    of place: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees,
    into buffer: inout [EntityID])
  /// As ``GraphScans/hasEdge(from:_:to:showing:)``, where one of both ends is a place.
  func hasEdge(
    from subject: EntityID, _ predicate: PredicateID, to object: EntityID, showing degrees: StatementDegrees
  ) -> Bool
}
