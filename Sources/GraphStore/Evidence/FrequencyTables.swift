internal import Bytes

/// How frequent each symbol is, by field and context: what the coder of evidence reads and writes by.
struct FrequencyTables: Sendable {
  /// Frequencies of a table add up to 2^12.
  static let scaleBits = 12
  static let scale = 1 << scaleBits
  /// Bytes of all tables before packing, at most: those of a large corpus have some hundred thousand.
  static let longestEncoding = 1 << 22

  /// One symbol of a table: it owns the slots `start..<start + frequency` of 2^12.
  struct Entry: Sendable {
    var start: UInt16
    var frequency: UInt16
    var symbol: UInt8
  }

  /// All tables one after another; in each the most frequent symbol first.
  private(set) var entries: [Entry] = []
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
    var start = 0
    for (symbol, frequency) in symbols {
      append(UInt8(symbol), frequency, at: start)
      start += frequency
    }
    end(field, context: context)
  }

  private mutating func append(_ symbol: UInt8, _ frequency: Int, at start: Int) {
    entries.append(Entry(start: UInt16(start), frequency: UInt16(frequency), symbol: symbol))
  }

  /// Makes the entries behind the last table one.
  private mutating func end(_ field: EvidenceField, context: Int?) {
    firstEntry.append(UInt32(entries.count))
    let table = UInt32(firstEntry.count - 1)
    guard let context else {
      sharedTable[field.rawValue] = table
      return
    }
    while ownTable[field.rawValue].count <= context { ownTable[field.rawValue].append(0) }
    ownTable[field.rawValue][context] = table
  }

  /// Reads tables as ``FrequencyCounts/encode(_:)`` writes them; nil when they are damaged.
  ///
  /// - Parameters:
  ///   - contextLimit: no context is this high.
  ///   - fields: those that have tables.
  init?(_ bytes: ByteView, contextLimit: Int, fields: ArraySlice<EvidenceField> = EvidenceField.allCases[...]) {
    var reader = ByteReader(bytes)
    for field in fields {
      guard let tables = reader.readVarint() else { return nil }
      var context = -1
      // Every table takes bytes, which bounds the loop.
      for _ in 0..<tables {
        let limit =
          field.dependsOnPredicate ? contextLimit : min(contextLimit, EvidenceModel.contextLimit(predicates: 0))
        guard let step = reader.readVarint(), step < UInt64(limit), context + 1 + Int(step) < limit,
          let count = readEntries(&reader), count > 0
        else { return nil }
        context += 1 + Int(step)
        end(field, context: context)
      }
      guard let shared = readEntries(&reader) else { return nil }
      if shared > 0 { end(field, context: nil) }
    }
    guard reader.isAtEnd else { return nil }
  }

  /// Reads the entries of a table; how many there are, nil when they are damaged.
  private mutating func readEntries(_ reader: inout ByteReader) -> Int? {
    guard let count = reader.readVarint(), count <= 256 else { return nil }
    var start = 0
    for _ in 0..<count {
      guard let symbol = reader.read(UInt8.self), let frequency = reader.readVarint(), frequency > 0,
        frequency <= UInt64(Self.scale - start)
      else { return nil }
      append(symbol, Int(frequency), at: start)
      start += Int(frequency)
    }
    return count == 0 || start == Self.scale ? Int(count) : nil
  }
}
