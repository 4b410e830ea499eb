/// A deterministic automaton as rows of target states, -1 for none; state 0 is the start.
struct DeterministicTable {
  var rows: [[Int]]
  var isAccepting: [Bool]
  var classCount: Int

  /// The smallest automaton of the same language: without states that cannot accept any more, equal ones merged.
  /// It has no states when nothing is accepted.
  ///
  /// Moore's refinement, O(states² · classes) at worst; path expressions have few states.
  func minimized() -> DeterministicTable {
    let live = liveStates()
    guard live.first == true else { return DeterministicTable(rows: [], isAccepting: [], classCount: classCount) }
    var block = rows.indices.map { live[$0] ? (isAccepting[$0] ? 1 : 0) : -1 }
    var count = 0
    while true {
      var numbers: [[Int]: Int] = [:]
      var refined = block
      for state in rows.indices where live[state] {
        let signature = [block[state]] + rows[state].map { $0 < 0 ? -1 : block[$0] }
        let number = numbers[signature] ?? numbers.count
        numbers[signature] = number
        refined[state] = number
      }
      block = refined
      if numbers.count == count { break }
      count = numbers.count
    }
    // The refinement numbers blocks in the order of their first states, so the start keeps number 0.
    var table = DeterministicTable(
      rows: Array(repeating: [], count: count), isAccepting: Array(repeating: false, count: count),
      classCount: classCount)
    for state in rows.indices where live[state] {
      table.rows[block[state]] = rows[state].map { $0 < 0 ? -1 : block[$0] }
      table.isAccepting[block[state]] = isAccepting[state]
    }
    return table
  }

  /// Whether an accepting state can still be reached.
  private func liveStates() -> [Bool] {
    var live = isAccepting
    var changed = true
    while changed {
      changed = false
      for state in rows.indices where !live[state] {
        if rows[state].contains(where: { $0 >= 0 && live[$0] }) {
          live[state] = true
          changed = true
        }
      }
    }
    return live
  }
}
