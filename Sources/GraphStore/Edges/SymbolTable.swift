internal import Bytes
internal import GraphModel
internal import Succinct

/// The symbols that occur, ascending.
struct SymbolTable: Sendable {
  private let predicates: NumberColumn
  private let kinds: PackedArray
  private let edgeCounts: SizeColumn
  private let runCounts: SizeColumn
  private let section: PagedView
  /// First symbol of each predicate, and the number of symbols, where there are not many.
  private let firstSymbols: [UInt32]?
  /// Whether all statements are known to be facts.
  let areFacts: Bool

  var count: Int { predicates.count }

  /// - Parameters:
  ///   - predicateCount: how many predicates the store has.
  ///   - hasSums: false up to version 3.
  init(_ section: PagedView, predicateCount: Int, hasSums: Bool) throws(BytesError) {
    var offset = 0
    predicates = try NumberColumn(section, at: &offset, isMonotone: hasSums)
    kinds = try PackedArray(section, at: &offset)
    edgeCounts = try SizeColumn(section, at: &offset, asStarts: hasSums)
    runCounts = try SizeColumn(section, at: &offset, asStarts: hasSums)
    self.section = section
    // A predicate occurs once with each kind, which bounds how many there are by the size of the file.
    guard kinds.count == predicates.count, edgeCounts.count == kinds.count, runCounts.count == kinds.count,
      kinds.count <= predicateCount * StatementKind.count
    else {
      throw section.damage("the symbols")
    }
    firstSymbols = predicateCount <= Self.fewPredicates ? Self.firstSymbols(predicates, predicateCount) : nil
    let kinds = kinds
    areFacts = firstSymbols != nil && (0..<kinds.count).allSatisfy { kinds[$0] == 0 }
  }

  /// Opening a store must not take long, so that only few are read then.
  private static let fewPredicates = 4096

  private static func firstSymbols(_ predicates: NumberColumn, _ predicateCount: Int) -> [UInt32]? {
    guard predicates.count <= 12 * predicateCount else { return nil }
    var first: [UInt32] = []
    for symbol in 0..<predicates.count {
      while first.count <= predicates[symbol], first.count < predicateCount { first.append(UInt32(symbol)) }
    }
    while first.count <= predicateCount { first.append(UInt32(predicates.count)) }
    return first
  }

  /// How many edges and runs have `symbol`; no more than a store can have, so that sums do not overflow.
  func size(of symbol: Int) -> PredicateSize {
    let (edges, runs) = (edgeCounts[symbol], runCounts[symbol])
    if max(edges, runs) > UInt64(UInt32.max) { section.recordDamage("the size of symbol \(symbol)") }
    return PredicateSize(edges: Int(UInt32(clamping: edges)), runs: Int(UInt32(clamping: runs)))
  }

  func predicate(of symbol: Int) -> Int { predicates[symbol] }

  func degree(of symbol: Int) -> StatementDegree {
    let kind = kinds[symbol]
    return kind == 0 ? .fact : kind & 15 == 0 ? .reported : .claim
  }

  func isAttributed(_ symbol: Int) -> Bool { kinds[symbol] & 16 != 0 }

  func kind(of symbol: Int) -> StatementKind {
    if let kind = UInt8(exactly: kinds[symbol]).flatMap(StatementKind.init) { return kind }
    section.recordDamage("the kind of symbol \(symbol)")
    return StatementKind(.affirmed, .certain, isAttributed: false)
  }

  /// The symbols of `predicate`.
  ///
  /// - Complexity: O(log *n*).
  func symbols(of predicate: Int) -> Range<Int> {
    let first = firstSymbol(of: predicate)
    return first..<max(first, firstSymbol(of: predicate + 1))
  }

  private func firstSymbol(of predicate: Int) -> Int {
    if let firstSymbols { return predicate < firstSymbols.count ? Int(firstSymbols[predicate]) : count }
    return predicates.count(below: predicate)
  }

  /// How many edges and runs have each of so many symbols.
  static func sizes(_ edges: EdgeColumns, symbols: Int) -> [PredicateSize] {
    var sizes = [PredicateSize](repeating: PredicateSize(edges: 0, runs: 0), count: symbols)
    for edge in 0..<edges.count {
      sizes[Int(edges.symbols[edge])].edges += 1
      if edges.beginsRun(edge) { sizes[Int(edges.symbols[edge])].runs += 1 }
    }
    return sizes
  }

  static func encode(_ symbols: [Symbol], _ sizes: [PredicateSize]) -> [UInt8] {
    var writer = ByteWriter()
    MonotoneArray.encode(symbols.map { Int($0.predicate) }, into: &writer)
    PackedArray.encode(symbols.map { UInt64($0.kind.rawValue) }, into: &writer)
    for size in [\PredicateSize.edges, \.runs] {
      MonotoneArray.encode(sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1[keyPath: size]) }, into: &writer)
    }
    return writer.bytes
  }
}
