internal import GraphModel

/// Looks for words in sentences, and ranks those that have some of them.
///
/// A word is found in any case, with or without accents, in British and American spelling, and with a short ending
/// behind it: `talk` in *talks* and *talked*. Digits with a point or comma between them are one word. The rank is Okapi
/// BM25 over sentences (Robertson and Zaragoza, 2009; with the usual k1 = 1.2 and b = 0.75, lengths in bytes), behind
/// how many of the words a sentence has.
struct SentenceSearch {
  /// A sentence with some of the words.
  struct Hit {
    var document: DocumentID
    var sentence: UInt32
    /// Bytes of the sentence.
    var length: UInt32
    /// How often each word of the search stands in it, four bits a word, 15 at most.
    fileprivate(set) var counts: UInt64 = 0
    fileprivate(set) var score: Float = 0

    func count(of term: Int) -> Int { Int(counts >> UInt64(4 * term) & 0xF) }
    /// How many of the words it has.
    var distinct: Int { (0..<SentenceSearch.mostTerms).count { count(of: $0) > 0 } }

    fileprivate mutating func note(_ term: Int) { if count(of: term) < 15 { counts += 1 << UInt64(4 * term) } }
  }

  /// Words of a search at most; those behind are not looked for.
  static let mostTerms = 16
  /// Letters that may stand behind a word and be its ending.
  private static let longestEnding = 3
  /// Shorter words have to stand alone.
  private static let shortestStem = 4

  /// The words in plain letters, each once.
  let terms: [[UInt8]]
  /// How each of them may be spelled.
  private let spellings: [[[UInt8]]]
  /// The words one behind the other, as a sentence must have them; empty where any of them will do.
  private let phrase: [Int]
  private(set) var hits: [Hit] = []
  /// In how many sentences each word stands.
  private var sentencesWith: [Int]
  private var sentences = 0
  private var length = 0
  /// Whether a word of the search may begin with a byte.
  private var isBeginning = [Bool](repeating: false, count: 256)

