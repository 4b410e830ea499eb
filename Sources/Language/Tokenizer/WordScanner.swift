/// Cuts the characters of a block into words, left to right in one pass.
///
/// Words follow the English treebanks of Universal Dependencies. The scanner looks ahead by a bounded number of bytes,
/// so its time is linear whatever the text.
struct WordScanner {
  /// Longer runs are cut.
  static let longestWord = 256
  static let longestAddress = 2_048

  let bytes: [UInt8]
  let lexicon: TokenizerLexicon
  /// The words found since the caller last emptied it.
  var words: [RawWord] = []
  /// Where the next word is looked for.
  var position = 0
  /// End of the block in hand.
  var limit = 0
  var isSingleQuoteOpen = false
  var isDoubleQuoteOpen = false
  private var opensParagraph = true

  init(bytes: [UInt8], lexicon: TokenizerLexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  /// Scans on in `block` until its end or until there are `maximum` words.
  mutating func scan(_ block: TextBlock, maximum: Int) {
    limit = block.bytes.upperBound
    if position <= block.bytes.lowerBound {
      position = block.bytes.lowerBound
      opensParagraph = true
    }
    while position < limit && words.count < maximum {
      let glyph = bytes.glyph(at: position)
      if glyph.kind.isSpace {
        if glyph.kind == .paragraph || (glyph.kind == .newline && block.breaksParagraph(at: position, in: bytes)) {
          opensParagraph = true
        }
        position += max(glyph.length, 1)
        continue
      }
      if opensParagraph {
        isSingleQuoteOpen = false
        isDoubleQuoteOpen = false
      }
      let first = words.count
      switch glyph.kind {
      case .emoji: scanEmoji(glyph)
      case .mark: scanMark(glyph)
      default: scanWord(glyph)
      }
      if opensParagraph, first < words.count {
        words[first].opensParagraph = true
        opensParagraph = false
      }
    }
  }

  /// The character at `index`; a space from the end of the block on.
  func glyph(_ index: Int) -> Glyph { index < limit ? bytes.glyph(at: index) : .end }

  /// The byte at `index`; a space from the end of the block on.
  func byte(_ index: Int) -> UInt8 { index < limit ? bytes[index] : UInt8(ascii: " ") }

  /// Length of the apostrophe at `index`, straight or curly; 0 where there is none.
  func apostrophe(_ index: Int) -> Int {
    if byte(index) == UInt8(ascii: "'") { return 1 }
    return byte(index) == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0x99 ? 3 : 0
  }

  /// Whether a word ends where the next one would begin.
  var isGlued: Bool { words.last.map { Int($0.end) == position } ?? false }

  /// End of the run of letters and digits from `index` on.
  func runEnd(_ index: Int) -> Int {
    var end = index
    let bound = min(limit, index + Self.longestWord)
    while end < bound {
      let glyph = bytes.glyph(at: end)
      guard glyph.kind.isWord else { break }
      end += glyph.length
    }
    return end
  }

  /// Appends `range` as a word.
  mutating func emit(_ range: Range<Int>, _ kind: RawWord.Kind, joinsPrevious: Bool = false) {
    words.append(
      RawWord(
        start: UInt32(range.lowerBound), end: UInt32(range.upperBound), kind: kind, joinsPrevious: joinsPrevious))
    position = range.upperBound
  }

  /// The kind of the word that begins with `glyph`.
  func kind(of glyph: Glyph) -> RawWord.Kind {
    switch glyph.kind {
    case .digit: .number
    case .upper: .upper
    case .lower: .lower
    default: .uncased
    }
  }

  /// An emoji with its modifiers and joined parts; flags are pairs of letters.
  private mutating func scanEmoji(_ first: Glyph) {
    var end = position + first.length
    var next = glyph(end)
    let isFlag = 0x1F1E6...0x1F1FF ~= first.value
    if isFlag, 0x1F1E6...0x1F1FF ~= next.value { end += next.length }
    next = glyph(end)
    while end - position < Self.longestWord {
      if next.value == 0xFE0F || 0x1F3FB...0x1F3FF ~= next.value {
        end += next.length
      } else if next.value == 0x200D, glyph(end + next.length).kind == .emoji {
        end += next.length + glyph(end + next.length).length
      } else {
        break
      }
      next = glyph(end)
    }
    emit(position..<end, .mark)
  }
}
