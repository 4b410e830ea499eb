internal import GraphModel

/// Numbers the pairs of predicate and kind of triples in the order of their first appearance.
struct SymbolInterner: Sendable {
  private(set) var symbols: [Symbol] = []
  /// The number of each predicate with the kind of plain facts + 1; 0 for none.
  private var facts: [UInt32] = []
  private var others: [Symbol: UInt32] = [:]

  mutating func number(_ predicate: UInt32, _ kind: StatementKind) -> UInt32 {
    let symbol = Symbol(predicate: Int(predicate), kind: kind)
    guard kind.rawValue == 0 else {
      if let known = others[symbol] { return known }
      others[symbol] = UInt32(symbols.count)
      symbols.append(symbol)
      return UInt32(symbols.count - 1)
    }
    while facts.count <= predicate { facts.append(0) }
    if facts[Int(predicate)] == 0 {
      symbols.append(symbol)
      facts[Int(predicate)] = UInt32(symbols.count)
    }
    return facts[Int(predicate)] - 1
  }
}

/// Predicates and symbols in the order of the store.
struct SymbolOrder {
  /// Their numbers in the table.
  private(set) var predicates: [UInt32] = []
  private(set) var symbols: [Symbol] = []
  /// The place of each symbol of the table.
  let places: [UInt32]

  /// - Parameters:
  ///   - predicates: their numbers in the order of their names.
  ///   - unused: whether those count that no symbol has.
  init(_ interner: SymbolInterner, predicates: [UInt32], unused: Bool) {
    var isUsed = [Bool](repeating: unused, count: predicates.count)
    for symbol in interner.symbols { isUsed[symbol.predicate] = true }
    var numbers = [Int](repeating: 0, count: predicates.count)
    for predicate in predicates where isUsed[Int(predicate)] {
      numbers[Int(predicate)] = self.predicates.count
      self.predicates.append(predicate)
    }
    let renumbered = interner.symbols.map { Symbol(predicate: numbers[$0.predicate], kind: $0.kind) }
    let order = renumbered.indices.sorted { renumbered[$0] < renumbered[$1] }
    symbols = order.map { renumbered[$0] }
    places = order.map { UInt32($0) }.inverse
  }
}
