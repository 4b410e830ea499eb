import Bytes
import Testing

@testable import Language

@Suite struct NameMatcherTests {
  private static let names: [String: UInt16] = [
    "york": 0b001, "newyork": 0b001, "newyorktimes": 0b100, "bankofamerica": 0b100, "standard&poor's": 0b100,
    "49ers": 0b010, "zürich": 0b001, "zurich": 0b001, "target": 0b100, "newengland": 0b001, "usairways": 0b100,
  ]

  /// What is known of each word: `-`, or a letter for its place and the kinds.
  private static func found(_ sentences: [String], kinds: [String] = ["city", "team", "company"]) throws -> String {
    let matcher = NameMatcher(try NameIndex(ByteView(copying: NameIndexTests.index(names))), kinds: kinds)
    var (words, ranges): ([ArraySlice<UInt8>], [Range<Int>]) = ([], [])
    for sentence in sentences {
      let start = words.count
      words += sentence.split(separator: " ").map { Array($0.utf8)[...] }
      ranges.append(start..<words.count)
    }
    return matcher.names(in: words, sentences: ranges).map { name in
      name.kinds == 0 ? "-" : ["a", "f", "l"][name.place.rawValue] + String(name.kinds)
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("The New York Times wrote", "- f4 l4 l4 -"),
    ("in New York , York and New Haven", "- f1 l1 - a1 - - -"),
    ("Bank of America rose", "f4 l4 l4 -"),
    ("the bank of america", "- - - -"),
    ("Standard & Poor ’s cut", "f4 l4 l4 l4 -"),
    ("the 49ers of Zürich", "- a2 - a1"),
    ("Target is to target", "a4 - - -"),
    // A name begins with a capital, and its longer words are not small.
    ("new York", "- a1"), ("New york", "- -"), ("New england", "- -"),
    // A full stop is no word of a name.
    ("U.S. Airways", "f4 l4"), ("New York . Times", "f1 l1 - -"),
    ("", ""),
  ])
  func theLongestFromTheLeft(sentence: String, expected: String) throws {
    #expect(try Self.found([sentence]) == expected)
  }

  @Test func noNameAcrossSentences() throws {
    #expect(try Self.found(["He left New", "York Times of London"]) == "- - - a1 - - -")
  }

  @Test func bitsAreThoseOfTheModel() throws {
    #expect(try Self.found(["New York Times of York"], kinds: ["company", "agency", "city"]) == "f1 l1 l1 - a4")
    #expect(try Self.found(["the 49ers"], kinds: ["company"]) == "- -")
  }

  @Test func withoutIndexNothingIsKnown() {
    let words = [Array("York".utf8)[...]]
    #expect(NameMatcher(nil, kinds: ["city"]).names(in: words, sentences: [0..<1]) == [.none])
  }
}
