internal import Bytes

/// How frequent each symbol is, by field and context: what the coder of evidence reads and writes by.
struct FrequencyTables: Sendable {
  /// Frequencies of a table add up to 2^12.
  static let scaleBits = 12
  static let scale = 1 << scaleBits
  /// Bytes of all tables before packing, at most: those of a large corpus have some hundred thousand.
  static let longestEncoding = 1 << 22

  /// The symbols of all tables one after another, in each the most frequent first, and how many of the 2^12 slots each
  /// owns: the first those from 0 on, the next those behind.
  private(set) var symbols: [UInt8] = []
  private(set) var frequencies: [UInt16] = []
  /// First entry of each table, and the number of entries.
  private var firstEntry: [UInt32] = [0]
  /// For each field the table of each context below the largest that has its own, plus 1; 0 for those that share one.
  private var ownTable: [[UInt32]] = Array(repeating: [], count: EvidenceField.allCases.count)
  /// The table of all other contexts, by field, plus 1; 0 when there is none.
  private var sharedTable = [UInt32](repeating: 0, count: EvidenceField.allCases.count)

  init() {}

  /// The entries of the table for `context`; empty when the field has none.
  @inline(__always)
  func range(_ field: EvidenceField, context: Int) -> Range<Int> {
    let own = ownTable[field.rawValue]
    var table = own.indices.contains(context) ? own[context] : 0
    if table == 0 { table = sharedTable[field.rawValue] }
    guard table > 0 else { return 0..<0 }
    return Int(firstEntry[Int(table) - 1])..<Int(firstEntry[Int(table)])
  }

  /// Adds a table whose frequencies add up to 2^12.
  mutating func add(_ symbols: [(symbol: Int, frequency: Int)], _ field: EvidenceField, context: Int?) {
    for (symbol, frequency) in symbols { append(UInt8(symbol), UInt16(frequency)) }
    end(field, context: context)
  }

  mutating func append(_ symbol: UInt8, _ frequency: UInt16) {
    symbols.append(symbol)
    frequencies.append(frequency)
  }

  /// Makes the entries behind the last table one.
  mutating func end(_ field: EvidenceField, context: Int?) { end(field, context: context, at: symbols.count) }

  /// Makes the entries behind the last table and before `entry` one.
  private mutating func end(_ field: EvidenceField, context: Int?, at entry: Int) {
    firstEntry.append(UInt32(entry))
    let table = UInt32(firstEntry.count - 1)
    guard let context else {
      sharedTable[field.rawValue] = table
      return
    }
    while ownTable[field.rawValue].count <= context { ownTable[field.rawValue].append(0) }
    ownTable[field.rawValue][context] = table
  }

  /// Reads tables as ``FrequencyCounts/tables(mayHaveOwn:)`` writes them; nil when they are damaged. That the
  /// frequencies of a table do not add up to 2^12 is found by who reads beyond them.
  ///
  /// - Parameters:
  ///   - contextLimit: no context is this high.
  ///   - fields: those that have tables.
  /// - Complexity: O(tables), but for copying the entries.
  init?(_ bytes: ByteView, contextLimit: Int, fields: ArraySlice<EvidenceField> = EvidenceField.allCases[...]) {
    var reader = ByteReader(bytes)
    var entries = 0
    func end(_ count: UInt64?, _ field: EvidenceField, context: Int?) -> Bool {
      guard let count, count <= 256, entries + Int(count) <= bytes.count else { return false }
      entries += Int(count)
      if count > 0 { self.end(field, context: context, at: entries) }
      return count > 0 || context == nil
    }
    for field in fields {
      guard let tables = reader.readVarint() else { return nil }
      var context = -1
      // Every table takes bytes, which bounds the loop.
      for _ in 0..<tables {
        guard let next = reader.readContext(behind: context, of: field, limit: contextLimit),
          end(reader.readVarint(), field, context: next)
        else { return nil }
        context = next
      }
      guard end(reader.readVarint(), field, context: nil) else { return nil }
    }
    let offset = reader.offset
    guard bytes.count == offset + 3 * entries, let symbols = bytes.slice(offset..<offset + entries) else { return nil }
    self.symbols = symbols.array()
    frequencies = (0..<entries).map { bytes.load(offset + entries + 2 * $0, as: UInt16.self) ?? 0 }
  }
}

extension ByteReader {
  /// The context of a table, told as the steps from the one `before`; nil when it is damaged.
  mutating func readContext(behind before: Int, of field: EvidenceField, limit: Int) -> Int? {
    let limit = field.dependsOnPredicate ? limit : min(limit, EvidenceModel.contextLimit(predicates: 0))
    guard let step = readVarint(), step < UInt64(limit), before + 1 + Int(step) < limit else { return nil }
    return before + 1 + Int(step)
  }
}
