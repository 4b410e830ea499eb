internal import Bytes

/// One numbering of the rows of a store without some of them and of added rows between them.
struct Renumbering: Sendable {
  /// Where a row stands among the rows of the store, also one that is removed or added.
  struct Place: Sendable, Comparable {
    /// The row of the store, or the one that an added row stands before.
    var base: Int
    /// Which of the added rows; `Int.max` for one of the store.
    var added: Int

    static func row(_ number: Int) -> Place { Place(base: number, added: .max) }

    static func < (a: Place, b: Place) -> Bool { (a.base, a.added) < (b.base, b.added) }
  }

  enum Source: Sendable, Equatable {
    /// A row of the store.
    case base(Int)
    /// One of the added rows.
    case added(Int)
  }

  /// Rows of the store that are not there, ascending.
  private let removed: [Int]
  /// The row of the store that each added row stands before, ascending.
  private let before: [Int]
  private let addedNumbers: [Int]
  /// How many rows there are.
  let count: Int

  /// - Parameters:
  ///   - baseCount: how many rows the store has.
  ///   - removed: some of them, ascending, each once.
  ///   - before: for each added row, in order, the row of the store that it stands before, or `baseCount`; ascending.
  init(baseCount: Int, removed: [Int], before: [Int]) {
    self.removed = removed
    self.before = before
    count = baseCount - removed.count + before.count
    addedNumbers = before.enumerated().map { number, base in
      base - (0..<removed.count).first(behind: { removed[$0] < base }) + number
    }
  }

  /// The number of a row of the store; nil when it is removed.
  ///
  /// - Complexity: O(log changes); likewise the others.
  func number(ofBase row: Int) -> Int? {
    let gone = (0..<removed.count).first(behind: { removed[$0] < row })
    if gone < removed.count, removed[gone] == row { return nil }
    return row - gone + (0..<before.count).first(behind: { before[$0] <= row })
  }

  /// The number of an added row.
  func number(ofAdded row: Int) -> Int { addedNumbers[row] }

  /// What has the number `number`.
  func source(of number: Int) -> Source {
    let added = (0..<addedNumbers.count).first(behind: { addedNumbers[$0] < number })
    if added < addedNumbers.count, addedNumbers[added] == number { return .added(added) }
    let kept = number - added
    let gone = (0..<removed.count).first(behind: { removed[$0] - $0 <= kept })
    return .base(kept + gone)
  }
}
