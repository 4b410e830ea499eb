import Language
import TestSupport
import Testing

/// What must hold whatever the bytes.
struct TokenizerPropertyTests {
  /// Pieces that random texts are made of, the nasty ones included.
  static let pieces: [[UInt8]] =
    [
      "The", " ", "\n", "\n\n", "\r\n", "U.S.", "Inc.", "don't", "’s", "'", "\"", "“", ".", "...", "?!", "3.5", "%",
      "$",
      "-", "--", "—", "http://", "www.a.b", "@", "#", "x", "é", "北约", "👍🏽", "👩‍🚀", "\u{A0}", "\u{2029}", "\u{FEFF}", "(",
      ")", "[1]",
      "\t", "* ", "e.g.", "J.", "\u{0}", "\u{C}", "`", "_", "/", "1,000", "cannot", "|", "gonna", "< a", "\u{301}",
      "\u{85}",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0x80]]

  @Test(arguments: UInt64(1)...60)
  func tokensCoverTheText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var source: [UInt8] = []
    for _ in 0..<1 + random.below(300) {
      source += Self.pieces[random.below(Self.pieces.count)]
    }
    for layout in Tokenizer.Layout.allCases {
      var document = Document(metadata: Document.Metadata(id: "seed \(seed)"), source: source)
      Tokenizer(lexicon: .fixture).tokenize(&document, layout: layout)
      check(document, layout: layout, seed: seed)
      var again = Document(metadata: document.metadata, source: source)
      Tokenizer(lexicon: .fixture).tokenize(&again, layout: layout)
      #expect(again.tokens == document.tokens && again.strings == document.strings, "seed \(seed)")
    }
  }

  private func check(_ document: Document, layout: Tokenizer.Layout, seed: UInt64) {
    var end: UInt32 = 0
    for token in document.tokens {
      #expect(token.start >= end && token.length > 0, "ascending and disjoint, seed \(seed)")
      if layout != .markdown {
        let gap = String(decoding: document.source[Int(end)..<Int(token.start)], as: UTF8.self)
        #expect(gap.unicodeScalars.allSatisfy(isSpace), "only space between words, seed \(seed)")
      }
      end = token.end
    }
    let rest = String(decoding: document.source[Int(end)...], as: UTF8.self)
    #expect(layout == .markdown || rest.unicodeScalars.allSatisfy(isSpace), "seed \(seed)")
    var next = 0
    for sentence in document.sentences {
      #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "sentences have no gap, seed \(seed)")
      #expect(sentence.tokens.count <= 513, "sentences are bounded, seed \(seed)")
      next = sentence.tokens.upperBound
      #expect(sentence.bytes.lowerBound == document.tokens[sentence.tokens.lowerBound].start)
      #expect(sentence.bytes.upperBound == document.tokens[next - 1].end)
    }
    #expect(next == document.tokens.count, "sentences cover the words, seed \(seed)")
    #expect(document.tokens.allSatisfy { Int($0.form) < document.strings.count })
    #expect(Set(document.strings).count == document.strings.count, "each form once, seed \(seed)")
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control || scalar.value == 0xFEFF
      || scalar.value == 0x200B
  }

  @Test(arguments: [
    ("a", ""), ("a-", ""), (".", ""), ("\"", ""), ("word ", ""), ("e.g. ", ""), ("'s", ""), ("h", "ttp://x"),
  ])
  func longLinesAreCut(_ unit: String, _ tail: String) {
    let source = Array((String(repeating: unit, count: 20_000) + tail).utf8)
    var document = Document(metadata: Document.Metadata(id: "long"), source: source)
    Tokenizer(lexicon: .fixture).tokenize(&document)
    #expect(document.tokens.allSatisfy { $0.length <= 2_048 })
    check(document, layout: .text, seed: 0)
  }

  @Test func nothingComesOfNothing() {
    for text in ["", " ", "\n\r\n\t", "\u{A0}\u{2029}\u{FEFF}"] {
      for layout in Tokenizer.Layout.allCases where layout != .pretokenized || text.utf8.allSatisfy({ $0 < 0x80 }) {
        var document = Document(metadata: Document.Metadata(id: "empty"), source: Array(text.utf8))
        Tokenizer(lexicon: .fixture).tokenize(&document, layout: layout)
        #expect(document.tokens.isEmpty && document.sentences.isEmpty)
      }
    }
  }
}