  /// - Parameter isPhrase: whether a sentence must have all of the words, one behind the other.
  init(for text: String, isPhrase: Bool = false) {
    var terms: [[UInt8]] = []
    var phrase: [Int] = []
    Self.forEachWord(of: Array(text.utf8)[...]) { word, _ in
      let known = terms.firstIndex(of: word)
      guard known != nil || terms.count < Self.mostTerms else { return }
      if isPhrase { phrase.append(known ?? terms.count) }
      if known == nil { terms.append(word) }
    }
    self.terms = terms
    self.phrase = phrase
    spellings = terms.map { [$0] + SpellingVariants.of($0) }
    sentencesWith = [Int](repeating: 0, count: terms.count)
    for first in terms.compactMap(\.first) {
      isBeginning[Int(first)] = true
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) { isBeginning[Int(first ^ 0x20)] = true }
    }
  }

  /// The words that no sentence has.
  var missing: [String] {
    terms.indices.filter { sentencesWith[$0] == 0 }.map { String(decoding: terms[$0], as: UTF8.self) }
  }

  /// Bytes that it holds.
  var bytes: Int { hits.count * MemoryLayout<Hit>.stride }

  /// Whether a text may have a word of the search, or all words of the phrase: what has not need not be read sentence
  /// by sentence.
  ///
  /// - Complexity: O(length of the text).
  func mayStand(in text: [UInt8]) -> Bool {
    let wanted = phrase.isEmpty ? 1 : terms.count
    var found: UInt64 = 0
    func look(at letters: ArraySlice<UInt8>) {
      for term in terms.indices where spellings[term].contains(where: { Self.begins(letters, with: $0) }) {
        found |= 1 << UInt64(term)
      }
    }
    // Nearly every byte is passed over here, so none is checked against the bounds of the text.
    return unsafe text.withUnsafeBufferPointer { bytes in
      var isInWord = false
      var place = 0
      while place < bytes.count {
        let byte = unsafe bytes[place]
        if byte < 0x80 {
          let isPart = Self.isPartOfWord(byte)
          if isPart, !isInWord, isBeginning[Int(byte)] { look(at: text[place...]) }
          isInWord = isPart
          place += 1
        } else {
          // Letters beyond ASCII are folded with the word that they stand in.
          var start = place
          while start > 0, unsafe Self.isPartOfWord(bytes[start - 1]) { start -= 1 }
          while place < bytes.count, unsafe Self.isPartOfWord(bytes[place]) { place += 1 }
          Self.forEachWord(of: text[start..<place]) { word, _ in look(at: word[...]) }
          isInWord = false
        }
        if found.nonzeroBitCount >= wanted { return true }
      }
      return false
    }
  }

  /// Counts a text of which no sentence has what is looked for.
  mutating func pass(sentences: Int, length: Int) {
    self.sentences += sentences
    self.length += length
  }

  /// Looks through a sentence.
  mutating func read(_ sentence: ArraySlice<UInt8>, number: Int, of document: DocumentID) {
    var hit = Hit(document: document, sentence: UInt32(clamping: number), length: UInt32(clamping: sentence.count))
    var place = sentence.startIndex
    while place < sentence.endIndex {
      guard Self.isPartOfWord(sentence[place]) else {
        place += 1
        continue
      }
      let start = place
      var isPlain = true
      Self.skipWord(in: sentence, &place) { if $0 >= 0x80 { isPlain = false } }
      if isPlain {
        if isBeginning[Int(sentence[start])] { note(sentence[start..<place], in: &hit) }
      } else {
        Self.forEachWord(of: sentence[start..<place]) { word, _ in note(word[...], in: &hit) }
      }
    }
    sentences += 1
    length += sentence.count
    guard hit.counts != 0 else { return }
    if !phrase.isEmpty, hit.distinct < terms.count || phrases(in: sentence).isEmpty { return }
    for term in terms.indices where hit.count(of: term) > 0 { sentencesWith[term] += 1 }
    hits.append(hit)
  }

  private func note(_ word: ArraySlice<UInt8>, in hit: inout Hit) {
    for term in terms.indices where isForm(word, of: term) { hit.note(term) }
  }

  /// Puts the sentences in order: those with most of the words first, then by rank, then in reading order.
  mutating func rank(_ budget: inout WorkBudget) {
    let average = Float(max(1, length)) / Float(max(1, sentences))
    let weights = sentencesWith.map { Self.rarity(of: $0, among: sentences) }
    for number in hits.indices {
      var score: Float = 0
      for (term, weight) in weights.enumerated() {
        let count = Float(hits[number].count(of: term))
        let length = 0.25 + 0.75 * Float(hits[number].length) / average
        score += weight * count * 2.2 / (count + 1.2 * length)
      }
      hits[number].score = score
    }
    budget.sort(&hits) { a, b in
      if a.distinct != b.distinct { return a.distinct > b.distinct }
      if a.score != b.score { return a.score > b.score }
      return (a.document, a.sentence) < (b.document, b.sentence)
    }
  }

  /// Where the words stand one behind the other in `sentence`.
  private func phrases(in sentence: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [(letters: [UInt8], range: Range<Int>)] = []
    Self.forEachWord(of: sentence) { words.append(($0, $1)) }
    return words.indices.dropLast(phrase.count - 1).compactMap { start in
      let isThere = phrase.indices.allSatisfy { isForm(words[start + $0].letters[...], of: phrase[$0]) }
      return isThere ? words[start].range.lowerBound..<words[start + phrase.count - 1].range.upperBound : nil
    }
  }

  /// Byte ranges of the words of the search in `sentence`, or of the phrase.
  func places(in sentence: [UInt8]) -> [Range<Int>] {
    if !phrase.isEmpty { return phrases(in: sentence[...]) }
    var places: [Range<Int>] = []
    Self.forEachWord(of: sentence[...]) { word, range in
      if terms.indices.contains(where: { isForm(word[...], of: $0) }) { places.append(range) }
    }
    return places
  }

  /// - Parameter word: in plain letters, ASCII letters in either case.
  private func isForm(_ word: ArraySlice<UInt8>, of term: Int) -> Bool {
    spellings[term].contains { letters in
      let ending = word.count - letters.count
      return (ending == 0 || ending > 0 && ending <= Self.longestEnding && letters.count >= Self.shortestStem)
        && Self.begins(word, with: letters)
    }
  }

  private static func begins(_ text: ArraySlice<UInt8>, with letters: [UInt8]) -> Bool {
    guard text.count >= letters.count else { return false }
    for (place, letter) in letters.enumerated() {
      let byte = text[text.startIndex + place]
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      guard (isCapital ? byte | 0x20 : byte) == letter else { return false }
    }
    return true
  }

  /// The logarithm to base 2, between powers a straight line, so that it has the same bits everywhere.
  private static func rarity(of count: Int, among all: Int) -> Float {
    let ratio = (Float(all - count) + 0.5) / (Float(count) + 0.5) + 1
    return Float(ratio.exponent) + ratio.significand - 1
  }

  /// Goes behind the word at `place`: letters and digits, and a point or comma between two digits.
  private static func skipWord(in text: ArraySlice<UInt8>, _ place: inout Int, _ body: (UInt8) -> Void = { _ in }) {
    while place < text.endIndex {
      let byte = text[place]
      let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
      guard isPartOfWord(byte) || isMark && isDigit(in: text, place - 1) && isDigit(in: text, place + 1) else { return }
      body(byte)
      place += 1
    }
  }

  private static func isDigit(in text: ArraySlice<UInt8>, _ place: Int) -> Bool {
    text.indices.contains(place) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place])
  }

  /// Calls `body` with each word (``skipWord(in:_:_:)``) in plain letters, and where it stands; an apostrophe or a
  /// hyphen parts words.
  private static func forEachWord(of text: ArraySlice<UInt8>, _ body: ([UInt8], Range<Int>) -> Void) {
    var place = text.startIndex
    while place < text.endIndex {
      guard isPartOfWord(text[place]) else {
        place += 1
        continue
      }
      let start = place
      skipWord(in: text, &place)
      var end = place
      // Typographic marks are more bytes than letters: `Trump’s`, `—`.
      if let mark = firstMark(in: text[start..<end]) { (end, place) = (mark, mark + markLength) }
      if end > start { body(plainLetters(text[start..<end]), start..<end) }
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Bytes of a mark of General Punctuation (U+2000 to U+206F), which begin with E2 80 or E2 81.
  private static let markLength = 3

  private static func firstMark(in word: ArraySlice<UInt8>) -> Int? {
    word.indices.first { place in
      word[place] == 0xE2 && place + markLength <= word.endIndex && (0x80...0x81).contains(word[place + 1])
    }
  }
}
