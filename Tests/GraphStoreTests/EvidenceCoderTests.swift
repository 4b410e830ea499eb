import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

@Suite struct EvidenceCoderTests {
  private struct Step {
    var field: EvidenceField
    var context: Int
    var value: Int
    var isSigned: Bool

    func pass<Coder: EvidenceCoder>(to coder: inout Coder) -> Int {
      var value = Coder.isReading ? 0 : value
      if isSigned {
        coder.signed(field, context: context, &value)
      } else {
        coder.number(field, context: context, &value)
      }
      return value
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func numbersComeBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let steps = (0..<random.below(400)).map { _ in
      let magnitude = Int(random.next() >> (25 + random.next() % 39))
      let isSigned = random.chance(50)
      return Step(
        field: EvidenceField.allCases[random.below(3)], context: random.below(4),
        value: isSigned && random.chance(50) ? -magnitude / 2 : magnitude / (isSigned ? 2 : 1), isSigned: isSigned)
    }
    var counts = FrequencyCounts()
    for step in steps { _ = step.pass(to: &counts) }
    let (tables, bytes) = counts.tables()
    var encoder = BlockEncoder(tables)
    for step in steps { _ = step.pass(to: &encoder) }
    let block = encoder.finish()
    let read = try #require(FrequencyTables(ByteView(copying: bytes), contextLimit: 4))
    var decoder = BlockDecoder(read, ByteView(copying: block))
    for (number, step) in steps.enumerated() {
      #expect(step.pass(to: &decoder) == step.value, "seed \(seed), step \(number)")
    }
    #expect(decoder.isWhole, "seed \(seed)")
  }

  /// Where a symbol is rare it takes many bits, where it is the only one none.
  @Test func frequentSymbolsAreShort() {
    var counts = FrequencyCounts()
    var symbols = Array(repeating: 7, count: 1_000)
    for index in symbols.indices { counts.symbol(.rules, context: 0, &symbols[index]) }
    var encoder = BlockEncoder(counts.tables().tables)
    for index in symbols.indices { encoder.symbol(.rules, context: 0, &symbols[index]) }
    #expect(encoder.finish().count == 4)
  }

  @Test func damagedTablesAreRefused() {
    var counts = FrequencyCounts()
    for value in 0..<200 {
      var symbol = value % 17
      counts.symbol(.rules, context: value % 5, &symbol)
    }
    let bytes = counts.tables().bytes
    #expect(FrequencyTables(ByteView(copying: bytes), contextLimit: 5) != nil)
    for length in bytes.indices {
      #expect(FrequencyTables(ByteView(copying: Array(bytes[..<length])), contextLimit: 5) == nil)
    }
    #expect(FrequencyTables(ByteView(copying: bytes + [0]), contextLimit: 5) == nil)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      var damaged = bytes
      damaged[random.below(damaged.count)] = UInt8(truncatingIfNeeded: random.next())
      guard let tables = FrequencyTables(ByteView(copying: damaged), contextLimit: 5) else { continue }
      // Whatever frequencies say, reading by them ends, and tells when they were left.
      let block = (0..<64).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      var decoder = BlockDecoder(tables, ByteView(copying: block))
      for step in 0..<50 {
        var value = 0
        decoder.symbol(.rules, context: step % 5, &value)
        #expect((0..<256).contains(value))
      }
    }
  }

  /// Tables whose frequencies leave slots to nobody.
  @Test func missingSlotsAreDamage() throws {
    var tables = FrequencyTables()
    tables.add([(7, FrequencyTables.scale / 2)], .rules, context: nil)
    for (state, isWhole) in [(UInt32(1 << 16 | 5), true), (UInt32(1 << 16 | 4000), false)] {
      var decoder = BlockDecoder(tables, ByteView(copying: StoreForgery.littleEndian(state) + [5, 0, 0, 0]))
      var value = 0
      decoder.symbol(.rules, context: 0, &value)
      #expect((value == 7) == isWhole)
      if !isWhole { #expect(!decoder.isWhole) }
    }
  }

  @Test func classesOfNumbersFollowOneAnother() {
    var end = 0
    for symbol in 0..<88 {
      let (base, width) = NumberClass.range(of: symbol)
      #expect(base == end && NumberClass.symbol(of: base) == symbol)
      end = base + 1 << width
      #expect(NumberClass.symbol(of: end - 1) == symbol)
    }
    #expect(end == 1 << 40)
  }
}
