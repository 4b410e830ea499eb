import Testing

@testable import Language

@Suite struct WordFeaturesTests {
  static func rows(_ word: String) -> [UInt32] {
    var features = WordFeatures(formRows: 1 << 16, affixRows: 1 << 14)
    features.read(Array(word.utf8)[...])
    return features.forms + features.affixes
  }

  /// The same numbers as Training's `features.rows` gives for these words.
  @Test(arguments: [
    ("Rutte", [24346, 27393, 43654, 12474, 13293, 11421, 15276, 3149, 2832, 15411, 10611] as [UInt32]),
    ("n’t", [17459, 32393, 44049, 10376, 13432, 15422, 11476, 15472, 15106, 5430, 10860]),
    ("1,250", [15344, 10520, 48547, 10013, 4678, 6272, 1331, 7901, 3967, 14661, 9793]),
    ("Élodie", [19313, 30996, 33925, 14551, 8529, 11841, 15276, 1296, 2005, 3618, 3105]),
    ("U.S.", [24939, 30827, 35314, 9886, 2291, 5843, 5537, 8157, 15059, 6608, 10836]),
    ("e", [30827, 2344, 39836, 6349, 6403, 4005, 15276, 4251, 13483, 8140, 9629]),
  ])
  func sameAsTraining(word: String, expected: [UInt32]) {
    #expect(Self.rows(word) == expected)
  }

  @Test(arguments: [
    ("n’t", "n't"), ("“", "\""), ("``", "\""), ("''", "\""), ("—", "--"), ("2025–26", "1987-41"), ("wait…", "wait..."),
    ("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["),
  ])
  func typographyAndDigitsDoNotMatter(left: String, right: String) {
    #expect(Self.rows(left) == Self.rows(right))
  }

  @Test func lettersDoMatter() {
    #expect(Self.rows("May") != Self.rows("may"))
    // The lower-case form is shared, the cased one is not.
    #expect(Self.rows("May")[0...1] == Self.rows("may")[0...1])
    #expect(Self.rows("May")[2] != Self.rows("may")[2])
    #expect(Self.rows("Élan")[0] == Self.rows("élan")[0])
    #expect(Self.rows("a×b")[0] != Self.rows("a÷b")[0])
  }

  /// Behind the rows of letters lie those of names: for each place of the word in the name one of each kind.
  @Test func wordsOfKnownNamesHaveFurtherRows() {
    var features = WordFeatures(formRows: 8, affixRows: 100, nameKinds: 5)
    func rows(_ kinds: UInt16, _ place: KnownName.Place) -> [UInt32] {
      features.read(Array("York".utf8)[...], KnownName(kinds: kinds, place: place))
      return Array(features.affixes.dropFirst(WordFeatures.affixCount))
    }
    #expect(rows(0b00101, .alone) == [100, 102])
    #expect(rows(0b00101, .first) == [105, 107])
    #expect(rows(0b10000, .later) == [114])
    #expect(rows(0b11111, .alone) == [100, 101, 102, 103])
    #expect(rows(0, .later) == [])
    // Kinds that the model has not learned.
    #expect(rows(0b1_0010_0000, .alone) == [])
  }

  @Test func anyBytesGiveRowsInside() {
    for word in ["", "\u{0}", "é", "🇺🇦", String(repeating: "x", count: 5000)] {
      let rows = Self.rows(word)
      #expect(rows[..<3].allSatisfy { $0 < 1 << 16 } && rows[3...].allSatisfy { $0 < 1 << 14 })
    }
    var features = WordFeatures(formRows: 8, affixRows: 8)
    features.read([0xE2, 0x80][...])
    #expect(features.forms.allSatisfy { $0 < 8 })
  }
}
