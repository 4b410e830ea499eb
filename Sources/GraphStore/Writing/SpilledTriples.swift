internal import Bytes
internal import ExternalSort
internal import GraphModel

/// Triples that take more memory than they may: names and edges of a part at a time go to the disk, sorted, and are
/// merged when the store is written.
///
/// In a part edges refer to places among the part's own sorted names, so that the merge numbers them in one pass.
///
///     let spilled = try SpilledTriples(folder: "/tmp", memory: 1 << 30)
///     if table.byteCount > 1 << 30 { try spilled.take(&table) }
///     try spilled.take(&table)
///     try GraphWriter.encode(spilled).write(to: "all.tercet")
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
      names = try ScratchFile(folder: folder)
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
      let order = table.entityOrder()
      let namesStart = names.count
      let ranks = TripleTable.inverse(order)
      let aliases = table.aliases.sorted { (ranks[Int($0.entity)], $0.name) < (ranks[Int($1.entity)], $1.name) }
      var rest = aliases[...]
      for number in order {
        let own = rest.prefix { $0.entity == number }
        rest.removeFirst(own.count)
        try names.appendCounted(table.key(number))
        try names.append(varint: own.count)
        for alias in own {
          try names.append(varint: Int(alias.rule))
          try names.appendCounted(table.aliasNames[Int(alias.name)])
        }
      }
      try names.flush()
      let edgesStart = edges.count
      for edge in 0..<table.edges.count {
        try edges.append(ranks[Int(table.edges.subjects[edge])])
        try edges.append(table.edges.symbols[edge])
        try edges.append(ranks[Int(table.edges.objects[edge])])
        let source = table.edges.sources.isEmpty ? 0 : table.edges.sources[edge]
        try edges.append(source == 0 ? 0 : ranks[Int(source) - 1] + 1)
      }
      try edges.flush()
      parts.append(
        Part(names: namesStart..<names.count, nameCount: order.count, edges: edgesStart..<edges.count))
      count += table.count
    } catch {
      throw StoreError(error)
    }
    table.removeEntities()
    self.table = table
  }

  // MARK: - Merging

  /// A name of one part.
  private struct Name: Comparable {
    var folded: [UInt8]
    /// An ``TypedName``.
    var key: [UInt8]
    var typeRank: UInt32
    var aliases: [(rule: Int, name: [UInt8])]

    var name: ArraySlice<UInt8> { TypedName.name(key[...]) }

    static func < (a: Name, b: Name) -> Bool {
      var order = byteOrder(a.folded, b.folded)
      if order == 0 { order = byteOrder(a.name, b.name) }
      return order != 0 ? order < 0 : a.typeRank < b.typeRank
    }

    static func == (a: Name, b: Name) -> Bool { a.key == b.key }
  }

  /// What merging gives beside the edges.
  struct Merged {
    var names: EncodedSection
    /// Number of the type of each entity.
    var types: [UInt32]
    /// Other names.
    var aliases: AliasTable.Encoder
    var edges: KeySorter
  }

  /// All names in the order of the store, and the edges with their numbers.
  ///
  /// - Parameter symbols: the numbers that symbols get.
  func merged(symbols: [UInt32]) throws -> Merged {
    let (list, types, aliases, maps) = try mergeNames()
    let sorter = self.sorter()
    for (part, map) in zip(parts, maps) {
      var numbers: [UInt32] = []
      numbers.reserveCapacity(part.nameCount)
      var reader = ScratchReader(map, 0..<map.count)
      for _ in 0..<part.nameCount { numbers.append(try reader.number()) }
      reader = ScratchReader(edges, part.edges)
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
    return Merged(names: list, types: types, aliases: aliases, edges: sorter)
  }

  /// An empty sorter in the same folder, for what follows.
  func sorter() -> KeySorter { KeySorter(folder: folder, memory: memory / 2) }

  private func mergeNames() throws -> (
    list: EncodedSection, types: [UInt32], aliases: AliasTable.Encoder, maps: [ScratchFile]
  ) {
    let typeRanks = table.typeRanks()
    let rulePlaces = table.ruleOrder().places
    var maps: [ScratchFile] = []
    for _ in parts { maps.append(try ScratchFile(folder: folder)) }
    var merged = try MergedRuns(names, parts.map(\.names)) { reader throws(BytesError) in
      let key = try reader.counted()
      var aliases: [(rule: Int, name: [UInt8])] = []
      for _ in 0..<(try reader.varint()) { aliases.append((try reader.varint(), try reader.counted())) }
      return Name(
        folded: caseFolded(Array(TypedName.name(key[...]))), key: key, typeRank: TypedName.rank(key[...], typeRanks),
        aliases: aliases)
    }
    var numbering = EntityNumbering<(name: Name, part: Int)>(thing: table.thingNumber, typeRanks: typeRanks)
    var aliases = AliasTable.Encoder(folder: folder, memory: memory / 4)
    func assign(_ member: (name: Name, part: Int), _ number: UInt32) throws(BytesError) {
      for alias in member.name.aliases {
        try aliases.add(alias.name[...], of: Int(number), rule: Int(rulePlaces[alias.rule]))
      }
      try maps[member.part].append(number)
    }
    while let (name, part) = try merged.next() {
      try numbering.add(name.name, TypedName.type(name.key[...]), (name, part), assign: assign)
    }
    try numbering.finish(assign: assign)
    for map in maps { try map.flush() }
    return (numbering.names(), numbering.types, aliases, maps)
  }
}
