/// Turns the bytes of a word into rows of the feature tables; the same arithmetic as Training's `features.py`.
///
/// Kept for reuse: after the first words nothing is allocated.
struct WordFeatures {
  static let formCount = 3
  static let affixCount = 8
  /// Kinds of a name that count, at most.
  static let nameCount = 4

  /// Rows of the affix table for the words of names of so many kinds.
  static func nameRows(_ kinds: Int) -> Int { 3 * kinds }

  private let formRows: UInt32
  private let affixRows: UInt32
  private let nameKinds: Int
  private var cased: [UInt8] = []
  private var lower: [UInt8] = []
  private var shape: [UInt8] = []
  /// Rows of the form table.
  private(set) var forms = [UInt32](repeating: 0, count: formCount)
  /// Rows of the affix table: those of the word's letters, then those of the name that it belongs to.
  private(set) var affixes = [UInt32](repeating: 0, count: affixCount)

  /// - Parameters:
  ///   - affixRows: rows of the affix table for letters; those for names lie behind them.
  ///   - nameKinds: how many kinds of names have rows.
  init(formRows: Int, affixRows: Int, nameKinds: Int = 0) {
    self.formRows = UInt32(formRows)
    self.affixRows = UInt32(affixRows)
    self.nameKinds = nameKinds
    affixes.reserveCapacity(Self.affixCount + Self.nameCount)
  }

  /// Sets ``forms`` and ``affixes`` for the word with the UTF-8 bytes `word`.
  mutating func read(_ word: ArraySlice<UInt8>, _ name: KnownName = .none) {
    readLetters(word)
    affixes.removeSubrange(Self.affixCount...)
    var kinds = name.kinds
    while kinds != 0, affixes.count < Self.affixCount + Self.nameCount {
      let kind = kinds.trailingZeroBitCount
      if kind < nameKinds { affixes.append(affixRows + UInt32(name.place.rawValue * nameKinds + kind)) }
      kinds &= kinds - 1
    }
  }

  private mutating func readLetters(_ word: ArraySlice<UInt8>) {
    normalize(word)
    makeLower()
    makeShape()
    let half = formRows / 2
    forms[0] = Self.hash(1, lower[...]) % half
    forms[1] = Self.hash(2, lower[...]) % half
    forms[2] = half + Self.hash(3, cased[...]) % half
    for length in 1...3 {
      affixes[length - 1] = Self.hash(UInt32(3 + length), lower.prefix(length)) % affixRows
    }
    for length in 1...4 {
      affixes[length + 2] = Self.hash(UInt32(6 + length), lower.suffix(length)) % affixRows
    }
    affixes[7] = Self.hash(11, shape[...]) % affixRows
  }

  /// Hashes of the lower form and the shape, for the model of sentence ends.
  mutating func boundaryRows(_ word: ArraySlice<UInt8>) -> (form: UInt32, shape: UInt32) {
    normalize(word)
    makeLower()
    makeShape()
    return (Self.hash(21, lower[...]), Self.hash(22, shape[...]))
  }

  /// 32-bit FNV-1a over the seed and the bytes, then multiplications that mix its low bits.
  static func hash(_ seed: UInt32, _ bytes: ArraySlice<UInt8>) -> UInt32 {
    var h: UInt32 = (2_166_136_261 ^ seed) &* 16_777_619
    for byte in bytes { h = (h ^ UInt32(byte)) &* 16_777_619 }
    h ^= h >> 15
    h = h &* 0x2C1B_3C6D
    h ^= h >> 12
    h = h &* 0x297A_2D39
    return h ^ (h >> 15)
  }

  /// Typographic punctuation as ASCII, digits as 0.
  private mutating func normalize(_ word: ArraySlice<UInt8>) {
    cased.removeAll(keepingCapacity: true)
    var i = word.startIndex
    while i < word.endIndex {
      let byte = word[i]
      if byte == 0xE2, i + 2 < word.endIndex, word[i + 1] == 0x80, appendASCII(for: word[i + 2]) {
        i += 3
        continue
      }
      cased.append((0x30...0x39).contains(byte) ? 0x30 : byte)
      i += 1
    }
    if cased == [0x60, 0x60] || cased == [0x27, 0x27] { cased = [0x22] }
    if cased.count == 5, cased[0] == 0x2D, let bracket = Self.bracket(cased) { cased = [bracket] }
  }

  /// What the Penn Treebank writes `-LRB-`; nil for other words.
  private static func bracket(_ word: [UInt8]) -> UInt8? {
    switch String(decoding: word, as: UTF8.self) {
    case "-LRB-": UInt8(ascii: "(")
    case "-RRB-": UInt8(ascii: ")")
    case "-LSB-": UInt8(ascii: "[")
    case "-RSB-": UInt8(ascii: "]")
    case "-LCB-": UInt8(ascii: "{")
    case "-RCB-": UInt8(ascii: "}")
    default: nil
    }
  }

  /// Appends what stands for the character E2 80 `last`; false when nothing does.
  private mutating func appendASCII(for last: UInt8) -> Bool {
    switch last {
    case 0x98, 0x99, 0x9B: cased.append(0x27)
    case 0x9C, 0x9D, 0x9E: cased.append(0x22)
    case 0x90, 0x91, 0x93: cased.append(0x2D)
    case 0x94: cased.append(contentsOf: [0x2D, 0x2D])
    case 0xA6: cased.append(contentsOf: [0x2E, 0x2E, 0x2E])
    default: return false
    }
    return true
  }

  /// ASCII and Latin-1 capitals as small letters.
  private mutating func makeLower() {
    lower.removeAll(keepingCapacity: true)
    var previous: UInt8 = 0
    for byte in cased {
      let capital =
        (0x41...0x5A).contains(byte) || (previous == 0xC3 && (0x80...0x9E).contains(byte) && byte != 0x97)
      lower.append(capital ? byte + 0x20 : byte)
      previous = byte
    }
  }

  /// Kinds of characters, runs cut to two.
  private mutating func makeShape() {
    shape.removeAll(keepingCapacity: true)
    for byte in cased {
      let kind: UInt8 =
        switch byte {
        case 0x41...0x5A: 0x58
        case 0x61...0x7A: 0x78
        case 0x80...: 0x75
        default: byte
        }
      let count = shape.count
      if count < 2 || shape[count - 1] != kind || shape[count - 2] != kind { shape.append(kind) }
    }
  }
}
