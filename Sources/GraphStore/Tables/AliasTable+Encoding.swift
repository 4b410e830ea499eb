internal import Bytes
internal import ExternalSort
internal import GraphModel
internal import Succinct

extension AliasTable {
  /// Collects the aliases of all entities, in any order, and makes the sections of them; what does not fit into memory
  /// is sorted on the disk.
  struct Encoder {
    /// By lower-case form, name, entity and rule.
    private let names: ByteSorter
    /// By entity, name and rule.
    private let rows: KeySorter
    private var key = SortKey()

    init(folder: String = ".", memory: Int = .max) {
      names = ByteSorter(folder: folder, memory: memory / 2)
      rows = KeySorter(folder: folder, memory: memory / 2)
    }

    /// Adds the name `name`, UTF-8, of `entity`.
    ///
    /// - Parameter rule: its number among the rules that ``finished(entities:rules:)`` is given.
    mutating func add(_ name: ArraySlice<UInt8>, of entity: Int, rule: Int) throws(BytesError) {
      key.removeAll()
      key.append(text: caseFolded(Array(name)))
      key.append(text: name)
      key.append(UInt32(entity))
      key.append(UInt32(rule))
      try names.append(key.bytes)
    }

    /// The sections of the names and of the rest.
    ///
    /// - Parameter rules: the string of each rule, ascending.
    func finished(entities: Int, rules: [Int]) throws(StoreError) -> (names: EncodedSection, owners: EncodedSection) {
      do {
        return try sections(entities, rules)
      } catch {
        throw StoreError(wrapping: error)
      }
    }

    private func sections(_ entities: Int, _ rules: [Int]) throws -> (names: EncodedSection, owners: EncodedSection) {
      var list = StringList.Builder(order: .folded)
      var firstOwner = [0]
      var owners: [UInt32] = []
      var rowCount = 0
      var last: [UInt8]?
      try names.drain { record in
        var reader = SortKeyReader(record)
        _ = reader.text()
        let name = reader.text()
        let (entity, rule) = (reader.number(), reader.number())
        if name != last {
          if last != nil { firstOwner.append(owners.count) }
          list.append(name[...])
          last = name
        }
        if owners.count == firstOwner[firstOwner.count - 1] || owners[owners.count - 1] != entity {
          owners.append(entity)
        }
        try rows.append(.init(high: UInt64(entity) << 32 | UInt64(firstOwner.count - 1), low: UInt64(rule)))
        rowCount += 1
      }
      if last != nil { firstOwner.append(owners.count) }
      var writer = ByteWriter()
      MonotoneArray.encode(firstOwner, into: &writer)
      PackedArray.encode(owners, into: &writer)
      try encodeRows(rowCount, names: firstOwner.count - 1, entities, rules, into: &writer)
      return (list.finished(), EncodedSection(writer.bytes))
    }

    private func encodeRows(
      _ count: Int, names: Int, _ entities: Int, _ rules: [Int], into writer: inout ByteWriter
    ) throws {
      var firstRow = MonotoneArray.Builder(count: count == 0 ? 0 : entities + 1, largest: count)
      var rowNames = PackedArray.Builder(count: count, largest: UInt64(max(names - 1, 0)))
      var rowRules = PackedArray.Builder(count: count, largest: UInt64(max(rules.count - 1, 0)))
      var next = 0
      var row = 0
      try rows.forEach { key in
        while next <= Int(key.high >> 32) {
          firstRow.append(row)
          next += 1
        }
        rowNames.append(key.high & UInt64(UInt32.max))
        rowRules.append(key.low)
        row += 1
      }
      while count > 0, next <= entities {
        firstRow.append(row)
        next += 1
      }
      firstRow.finish(into: &writer)
      rowNames.finish(into: &writer)
      PackedArray.encode(rules.map(UInt64.init), into: &writer)
      rowRules.finish(into: &writer)
    }
  }
}
