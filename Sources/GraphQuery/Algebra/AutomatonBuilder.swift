internal import GraphModel

/// Builds the automaton of a path expression: Thompson's construction, subset construction, minimization.
struct AutomatonBuilder {
  /// One relation of the expression, or `.`, in one direction: the set of symbols it allows.
  private struct Atom: Hashable {
    /// Nil for any relation.
    var meanings: [RelationNames.Meaning]?
    var isInverse: Bool
  }

  private struct Step {
    /// Nil for a step that takes no edge.
    var atom: Int?
    var target: Int
  }

  private var atoms: [Atom] = []
  private var steps: [[Step]] = []

  /// The place of the whole expression, for errors.
  private let range: SourceRange
  private let names: RelationNames

  /// Symmetric predicates may be walked both ways wherever they may be walked at all.
  static func automaton(
    of via: ViaClause, predicateCount: Int, names: RelationNames, _ budget: inout WorkBudget
  ) throws(Interruption) -> RelationAutomaton {
    var builder = AutomatonBuilder(range: via.range, names: names)
    let start = builder.state()
    let end = builder.state()
    try builder.add(via.pattern, from: start, to: end, isInverse: false, &budget)
    let classes = builder.classes(predicateCount: predicateCount)
    guard let table = builder.table(start: start, end: end, masks: classes.masks) else { throw builder.tooLarge }
    return RelationAutomaton(table, classes: classes.numbers)
  }

  private init(range: SourceRange, names: RelationNames) {
    self.range = range
    self.names = names
  }

  private var tooLarge: Interruption { .error(QueryError(.patternTooLarge, at: range)) }

  private mutating func state() -> Int {
    steps.append([])
    return steps.count - 1
  }

  private mutating func add(
    _ pattern: PathExpression, from start: Int, to end: Int, isInverse: Bool,
    _ budget: inout WorkBudget
  ) throws(Interruption) {
    guard steps.count < 1_000 else { throw tooLarge }
    switch pattern {
    case .any: try add(Atom(meanings: nil, isInverse: isInverse), from: start, to: end)
    case .relation(let name):
      try add(Atom(meanings: try names.resolve(name, &budget), isInverse: isInverse), from: start, to: end)
    case .inverse(let inner): try add(inner, from: start, to: end, isInverse: !isInverse, &budget)
    case .alternatives(let parts):
      for part in parts { try add(part, from: start, to: end, isInverse: isInverse, &budget) }
    case .sequence(let parts):
      var here = start
      for part in isInverse ? parts.reversed() : parts {
        let next = state()
        try add(part, from: here, to: next, isInverse: isInverse, &budget)
        here = next
      }
      steps[here].append(Step(atom: nil, target: end))
    case .repeated(let inner, let minimum, let maximum):
      var here = start
      for _ in 0..<minimum {
        let next = state()
        try add(inner, from: here, to: next, isInverse: isInverse, &budget)
        here = next
      }
      guard let maximum else {
        let loop = state()
        steps[here].append(Step(atom: nil, target: loop))
        let back = state()
        try add(inner, from: loop, to: back, isInverse: isInverse, &budget)
        steps[back].append(Step(atom: nil, target: loop))
        steps[loop].append(Step(atom: nil, target: end))
        return
      }
      for _ in minimum..<maximum {
        steps[here].append(Step(atom: nil, target: end))
        let next = state()
        try add(inner, from: here, to: next, isInverse: isInverse, &budget)
        here = next
      }
      steps[here].append(Step(atom: nil, target: end))
    }
  }

  private mutating func add(_ atom: Atom, from start: Int, to end: Int) throws(Interruption) {
    let number = atoms.firstIndex(of: atom) ?? atoms.count
    if number == atoms.count { atoms.append(atom) }
    guard atoms.count <= 64 else { throw tooLarge }
    steps[start].append(Step(atom: number, target: end))
  }

  /// Numbers the sets of atoms that allow a symbol; `masks` has the set of each class.
  private func classes(predicateCount: Int) -> (numbers: [UInt8], masks: [UInt64]) {
    var masks = [UInt64](repeating: 0, count: 2 * predicateCount)
    func allow(_ predicate: Int, backward: Bool, _ bit: UInt64) {
      masks[2 * predicate + (backward ? 1 : 0)] |= bit
      if names.symmetric.contains(PredicateID(UInt32(predicate))) { masks[2 * predicate + (backward ? 0 : 1)] |= bit }
    }
    for (number, atom) in atoms.enumerated() {
      let bit: UInt64 = 1 << number
      if let meanings = atom.meanings {
        for meaning in meanings {
          allow(Int(meaning.predicate.rawValue), backward: meaning.isInverse != atom.isInverse, bit)
        }
      } else {
        for predicate in 0..<predicateCount { allow(predicate, backward: atom.isInverse, bit) }
      }
    }
    var known: [UInt64: UInt8] = [:]
    var distinct: [UInt64] = []
    let numbers = masks.map { mask in
      // Numbers beyond a byte never count: `table` refuses so many classes.
      if let number = known[mask] { return number }
      let number = UInt8(clamping: distinct.count)
      known[mask] = number
      distinct.append(mask)
      return number
    }
    return (numbers, distinct)
  }

  /// Steps of states that are looked at for a table, at most: they take less than a tenth of a second or so.
  private static let mostWork = 4_000_000

  /// The deterministic table by subset construction; nil when it has too many states or classes.
  private func table(start: Int, end: Int, masks: [UInt64]) -> DeterministicTable? {
    guard masks.count <= 256 else { return nil }
    let first = closure([start])
    var numbers = [first: 0]
    var sets = [first]
    var rows: [[Int]] = []
    var work = 0
    while rows.count < sets.count {
      var row: [Int] = []
      work += masks.count * sets[rows.count].reduce(1) { $0 + steps[$1].count }
      guard work <= Self.mostWork else { return nil }
      for mask in masks {
        var targets: Set<Int> = []
        for state in sets[rows.count] {
          for step in steps[state] {
            if let atom = step.atom, mask & (1 << atom) != 0 { targets.insert(step.target) }
          }
        }
        guard !targets.isEmpty else {
          row.append(-1)
          continue
        }
        let set = closure(Array(targets))
        if numbers[set] == nil {
          guard sets.count < 512 else { return nil }
          numbers[set] = sets.count
          sets.append(set)
        }
        row.append(numbers[set] ?? -1)
      }
      rows.append(row)
    }
    let table = DeterministicTable(
      rows: rows, isAccepting: sets.map { $0.contains(end) }, classCount: masks.count
    ).minimized()
    return table.rows.count <= 255 ? table : nil
  }

  /// `states` and all that can be reached from them without an edge, ascending.
  private func closure(_ states: [Int]) -> [Int] {
    var seen = Set(states)
    var open = states
    while let state = open.popLast() {
      for step in steps[state] where step.atom == nil {
        if seen.insert(step.target).inserted { open.append(step.target) }
      }
    }
    return seen.sorted()
  }
}
