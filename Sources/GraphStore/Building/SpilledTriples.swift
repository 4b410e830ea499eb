internal import Bytes

/// Triples that take more memory than they may: names and edges of a part at a time go to the disk, sorted, and are merged when
/// the store is written.
///
/// In a part edges refer to places among the part's own sorted names, so that the merge numbers them in one pass.
public final class SpilledTriples {
  private struct Part {
    var names: Range<Int>
    var nameCount: Int
    var edges: Range<Int>
  }

  private let folder: String
  private let memory: Int
  private let names: ScratchFile
  private let edges: ScratchFile
  private var parts: [Part] = []
  /// Other names, by key; they stay in memory.
  private var aliases: [[UInt8]: Set<GraphContent.Alias>] = [:]
  /// What stands for all parts: types, predicates.
  private(set) var table = TripleTable()
  /// Edges of all parts, some perhaps several times.
  public private(set) var count = 0

  /// - Parameters:
  ///   - folder: where the disk is used.
  ///   - memory: bytes that sorting may take.
  public init(folder: String, memory: Int) throws(StoreError) {
    self.folder = folder
    self.memory = memory
    do {
      names = try ScratchFile(folder: folder)
      edges = try ScratchFile(folder: folder)
    } catch {
      throw StoreError(error)
    }
  }

  /// Takes the entities and edges of `table`; its types and predicates keep their numbers.
  public func take(_ table: inout TripleTable) throws(StoreError) {
    do throws(BytesError) {
      let order = table.entityOrder()
      let namesStart = names.count
      for number in order {
        let key = table.key(number)
        var length = ByteWriter()
        length.appendVarint(UInt64(key.count))
        try names.append(contentsOf: length.bytes)
        try names.append(contentsOf: key)
      }
      try names.flush()
      let ranks = TripleTable.inverse(order)
      let edgesStart = edges.count
      for edge in 0..<table.edges.count {
        try edges.append(ranks[Int(table.edges.subjects[edge])])
        try edges.append(table.edges.symbols[edge])
        try edges.append(ranks[Int(table.edges.objects[edge])])
      }
      try edges.flush()
      parts.append(
        Part(names: namesStart..<names.count, nameCount: order.count, edges: edgesStart..<edges.count))
      count += table.count
    } catch {
      throw StoreError(error)
    }
    for (entity, names) in table.aliases { aliases[Array(table.key(entity)), default: []].formUnion(names) }
    table.removeEntities()
    self.table = table
  }

  // MARK: - Merging

  /// A name of one part.
  private struct Head: Comparable {
    var folded: [UInt8]
    /// As ``TripleTable`` keeps it, with the number of the type behind it.
    var key: [UInt8]
    var typeRank: UInt32
    var part: Int

    var name: ArraySlice<UInt8> { key.dropLast(3) }

    static func < (a: Head, b: Head) -> Bool {
      var order = byteOrder(a.folded, b.folded)
      if order == 0 { order = byteOrder(Array(a.name), Array(b.name)) }
      if order != 0 { return order < 0 }
      return a.typeRank != b.typeRank ? a.typeRank < b.typeRank : a.part < b.part
    }

    static func == (a: Head, b: Head) -> Bool { a.key == b.key && a.part == b.part }
  }

  /// What merging gives beside the edges.
  struct Merged {
    var names: EncodedSection
    /// Number of the type of each entity.
    var types: [UInt16]
    /// Other names of each entity; empty when there are none at all.
    var aliases: [[GraphContent.Alias]]
    var edges: KeySorter
  }

  /// All names in the order of the store, and the edges with their numbers; predicates have those of the table still.
  ///
  /// - Parameter predicates: the numbers that predicates get.
  func merged(predicates: [UInt32]) throws -> Merged {
    let (list, types, aliases, maps) = try mergeNames()
    let sorter = KeySorter(folder: folder, memory: memory / 2)
    for (part, map) in zip(parts, maps) {
      var numbers: [UInt32] = []
      numbers.reserveCapacity(part.nameCount)
      var reader = ScratchReader(map, 0..<map.count)
      for _ in 0..<part.nameCount { numbers.append(try reader.number()) }
      reader = ScratchReader(edges, part.edges)
      while !reader.isAtEnd {
        let subject = numbers[Int(try reader.number())]
        let predicate = predicates[Int(try reader.number())]
        let object = numbers[Int(try reader.number())]
        try sorter.append(KeySorter.Key(high: UInt64(subject) << 32 | UInt64(predicate), low: object))
      }
    }
    return Merged(names: list, types: types, aliases: aliases, edges: sorter)
  }

  /// An empty sorter in the same folder, for what follows.
  func sorter() -> KeySorter { KeySorter(folder: folder, memory: memory / 2) }

  private func mergeNames() throws -> (
    list: EncodedSection, types: [UInt16], aliases: [[GraphContent.Alias]], maps: [ScratchFile]
  ) {
    let typeRanks = table.typeRanks()
    var readers = parts.map { ScratchReader(names, $0.names) }
    var maps: [ScratchFile] = []
    for _ in parts { maps.append(try ScratchFile(folder: folder)) }
    var heap = BinaryHeap<Head>()
    func push(_ part: Int) throws(BytesError) {
      guard !readers[part].isAtEnd else { return }
      var length = 0
      var shift = 0
      while true {
        let byte = Int(try readers[part].byte())
        length |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      let key = try readers[part].bytes(length)
      heap.push(
        Head(
          folded: caseFolded(Array(key.dropLast(3))), key: key, typeRank: typeRanks[TripleTable.type(key[...])],
          part: part))
    }
    for part in readers.indices { try push(part) }
    var builder = StringList.Builder(order: .folded)
    var types: [UInt16] = []
    var otherNames: [[GraphContent.Alias]] = []
    var last: [UInt8] = []
    while let head = heap.pop() {
      if head.key != last || types.isEmpty {
        builder.append(head.name)
        types.append(UInt16(TripleTable.type(head.key[...])))
        if !aliases.isEmpty { otherNames.append(aliases[head.key].map(Array.init) ?? []) }
        last = head.key
      }
      try maps[head.part].append(UInt32(types.count - 1))
      try push(head.part)
    }
    for map in maps { try map.flush() }
    return (builder.finished(), types, otherNames, maps)
  }
}
