internal import Bytes
internal import ExternalSort
internal import GraphModel

/// Entities with their names and other names on the disk: a part at a time, sorted, and merged at the end, which gives
/// each name of each part its number in the store.
final class SpilledNames {
  private let folder: String
  private let memory: Int
  private let file: ScratchFile
  /// Where the names of each part stand in the file.
  private var parts: [Range<Int>] = []

  /// - Parameters:
  ///   - folder: where the disk is used.
  ///   - memory: bytes that sorting may take.
  init(folder: String, memory: Int) throws(BytesError) {
    self.folder = folder
    self.memory = memory
    file = try ScratchFile(folder: folder)
  }

  /// Takes the entities of `table` as a part.
  func take(_ table: TripleTable) throws(BytesError) {
    let order = table.entityOrder()
    let start = file.count
    let ranks = order.inverse
    let aliases = table.aliases.sorted { (ranks[Int($0.entity)], $0.name) < (ranks[Int($1.entity)], $1.name) }
    var rest = aliases[...]
    for number in order {
      let own = rest.prefix { $0.entity == number }
      rest.removeFirst(own.count)
      try file.append(varint: Int(number))
      try file.appendCounted(table.key(number))
      try file.append(varint: own.count)
      for alias in own {
        try file.append(varint: Int(alias.rule))
        try file.appendCounted(table.aliasNames[Int(alias.name)])
      }
    }
    try file.flush()
    parts.append(start..<file.count)
  }

  /// A name of one part.
  private struct Name: Comparable {
    /// Its number in the part.
    var number: Int
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

  /// What merging gives.
  struct Merged {
    /// The section of the names.
    var list: EncodedSection
    /// Number of the type of each entity.
    var types: [UInt32]
    /// Other names.
    var aliases: AliasTable.Encoder
    fileprivate var parts: Int
    /// The number in the store by part and number in the part.
    fileprivate var numbers: KeySorter

    /// Calls `body` with each part and the numbers that its names have in the store, by their numbers in the part.
    func forEachPart(_ body: (_ part: Int, _ numbers: [UInt32]) throws -> Void) throws {
      var part = 0
      var known: [UInt32] = []
      try numbers.forEach { key in
        while part < key.high >> 32 {
          try body(part, known)
          known.removeAll(keepingCapacity: true)
          part += 1
        }
        known.append(UInt32(key.low))
      }
      while part < parts {
        try body(part, known)
        known = []
        part += 1
      }
    }
  }

  /// All names in the order of the store.
  ///
  /// - Parameter table: what stands for all parts: types and rules.
  func merged(_ table: TripleTable) throws -> Merged {
    let typeRanks = table.typeRanks()
    let rulePlaces = table.ruleOrder().places
    let numbers = KeySorter(folder: folder, memory: memory / 4)
    var merged = try MergedRuns(file, parts) { reader throws(BytesError) in
      let number = try reader.varint()
      let key = try reader.counted()
      var aliases: [(rule: Int, name: [UInt8])] = []
      for _ in 0..<(try reader.varint()) { aliases.append((try reader.varint(), try reader.counted())) }
      return Name(
        number: number, folded: caseFolded(Array(TypedName.name(key[...]))), key: key,
        typeRank: TypedName.rank(key[...], typeRanks), aliases: aliases)
    }
    var numbering = EntityNumbering<(name: Name, part: Int)>(thing: table.thingNumber, typeRanks: typeRanks)
    var aliases = AliasTable.Encoder(folder: folder, memory: memory / 4)
    func assign(_ member: (name: Name, part: Int), _ number: UInt32) throws(BytesError) {
      for alias in member.name.aliases {
        try aliases.add(alias.name[...], of: Int(number), rule: Int(rulePlaces[alias.rule]))
      }
      try numbers.append(
        KeySorter.Key(high: UInt64(member.part) << 32 | UInt64(member.name.number), low: UInt64(number)))
    }
    while let (name, part) = try merged.next() {
      try numbering.add(name.name, TypedName.type(name.key[...]), (name, part), assign: assign)
    }
    try numbering.finish(assign: assign)
    return Merged(
      list: numbering.names(), types: numbering.types, aliases: aliases, parts: parts.count, numbers: numbers)
  }
}
