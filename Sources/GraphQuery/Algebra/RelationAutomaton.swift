internal import GraphModel

/// A path expression as the smallest deterministic automaton: one path of edges has at most one run.
///
/// An edge walked in one direction is a symbol. Symbols that no relation of the expression tells apart form a class.
struct RelationAutomaton {
  /// 0 when the expression matches nothing. At most 255; the start is state 0.
  private(set) var stateCount: Int
  private(set) var isAccepting: [Bool]
  /// Whether any edge may be walked in this direction at all.
  let usesForward: Bool
  let usesBackward: Bool
  /// By state: whether a walk may go on from it.
  let goesOn: [Bool]
  /// One accepting state that every edge in either direction keeps: nothing has to be looked up.
  let isUnrestricted: Bool

  /// Class of the symbol 2 · predicate + (backward ? 1 : 0).
  private let classes: [UInt8]
  private let classCount: Int
  /// State after state · classCount + class; -1 for none.
  private let next: [Int16]
  /// States before state · classCount + class.
  private let previous: [[UInt8]]

  /// The state after `state` when an edge is walked; -1 when the expression does not allow it.
  @inline(__always)
  func state(after state: Int, _ predicate: PredicateID, backward: Bool) -> Int {
    if isUnrestricted { return 0 }
    let symbol = Int(classes[2 * Int(predicate.rawValue) + (backward ? 1 : 0)])
    return Int(next[state * classCount + symbol])
  }

  /// The states from which walking the edge leads to `state`.
  @inline(__always)
  func states(before state: Int, _ predicate: PredicateID, backward: Bool) -> [UInt8] {
    let symbol = Int(classes[2 * Int(predicate.rawValue) + (backward ? 1 : 0)])
    return previous[state * classCount + symbol]
  }

  /// Every relation, in both directions.
  init() {
    stateCount = 1
    isAccepting = [true]
    goesOn = [true]
    usesForward = true
    usesBackward = true
    isUnrestricted = true
    classes = []
    classCount = 0
    next = []
    previous = []
  }

  /// - Parameters:
  ///   - table: a minimal deterministic automaton.
  ///   - classes: as the property of that name.
  init(_ table: DeterministicTable, classes: [UInt8]) {
    stateCount = table.rows.count
    isAccepting = table.isAccepting
    goesOn = table.rows.map { row in row.contains { $0 >= 0 } }
    classCount = table.classCount
    next = table.rows.flatMap { $0.map { Int16($0) } }
    self.classes = classes
    isUnrestricted = false
    var previous = [[UInt8]](repeating: [], count: stateCount * classCount)
    var used = [Bool](repeating: false, count: classCount)
    for (state, row) in table.rows.enumerated() {
      for (symbol, target) in row.enumerated() where target >= 0 {
        previous[target * classCount + symbol].append(UInt8(state))
        used[symbol] = true
      }
    }
    self.previous = previous
    var usesForward = false
    var usesBackward = false
    for (symbol, number) in classes.enumerated() where used[Int(number)] {
      if symbol % 2 == 0 { usesForward = true } else { usesBackward = true }
    }
    self.usesForward = usesForward
    self.usesBackward = usesBackward
  }
}
