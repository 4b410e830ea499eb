import Language
import TestSupport
import Testing

@testable import Extraction

/// Common nouns that a model takes for names.
@Suite struct SmallNounsTests {
  private static let seen = "saw=see/VERB:VBD/0/root"

  /// The tags of a sentence of which the first word is the verb.
  private func tags(_ words: String) throws -> String {
    var document = try Referents.document("\(Self.seen) \(words)", id: "d")
    SmallNouns.mend(&document)
    return document.tokens.dropFirst().dropLast().map { "\($0.tag.conlluName):\($0.fineTag.conlluName)" }.joined(
      separator: " ")
  }

  @Test func whatHasASmallLetterAndNoLabelIsNoName() throws {
    #expect(try tags("Oslo/PROPN:NNP/1/obj from/ADP:IN/4/case iodine/PROPN:NNP/1/obl") == "PROPN:NNP ADP:IN NOUN:NN")
    #expect(
      try tags("Oslo/PROPN:NNP/1/obj from/ADP:IN/4/case iodines/PROPN:NNPS/1/obl") == "PROPN:NNP ADP:IN NOUN:NNS")
  }

  @Test func labelsParticlesAndTextsInSmallLettersStay() throws {
    #expect(
      try tags("Oslo/PROPN:NNP/1/obj from/ADP:IN/4/case iodine/PROPN:NNP/1/obl/B-ORGANIZATION")
        == "PROPN:NNP ADP:IN PROPN:NNP")
    #expect(
      try tags("Ann/PROPN:NNP/1/obj de/PROPN:NNP/2/flat Vries/PROPN:NNP/2/flat") == "PROPN:NNP PROPN:NNP PROPN:NNP")
    #expect(try tags("oslo/PROPN:NNP/1/obj") == "PROPN:NNP")
  }
}
