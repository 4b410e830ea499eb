internal import Bytes
internal import ExternalSort
internal import GraphModel

/// Triples that take more memory than they may: names and edges of a part at a time go to the disk, sorted, and are
/// merged when the store is written.
///
/// In a part edges refer to the part's own names by their numbers in it, so that the merge numbers them in one pass.
///
///     let spilled = try SpilledTriples(folder: "/tmp", memory: 1 << 30)
///     if table.byteCount > 1 << 30 { try spilled.take(&table) }
///     try spilled.take(&table)
///     try GraphWriter.encode(spilled).write(to: "all.tercet")
public final class SpilledTriples {
  private let folder: String
  private let memory: Int
  private let names: SpilledNames
  private let edges: ScratchFile
  /// The edges of each part.
  private var parts: [Range<Int>] = []
  /// What stands for all parts: types, predicates, symbols, rules.
  private(set) var table = TripleTable()
  /// Edges of all parts, some perhaps several times.
  public private(set) var count = 0

  /// - Parameters:
  ///   - folder: where the disk is used.
  ///   - memory: bytes that sorting may take.
  /// - Throws: ``StoreError/file(_:)`` when no file can be made in `folder`.
  /// - Complexity: O(1).
  public init(folder: String, memory: Int) throws(StoreError) {
    self.folder = folder
    self.memory = memory
    do {
      names = try SpilledNames(folder: folder, memory: memory)
      edges = try ScratchFile(folder: folder)
    } catch {
      throw StoreError(error)
    }
  }

  /// Takes the entities and edges of `table`; its types and predicates keep their numbers, its entities are gone.
  ///
  /// - Throws: ``StoreError/file(_:)`` when the disk is full.
  /// - Complexity: O(*n* + *k* log *k*) for *n* triples and *k* names and other names.
  public func take(_ table: inout TripleTable) throws(StoreError) {
    do throws(BytesError) {
      try names.take(table)
      let start = edges.count
      for edge in 0..<table.edges.count {
        try edges.append(table.edges.subjects[edge])
        try edges.append(table.edges.symbols[edge])
        try edges.append(table.edges.objects[edge])
        try edges.append(table.edges.sources.isEmpty ? 0 : table.edges.sources[edge])
      }
      try edges.flush()
      parts.append(start..<edges.count)
      count += table.count
    } catch {
      throw StoreError(error)
    }
    table.removeEntities()
    self.table = table
  }

  /// All names in the order of the store, and the edges with their numbers.
  ///
  /// - Parameter symbols: the numbers that symbols get.
  func merged(symbols: [UInt32]) throws -> (names: SpilledNames.Merged, edges: KeySorter) {
    let merged = try names.merged(table)
    let sorter = self.sorter()
    try merged.forEachPart { part, numbers in
      var reader = ScratchReader(edges, parts[part])
      while !reader.isAtEnd {
        let subject = numbers[Int(try reader.number())]
        let symbol = symbols[Int(try reader.number())]
        let object = numbers[Int(try reader.number())]
        let source = try reader.number()
        try sorter.append(
          EdgeLists.key(
            subject: subject, symbol: symbol, object: object, source: source == 0 ? 0 : numbers[Int(source) - 1] + 1))
      }
    }
    return (merged, sorter)
  }

  /// An empty sorter in the same folder, for what follows.
  func sorter() -> KeySorter { KeySorter(folder: folder, memory: memory / 2) }
}
