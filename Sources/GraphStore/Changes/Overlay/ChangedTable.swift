internal import Bytes

/// What a change does with one table of a store: which rows go, which are replaced, which are added and where.
struct ChangedTable<Row: Sendable & Equatable>: Sendable {
  /// Where each row that the change speaks of stands; nil for one that is in neither.
  private(set) var places: [Renumbering.Place?] = []
  private(set) var added: [Row] = []
  /// By row of the store.
  private(set) var replaced: [Int: Row] = [:]
  private(set) var renumbering: Renumbering

  /// - Parameters:
  ///   - states: of the rows of the change.
  ///   - find: the row of the store that is the change's, or the one that it would stand before.
  ///   - isBefore: whether one row of the change belongs before another.
  ///   - what: names a row in an error.
  init(
    _ states: [GraphChange.State<Row>], baseCount: Int, find: (Int) -> (row: Int, isThere: Bool),
    isBefore: (Int, Int) -> Bool,
    what: (Int) -> String, place: String?
  ) throws(StoreError) {
    places = Array(repeating: nil, count: states.count)
    var removed: [Int] = []
    var new: [(number: Int, before: Int, row: Row)] = []
    for (number, state) in states.enumerated() {
      let (row, isThere) = find(number)
      if isThere { places[number] = .row(row) }
      switch state {
      case .kept where !isThere:
        throw .damaged(place: place, detail: "a change refers to \(what(number)), which is not there")
      case .kept: break
      case .gone: if isThere { removed.append(row) }
      case .present(let value):
        if isThere { replaced[row] = value } else { new.append((number, row, value)) }
      }
    }
    new.sort { $0.before != $1.before ? $0.before < $1.before : isBefore($0.number, $1.number) }
    for (place, row) in new.enumerated() {
      places[row.number] = Renumbering.Place(base: row.before, added: place)
      added.append(row.row)
    }
    renumbering = Renumbering(baseCount: baseCount, removed: removed.sorted(), before: new.map(\.before))
  }

  /// The number that row `number` of the change has; nil when it is not there.
  func number(_ number: Int) -> Int? {
    guard let place = places[number] else { return nil }
    return place.added == .max ? renumbering.number(ofBase: place.base) : renumbering.number(ofAdded: place.added)
  }
}
