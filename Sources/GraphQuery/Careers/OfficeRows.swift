internal import GraphModel

/// The offices of one holder while those that mean the same are put together.
struct OfficeRows {
  private(set) var rows: [HeldOffice]

  init(_ rows: [HeldOffice]) { self.rows = rows }

  /// Gives each row to the only other one that it can mean; it stays where there are several or none.
  ///
  /// - Parameters:
  ///   - sought: by what a row looks for another, the last row first; nil for one that looks for none.
  ///   - told: by what a row may be found.
  ///   - canMean: whether the one can be the other, of those found.
  /// - Complexity: O(rows × what each is told by), and of `canMean` as many as are found before the second that it
  ///   can mean.
  mutating func fold<Mark: Hashable>(
    by sought: (HeldOffice) -> Mark?, told: (HeldOffice) -> [Mark], _ canMean: (HeldOffice, HeldOffice) -> Bool
  ) {
    var found: [Mark: [Int]] = [:]
    for (number, row) in rows.enumerated() {
      for mark in told(row) { found[mark, default: []].append(number) }
    }
    var isTaken = [Bool](repeating: false, count: rows.count)
    for number in stride(from: rows.count - 1, through: 0, by: -1) {
      guard let others = sought(rows[number]).flatMap({ found[$0] }) else { continue }
      let row = rows[number]
      var target: Int?
      for other in others where other != number && !isTaken[other] {
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

/// By what an office of one body is found.
struct OfficeMark: Hashable {
  var body: EntityID?
  /// A key or the words at its end; empty where any office of the body is meant.
  var words: Substring = ""
}
