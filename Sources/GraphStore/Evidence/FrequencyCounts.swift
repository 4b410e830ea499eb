internal import Bytes

/// Counts the symbols of rows and makes the tables from them: a context gets a table of its own where that saves more
/// than it takes.
struct FrequencyCounts: EvidenceCoder {
  static let isReading = false

  /// Bits that an entry of a table and a table take in the file, about.
  private static let entryCost = 12
  private static let tableCost = 16

  /// How often, by field; the key is context · 256 + symbol.
  private var counts: [[Int: Int]] = Array(repeating: [:], count: EvidenceField.allCases.count)

  mutating func symbol(_ field: EvidenceField, context: Int, _ value: inout Int) {
    precondition((0..<256).contains(value), "a symbol is a byte")
    counts[field.rawValue][context << 8 | value, default: 0] += 1
  }

  mutating func bits(_ width: Int, _ value: inout Int) {}

  private typealias Counted = [(symbol: Int, count: Int)]

  /// The tables, and their bytes: for each field the number of tables (varint), then for each its context less the one
  /// before less 1 (varint) and how many symbols it has (varint), then how many that of all other contexts has
  /// (varint); behind all of them the symbols of all tables (a byte each), in each the most frequent first, and their
  /// frequencies (2 bytes each).
  ///
  /// - Parameter mayHaveOwn: whether contexts get tables of their own; they do not where all would be longer than a
  ///   reader takes.
  func tables(mayHaveOwn: Bool = true) -> (tables: FrequencyTables, bytes: [UInt8]) {
    var tables = FrequencyTables()
    var writer = ByteWriter()
    for field in EvidenceField.allCases {
      let contexts = contexts(of: field)
      let all = Self.sum(contexts.map(\.symbols))
      let own = contexts.filter {
        mayHaveOwn && Self.cost($0.symbols, by: $0.symbols) + Self.cost(of: $0.symbols) < Self.cost($0.symbols, by: all)
      }
      let chosen = Set(own.map(\.context))
      writer.appendVarint(UInt64(own.count))
      var previous = -1
      for (context, symbols) in own {
        writer.appendVarint(UInt64(context - previous - 1))
        previous = context
        let table = Self.frequencies(symbols)
        tables.add(table, field, context: context)
        writer.appendVarint(UInt64(table.count))
      }
      let shared = Self.frequencies(Self.sum(contexts.filter { !chosen.contains($0.context) }.map(\.symbols)))
      if !shared.isEmpty { tables.add(shared, field, context: nil) }
      writer.appendVarint(UInt64(shared.count))
    }
    writer.append(contentsOf: tables.symbols)
    for frequency in tables.frequencies { writer.append(frequency) }
    let isTooLong = mayHaveOwn && writer.bytes.count > FrequencyTables.longestEncoding
    return isTooLong ? self.tables(mayHaveOwn: false) : (tables, writer.bytes)
  }

  private func contexts(of field: EvidenceField) -> [(context: Int, symbols: Counted)] {
    var result: [(context: Int, symbols: Counted)] = []
    for (key, count) in counts[field.rawValue].sorted(by: { $0.key < $1.key }) {
      if result.last?.context != key >> 8 { result.append((key >> 8, [])) }
      result[result.count - 1].symbols.append((key & 0xFF, count))
    }
    return result
  }

  private static func sum(_ parts: [Counted]) -> Counted {
    var counts = [Int](repeating: 0, count: 256)
    for part in parts { for (symbol, count) in part { counts[symbol] += count } }
    return counts.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) }
  }

  /// Bits that `symbols` take when their frequencies are those of `table`, which has them all.
  private static func cost(_ symbols: Counted, by table: Counted) -> Int {
    var frequency = [Int](repeating: 0, count: 256)
    for (symbol, count) in table { frequency[symbol] = count }
    let total = logarithm(frequency.reduce(0, +))
    return symbols.reduce(0) { $0 + $1.count * (total - logarithm(frequency[$1.symbol])) } >> 8
  }

  private static func cost(of table: Counted) -> Int { table.count * entryCost + tableCost }

  /// 256 times the binary logarithm of `value`, at least 1: in integers, so that every machine chooses the same tables.
  private static func logarithm(_ value: Int) -> Int {
    let whole = Int.bitWidth - 1 - max(value, 1).leadingZeroBitCount
    // 1 to 2 in units of 2^-31, squared for each bit of the fraction.
    var part = whole > 31 ? UInt64(value) >> UInt64(whole - 31) : UInt64(max(value, 1)) << UInt64(31 - whole)
    var result = whole
    for _ in 0..<8 {
      part = (part * part) >> 31
      result = result << 1
      if part >= 1 << 32 {
        part >>= 1
        result |= 1
      }
    }
    return result
  }

  /// The shares of 2^12, at least 1 each, the most frequent first.
  private static func frequencies(_ symbols: Counted) -> [(symbol: Int, frequency: Int)] {
    let total = symbols.reduce(0) { $0 + $1.count }
    guard total > 0 else { return [] }
    let scale = FrequencyTables.scale
    var table = symbols.map { (symbol: $0.symbol, frequency: max($0.count * scale / total, 1)) }
    table.sort { ($1.frequency, $0.symbol) < ($0.frequency, $1.symbol) }
    var rest = scale - table.reduce(0) { $0 + $1.frequency }
    // What rounding left over or took too much, spread from the most frequent on.
    var place = 0
    while rest != 0 {
      if rest > 0 {
        table[place].frequency += 1
        rest -= 1
      } else if table[place].frequency > 1 {
        table[place].frequency -= 1
        rest += 1
      }
      place = (place + 1) % table.count
    }
    table.sort { ($1.frequency, $0.symbol) < ($0.frequency, $1.symbol) }
    return table
  }
}
