import Bytes
import ExternalSort
import TestSupport
import Testing

@Suite struct ByteSorterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Each once, in order, whether in memory or on the disk.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func stringsAreSortedEachOnce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let strings = (0..<random.below(4000)).map { _ in
      (0..<random.below(12)).map { _ in UInt8(random.chance(50) ? 0 : random.below(256)) }
    }
    let expected = Set(strings).sorted { $0.lexicographicallyPrecedes($1) }
    for memory in [1, 1 << 14, .max] {
      let sorter = ByteSorter(folder: folder.path, memory: memory)
      for string in strings { try sorter.append(string) }
      var found: [[UInt8]] = []
      try sorter.drain { found.append(Array($0)) }
      #expect(found == expected, "seed \(seed), memory \(memory)")
      try sorter.drain { _ in Issue.record("what was taken out is there still") }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func keysStandAsTheirPartsDo(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = ["", "\0", "a", "a\0", "ab", "b", "é", "\u{10FFFF}"]
    typealias Row = (text: String, number: UInt32, other: String)
    let rows = (0..<60).map { _ -> Row in
      (texts[random.below(8)], UInt32(random.below(3) * 0x01FF_0000), texts[random.below(8)])
    }
    func key(_ row: Row) -> [UInt8] {
      var key = SortKey()
      key.append(text: row.text.utf8)
      key.append(row.number)
      key.append(text: row.other.utf8)
      return key.bytes
    }
    func precedes(_ a: Row, _ b: Row) -> Bool {
      if a.text != b.text { return a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
      if a.number != b.number { return a.number < b.number }
      return a.other.utf8.lexicographicallyPrecedes(b.other.utf8)
    }
    for a in rows {
      for b in rows {
        #expect(key(a).lexicographicallyPrecedes(key(b)) == precedes(a, b), "seed \(seed): \(a), \(b)")
      }
      var reader = SortKeyReader(key(a)[...])
      #expect(reader.text() == Array(a.text.utf8) && reader.number() == a.number)
      #expect(reader.text() == Array(a.other.utf8) && reader.rest.isEmpty)
    }
  }
}
