import Bytes
import TestSupport
import Testing

@testable import Language

@Suite struct EnglishAnalyzerTests {
  /// A document of sentences of words from a small vocabulary.
  static func document(_ lengths: [Int], seed: UInt64) -> Document {
    var random = SeededGenerator(seed: seed)
    var document = Document(metadata: .init(id: "d"), source: [])
    for length in lengths {
      let first = document.tokens.count
      for _ in 0..<length {
        let word = Array(["Rutte", "met", "the", "3", "“", "ministers", "—", "É", "x"][random.below(9)].utf8)
        document.tokens.append(
          Token(start: UInt32(document.source.count), length: UInt16(word.count), flags: .spaceAfter))
        document.source += word + [0x20]
      }
      let bytes = (document.tokens[first...].first?.start ?? 0)..<UInt32(document.source.count)
      document.sentences.append(Sentence(tokens: first..<document.tokens.count, bytes: bytes))
    }
    return document
  }

  @Test func everySentenceGetsATreeWithOneRoot() throws {
    let analyzer = EnglishAnalyzer(weights: try TinyModel().weights())
    var document = Self.document([1, 30, 2, 60, 257, 3], seed: 21)
    analyzer.analyze(&document)
    for sentence in document.sentences {
      let heads = sentence.tokens.map { index in
        let head = document.tokens[index].head
        return head == Token.noHead ? 0 : Int(head) - sentence.tokens.lowerBound + 1
      }
      #expect(SpanningTree.isTree(heads))
      for index in sentence.tokens {
        #expect((document.tokens[index].head == Token.noHead) == (document.tokens[index].relation == .root))
      }
    }
    #expect(document.tokens.allSatisfy { $0.form < document.strings.count && $0.lemma < document.strings.count })
    #expect(Set(document.strings).count == document.strings.count)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func documentsAnalyzedTogetherAreAsAlone(seed: UInt64) throws {
    let analyzer = EnglishAnalyzer(weights: try TinyModel().weights())
    let plain = [[7, 1, 40], [], [3], [300, 2], [90, 80, 70, 60], [1]].enumerated().map { place, lengths in
      Self.document(lengths, seed: seed + UInt64(place))
    }
    var together = plain
    var done = 0
    analyzer.analyze(&together) { done += $0 }
    for (shared, document) in zip(together, plain) {
      var alone = document
      analyzer.analyze(&alone)
      #expect(shared.strings == alone.strings, "seed \(seed)")
      #expect(shared.tokens == alone.tokens, "seed \(seed)")
    }
    #expect(done > 0 && done <= plain.reduce(0) { $0 + $1.source.count })
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func neighborsDoNotMatter(seed: UInt64) throws {
    let analyzer = EnglishAnalyzer(weights: try TinyModel().weights())
    var together = Self.document([7, 1, 40, 90, 13, 70, 5, 60], seed: seed)
    let plain = together
    analyzer.analyze(&together)
    for sentence in plain.sentences {
      var alone = Document(metadata: plain.metadata, source: plain.source)
      alone.tokens = Array(plain.tokens[sentence.tokens])
      alone.sentences = [Sentence(tokens: 0..<sentence.tokens.count, bytes: sentence.bytes)]
      analyzer.analyze(&alone)
      for (index, token) in alone.tokens.enumerated() {
        let other = together.tokens[sentence.tokens.lowerBound + index]
        let head = token.head == Token.noHead ? token.head : token.head + Int32(sentence.tokens.lowerBound)
        #expect(other.head == head && other.relation == token.relation, "seed \(seed)")
        #expect(other.tag == token.tag && other.fineTag == token.fineTag && other.entity == token.entity)
        #expect(together.lemma(of: other) == alone.lemma(of: token))
      }
    }
  }

  @Test func nothingToAnalyze() throws {
    let analyzer = EnglishAnalyzer(weights: try TinyModel().weights())
    var document = Document(metadata: .init(id: "empty"), source: [])
    analyzer.analyze(&document)
    #expect(document.tokens.isEmpty && document.strings.isEmpty)
  }
}
