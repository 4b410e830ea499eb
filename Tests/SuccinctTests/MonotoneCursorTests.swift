import Bytes
import Succinct
import TestSupport
import Testing

@Suite struct MonotoneCursorTests {
  private static func array(_ values: [Int]) throws -> MonotoneArray {
    var writer = ByteWriter()
    MonotoneArray.encode(values, into: &writer)
    var offset = 0
    return try MonotoneArray(pagedView(writer.bytes), at: &offset)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func walksAndSkips(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var values: [Int] = []
    for _ in 0..<random.below(3_000) {
      values.append((values.last ?? 0) + (random.chance(3) ? random.below(100_000) : random.below(4)))
    }
    let array = try Self.array(values)
    for _ in 0..<40 {
      var place = random.below(values.count + 1)
      var cursor = array.cursor(at: place)
      for _ in 0..<20 {
        let steps = random.chance(50) ? random.below(5) : random.below(500)
        guard place + steps < values.count else { break }
        array.skip(steps, &cursor)
        place += steps
        #expect(cursor.index == place && array.next(&cursor) == values[place], "seed \(seed), value \(place)")
        place += 1
      }
      let bound = random.below((values.last ?? 0) + 2)
      var from = array.cursor(from: bound)
      #expect(array.next(&from) == values.first { $0 >= bound }, "seed \(seed), from \(bound)")
    }
  }
}
