internal import Bytes
internal import GraphModel
internal import Succinct

/// A predicate together with how a statement is meant: the edges of one subject and symbol stand together.
struct Symbol: Hashable, Comparable, Sendable {
  var predicate: Int
  var kind: StatementKind

  static func < (a: Self, b: Self) -> Bool { (a.predicate, a.kind.rawValue) < (b.predicate, b.kind.rawValue) }
}

/// The symbols that occur, ascending.
struct SymbolTable: Sendable {
  private let predicates: PackedArray
  private let kinds: PackedArray
  private let edgeCounts: PackedArray
  private let runCounts: PackedArray
  private let section: PagedView
  /// First symbol of each predicate, and the number of symbols, where there are not many.
  private let firstSymbols: [UInt32]?
  /// Whether all statements are known to be facts.
  let areFacts: Bool

  var count: Int { predicates.count }

  /// - Parameter predicateCount: how many predicates the store has.
  init(_ section: PagedView, predicateCount: Int) throws(BytesError) {
    var offset = 0
    predicates = try PackedArray(section, at: &offset)
    kinds = try PackedArray(section, at: &offset)
    edgeCounts = try PackedArray(section, at: &offset)
    runCounts = try PackedArray(section, at: &offset)
    self.section = section
    guard kinds.count == predicates.count, edgeCounts.count == kinds.count, runCounts.count == kinds.count else {
      throw section.damage("the symbols")
    }
    firstSymbols = predicateCount <= Self.fewPredicates ? Self.firstSymbols(predicates, predicateCount) : nil
    let kinds = kinds
    areFacts = firstSymbols != nil && (0..<kinds.count).allSatisfy { kinds[$0] & 15 == 0 }
  }

  /// Opening a store must not take long, so that only few are read then.
  private static let fewPredicates = 4096

  private static func firstSymbols(_ predicates: PackedArray, _ predicateCount: Int) -> [UInt32]? {
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

  func predicate(of symbol: Int) -> Int { Int(predicates[symbol]) }

  func isFact(_ symbol: Int) -> Bool { kinds[symbol] & 15 == 0 }

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
    return (0..<count).first(behind: { Int(predicates[$0]) < predicate })
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
    PackedArray.encode(symbols.map { UInt64($0.predicate) }, into: &writer)
    PackedArray.encode(symbols.map { UInt64($0.kind.rawValue) }, into: &writer)
    PackedArray.encode(sizes.map { UInt64($0.edges) }, into: &writer)
    PackedArray.encode(sizes.map { UInt64($0.runs) }, into: &writer)
    return writer.bytes
  }
}

/// Who says so, for the edges whose kind is attributed.
struct SourceTable: Sendable {
  private let edges: MonotoneArray
  private let sources: PackedArray
  private let section: PagedView

  /// Reads what stands at `offset` and moves `offset` behind it.
  init(_ section: PagedView, at offset: inout Int) throws(BytesError) {
    edges = try MonotoneArray(section, at: &offset)
    sources = try PackedArray(section, at: &offset)
    self.section = section
    guard edges.count == sources.count else { throw section.damage("the sources") }
  }

  /// All edges that have a source, ascending, with it.
  var all: [(edge: Int, source: Int)] { (0..<edges.count).map { (edges[$0], Int(sources[$0])) } }

  /// The entity that says what `edge` states; nil, with the damage remembered, when there is none.
  func source(of edge: Int) -> Int? {
    let place = edges.count(atMost: edge) - 1
    guard place >= 0, edges[place] == edge else {
      section.recordDamage("the source of edge \(edge)")
      return nil
    }
    return Int(sources[place])
  }

  /// Writes the section from edges with sources, ascending.
  struct Builder {
    private var edges: MonotoneArray.Builder
    private var sources: PackedArray.Builder

    init(count: Int, lastEdge: Int, largest: UInt32) {
      edges = MonotoneArray.Builder(count: count, largest: lastEdge)
      sources = PackedArray.Builder(count: count, largest: UInt64(largest))
    }

    mutating func append(edge: Int, source: UInt32) {
      edges.append(edge)
      sources.append(UInt64(source))
    }

    consuming func finished() -> [UInt8] {
      var writer = ByteWriter()
      edges.finish(into: &writer)
      sources.finish(into: &writer)
      return writer.bytes
    }
  }

  static func encode(_ sources: [(edge: Int, source: Int)]) -> [UInt8] {
    var builder = Builder(
      count: sources.count, lastEdge: sources.last?.edge ?? 0, largest: UInt32(sources.map(\.source).max() ?? 0))
    for row in sources { builder.append(edge: row.edge, source: UInt32(row.source)) }
    return builder.finished()
  }
}
