import Testing

@testable import Language

@Suite struct EntityDecoderTests {
  static let tags: [EntityTag] = [.outside, .begin(.person), .inside(.person), .begin(.location), .inside(.location)]
  static let decoder = EntityDecoder(tags: tags)

  static func best(_ scores: [[Float]]) -> [String] {
    decoder.best(count: scores.count) { scores[$0][$1] }.map(\.iobName)
  }

  @Test func takesTheBestTags() {
    #expect(Self.best([[0, 3, 0, 0, 0], [0, 0, 3, 0, 0], [3, 0, 0, 0, 0]]) == ["B-PERSON", "I-PERSON", "O"])
    #expect(Self.best([]) == [])
  }

  @Test func insideNeedsABeginningOfItsLabel() {
    #expect(Self.best([[0, 0, 9, 0, 0]]) == ["O"])
    // Inside LOCATION is best by itself; after a sure PERSON it must not stand.
    #expect(Self.best([[0, 9, 0, 0, 0], [0, 0, 4, 0, 5]]) == ["B-PERSON", "I-PERSON"])
    // A strong end turns the beginning.
    #expect(Self.best([[0, 4, 0, 3, 0], [0, 0, 0, 0, 9]]) == ["B-LOCATION", "I-LOCATION"])
  }

  @Test func equalScoresGiveTheLowerTag() {
    #expect(Self.best([[0, 0, 0, 0, 0], [1, 1, 1, 1, 1]]) == ["O", "O"])
  }

  @Test func datesYieldToNames() {
    let names: [EntityTag] = [.outside, .begin(.person), .outside, .outside]
    let dates: [EntityTag] = [.begin(.date), .inside(.date), .begin(.date), .inside(.date)]
    #expect(TaggingScores.merge(names, dates) == [.outside, .begin(.person), .begin(.date), .inside(.date)])
  }
}
