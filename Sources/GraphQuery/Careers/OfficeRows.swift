internal import GraphModel

/// The offices of one holder while those that mean the same are put together.
struct OfficeRows {
  private(set) var rows: [HeldOffice]

  init(_ rows: [HeldOffice]) { self.rows = rows }

  /// Gives each row that `isMeant` to the only other one that it can mean; it stays where there are several or none.
  ///
  /// - Parameters:
  ///   - isMeant: which ones look for another, the last first.
  ///   - part: of which the two have the same.
  ///   - canMean: whether the one can be the other.
  mutating func fold<Part: Hashable>(
    _ isMeant: (HeldOffice) -> Bool, among part: KeyPath<HeldOffice, Part>, _ canMean: (HeldOffice, HeldOffice) -> Bool
  ) {
    let others = Dictionary(grouping: rows.indices) { rows[$0][keyPath: part] }
    var isTaken = [Bool](repeating: false, count: rows.count)
    for number in stride(from: rows.count - 1, through: 0, by: -1) where isMeant(rows[number]) {
      let row = rows[number]
      var target: Int?
      for other in others[row[keyPath: part]] ?? [] where other != number && !isTaken[other] {
        guard canMean(row, rows[other]) else { continue }
        if target != nil {
          target = nil
          break
        }
        target = other
      }
      guard let target else { continue }
      rows[target].take(row)
      isTaken[number] = true
    }
    rows = rows.indices.filter { !isTaken[$0] }.map { rows[$0] }
  }
}
