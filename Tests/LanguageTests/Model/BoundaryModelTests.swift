import Bytes
import TestSupport
import Testing

@testable import Language

@Suite struct BoundaryModelTests {
  private static func document(_ text: String, _ model: BoundaryModel?) -> Document {
    var document = Document(metadata: .init(id: "ends"), source: Array(text.utf8))
    Tokenizer(lexicon: .fixture, boundaries: model).tokenize(&document)
    return document
  }

  private static func sentences(_ text: String, _ model: BoundaryModel?) -> [String] {
    let document = document(text, model)
    return document.sentences.map { document.text(in: $0.bytes) }
  }

  /// Random weights end sentences anywhere; what must hold holds all the same.
  @Test func whateverTheWeights() throws {
    let model = try TinyModel().weights().boundaries
    let words = ["NATO", "does", "n't", "can't", "Rutte's", "leads.", "Inc.", "\"Yes,\"", "5%", "—", "(so)"]
    var random = SeededGenerator(seed: 21)
    let paragraphs = (0..<6).map { _ in
      (0..<random.below(700) + 1).map { _ in words[random.below(words.count)] }.joined(separator: " ")
    }
    let together = Self.sentences(paragraphs.joined(separator: "\n\n"), model)
    // A paragraph's sentences depend on nothing outside it.
    #expect(together == paragraphs.flatMap { Self.sentences($0, model) }, "seed 21")
    let document = Self.document(paragraphs.joined(separator: "\n\n"), model)
    var next = 0
    for sentence in document.sentences {
      #expect(sentence.tokens.lowerBound == next)
      #expect(!document.tokens[next].flags.contains(.joinsPrevious), "a clitic begins a sentence, seed 21")
      next = sentence.tokens.upperBound
    }
    #expect(next == document.tokens.count)
    #expect(document.sentences.count > 6)
  }

  /// The shipped weights on what the rules alone get wrong and right.
  @Test func theShippedWeights() throws {
    let model = try ModelWeights().boundaries
    #expect(
      Self.sentences("Great place to eat :) I will be back soon", model)
        == ["Great place to eat :)", "I will be back soon"])
    #expect(
      Self.sentences("Rutte met Mr. Smith on Thursday. The talks lasted two hours.", model)
        == ["Rutte met Mr. Smith on Thursday.", "The talks lasted two hours."])
    #expect(Self.sentences("The U.S. Army left Iraq.", model).count == 1)
    // No mark, no end of a line: a title or a name, not the heading of a page.
    for text in ["Finance Minister Ann Lee resigned.", "Kim Jong Un met Kim Yo Jong in Pyongyang."] {
      #expect(Self.sentences(text, model).count == 1, "\(text)")
    }
  }

  @Test func missingSection() {
    #expect(throws: ModelError.container(.missingSection(place: "tiny", name: "endmix"))) {
      try TinyModel(omitted: "endmix").weights()
    }
  }
}
