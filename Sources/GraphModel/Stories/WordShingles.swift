/// The runs of five words in a text, as numbers: what texts share where one was copied from the other.
///
/// Words are runs of letters and digits. Case of ASCII letters, spaces and punctuation, the typographic one too, do not
/// count. Of the whole set a text keeps the ``sketch``, by which texts that may be copies find one another (A. Broder:
/// On the resemblance and containment of documents, SEQUENCES 1997). FORMAT.md gives the numbers byte by byte.
package struct WordShingles: Sendable, Equatable {
  /// Words of a run.
  package static let width = 5
  /// So many of the least numbers are the sketch of a text.
  package static let sketchLength = 16

  /// Ascending, each once; of a text of fewer words than a run has, the one of all its words; empty without words.
  package let hashes: [UInt32]

  /// - Parameter text: UTF-8.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  package init(_ text: [UInt8]) {
    var runs = WordRuns()
    var place = 0
    while place < text.count {
      let skipped = Self.separator(text, at: place)
      if skipped == 0 { runs.append(text[place]) } else { runs.endWord() }
      place += max(skipped, 1)
    }
    runs.endWord()
    var hashes = runs.finished()
    hashes.sort()
    hashes.removeRepetitions(==)
    self.hashes = hashes
  }

  /// The least numbers, ascending.
  ///
  /// - Complexity: O(1).
  package var sketch: ArraySlice<UInt32> { hashes.prefix(Self.sketchLength) }

  /// How many numbers both texts have.
  ///
  /// - Complexity: O(*n* + *m*).
  package func countShared(with other: WordShingles) -> Int {
    var (shared, ours, theirs) = (0, 0, 0)
    while ours < hashes.count, theirs < other.hashes.count {
      let (a, b) = (hashes[ours], other.hashes[theirs])
      if a <= b { ours += 1 }
      if b <= a { theirs += 1 }
      if a == b { shared += 1 }
    }
    return shared
  }

  /// Bytes of the character at `place` that stands between words: ASCII but letters and digits, U+0080 to U+00BF,
  /// U+2000 to U+207F; 0 for one of a word.
  private static func separator(_ text: [UInt8], at place: Int) -> Int {
    let byte = text[place]
    if byte < 0x80 {
      let isOfWord =
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      return isOfWord ? 0 : 1
    }
    if byte == 0xC2 { return 2 }
    if byte == 0xE2, place + 1 < text.count, text[place + 1] & 0xFE == 0x80 { return 3 }
    return 0
  }
}

/// Takes the bytes of words, and makes a number of each run.
private struct WordRuns {
  /// FNV-1a, of 64 bits.
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3
  /// 2^64 divided by the golden ratio.
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var word = basis
  private var isInWord = false
  /// The last words, the oldest first.
  private var words: [UInt64] = []
  private var hashes: [UInt32] = []

  mutating func append(_ byte: UInt8) {
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    word = (word ^ UInt64(isCapital ? byte | 0x20 : byte)) &* Self.prime
    isInWord = true
  }

  mutating func endWord() {
    guard isInWord else { return }
    if words.count == WordShingles.width { words.removeFirst() }
    words.append(word)
    if words.count == WordShingles.width { hashes.append(run) }
    word = Self.basis
    isInWord = false
  }

  private var run: UInt32 {
    let hash = words.reduce(0 as UInt64) { hash, word in
      let mixed = (hash &+ word) &* Self.multiplier
      return mixed ^ mixed >> 32
    }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  func finished() -> [UInt32] { hashes.isEmpty && !words.isEmpty ? [run] : hashes }
}
