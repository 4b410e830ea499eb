import Bytes
import ExternalSort
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// Triples sorted on the disk give the store that those in memory give, byte for byte.
@Suite struct SpilledTriplesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let names = ["", "A", "a", "É", "e\u{301}", "straße", "STRASSE", "x\0y", "x", "x y", "東京", "İ"]

  /// Adds so many triples, some several times.
  private static func fill(_ table: inout TripleTable, _ random: inout SeededGenerator, count: Int) throws {
    for _ in 0..<count {
      func entity() throws -> UInt32 {
        let name = "\(names[random.below(names.count)])\(random.chance(60) ? "" : "\(random.below(40))")"
        let type = try table.type(["Thing", "Person", "Ärztin"][random.below(random.chance(20) ? 3 : 1)])
        let number = try table.entity(Array(name.utf8)[...], type: type)
        if random.chance(20) {
          try table.addAlias(Array("alias \(names[random.below(names.count)])".utf8)[...], to: number)
        }
        return number
      }
      let predicate = try table.predicate(Array("\(names[random.below(5)]) of".utf8)[...])
      if random.chance(10) { table.setRelation("relation", of: predicate) }
      let (subject, object) = (try entity(), try entity())
      guard random.chance(30) else {
        table.append(subject: subject, predicate: predicate, object: object)
        continue
      }
      let source = random.chance(50) ? nil : names[random.below(names.count)]
      table.append(
        subject: subject, predicate: predicate, object: object, random.chance(50) ? .negated : .affirmed,
        random.chance(50) ? .planned : .certain, source: try source.map { try table.source(Array($0.utf8)[...]) })
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func sameBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = 1 + random.below(6)
    let counts = (0..<parts).map { _ in random.below(300) }
    var table = TripleTable()
    var again = random
    for count in counts { try Self.fill(&table, &random, count: count) }
    // What is said of a predicate later does not depend on the part.
    var part = TripleTable()
    let spilled = try SpilledTriples(folder: folder.path, memory: 1 << 20)
    for count in counts {
      try Self.fill(&part, &again, count: count)
      try spilled.take(&part)
    }
    let expected = try GraphWriter.encode(table).bytes
    #expect(try GraphWriter.encode(spilled).bytes == expected, "seed \(seed)")
    try GraphFile(bytes: expected).check()
  }

  /// Graphs without texts joined by a table are what their contents joined are, with a spill or several between any two edges.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func graphsAreJoined(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graphs = try (0..<1 + random.below(3)).map { _ in
      var table = TripleTable()
      try Self.fill(&table, &random, count: 1 + random.below(120))
      return try GraphFile(bytes: GraphWriter.encode(table).bytes)
    }
    let expected = try GraphWriter.bytes(of: GraphContent.union(graphs.map { GraphContent(of: $0) }))
    var whole = TripleTable()
    for graph in graphs { try whole.append(graph) { _ in } }
    #expect(try GraphWriter.encode(whole).bytes == expected, "seed \(seed)")
    let spilled = try SpilledTriples(folder: folder.path, memory: 1 << 20)
    var part = TripleTable()
    for graph in graphs.reversed() {
      try part.append(graph) { table in if random.chance(4) { try spilled.take(&table) } }
    }
    try spilled.take(&part)
    #expect(try GraphWriter.encode(spilled).bytes == expected, "seed \(seed)")
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func keysAreSortedEachOnce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sorter = KeySorter(folder: folder.path, memory: 1)
    var keys: [KeySorter.Key] = []
    for _ in 0..<random.below(40_000) {
      keys.append(.init(high: random.next() >> (random.next() % 64), low: UInt64(random.below(3)) << 40))
      try sorter.append(keys[keys.count - 1])
    }
    let expected = Set(keys.map { [$0.high, $0.low] }).sorted { $0.lexicographicallyPrecedes($1) }
    for _ in 0..<2 {
      var found: [[UInt64]] = []
      try sorter.forEach { found.append([$0.high, $0.low]) }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
