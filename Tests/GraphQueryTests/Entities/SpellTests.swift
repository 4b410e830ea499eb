import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Ends that concern every office beside those of one: as if each stood among what is told of it.
@Suite struct SpellTests {
  private static func bound(_ random: inout SeededGenerator, number: UInt32) -> TenureBound {
    let day = "2020-01-\(10 + random.below(9))"
    return TenureBound(
      date: day, day: day, edge: EdgeID(number),
      evidence: Evidence(
        document: DocumentID(UInt32(random.below(4))), sentence: Int(number), subject: 0..<0, predicate: 0..<0,
        object: 0..<0))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func endsOfAllOffices(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kinds: [TenureItem.Kind] = [.begins, .held, .heldThen, .ends]
    let items = (0..<random.below(9)).map { number in
      let bound = Self.bound(&random, number: UInt32(number))
      var item = TenureItem(kind: kinds[random.below(4)], bound: bound, last: "2020-01-\(10 + random.below(9))")
      item.isDated = random.chance(50)
      return item
    }
    let ends = (0..<random.below(3)).map { list in
      (0..<random.below(5)).map { Self.bound(&random, number: UInt32(100 * (list + 1) + $0)) }
    }
    let together = items + ends.joined().map { TenureItem(kind: .ends, bound: $0, last: $0.day) }
    #expect([Spell](items, ends.map { TenureEnds($0) }) == [Spell](together), "seed \(seed)")
  }
}
