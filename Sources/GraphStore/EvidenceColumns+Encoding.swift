internal import Bytes

extension EvidenceColumns {
  /// Collects rows, then writes the section.
  struct Encoder {
    private var rows: [[UInt64]] = []
    private var ruleSets: [[Int]: Int] = [:]
    private var ruleSetOrder: [[Int]] = []

    /// The number of a set of rules, given as numbers of strings.
    mutating func ruleSet(_ rules: [Int]) -> UInt64 {
      if let number = ruleSets[rules] { return UInt64(number) }
      ruleSets[rules] = ruleSetOrder.count
      ruleSetOrder.append(rules)
      return UInt64(ruleSetOrder.count - 1)
    }

    /// Adds a row; the values stand in the order of ``Column``, each below 2^32.
    mutating func append(_ values: [UInt64]) {
      precondition(values.count == Column.allCases.count)
      rows.append(values)
    }

    /// The section, where edge *i* has the rows `firstRow[i]..<firstRow[i + 1]`.
    func encoded(firstRow: [Int]) -> [UInt8] {
      var data = ByteWriter()
      var offsets: [Int] = []
      for first in stride(from: 0, to: rows.count, by: blockLength) {
        offsets.append(data.bytes.count)
        Self.encode(rows[first..<min(first + blockLength, rows.count)], into: &data)
      }
      offsets.append(data.bytes.count)
      var starts = [0]
      for set in ruleSetOrder { starts.append((starts.last ?? 0) + set.count) }
      var writer = ByteWriter()
      MonotoneArray.encode(firstRow, into: &writer)
      MonotoneArray.encode(starts, into: &writer)
      PackedArray.encode(ruleSetOrder.flatMap { $0.map(UInt64.init) }, into: &writer)
      MonotoneArray.encode(offsets, into: &writer)
      writer.append(contentsOf: data.bytes)
      writer.append(UInt64(0))
      return writer.bytes
    }

    private static func encode(_ block: ArraySlice<[UInt64]>, into data: inout ByteWriter) {
      let widths = Column.allCases.map { column in
        block.map { PackedArray.width(of: $0[column.rawValue]) }.max() ?? 0
      }
      data.append(contentsOf: widths.map(UInt8.init))
      var bits = BitWriter()
      for (column, width) in zip(Column.allCases, widths) where width > 0 {
        let values = block.map { $0[column.rawValue] }
        if column.isSparse { for value in values { bits.append(value == 0 ? 0 : 1, width: 1) } }
        for value in values where !column.isSparse || value != 0 { bits.append(value, width: width) }
      }
      bits.finish(into: &data)
    }
  }
}
