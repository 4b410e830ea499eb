import Language
import TestSupport
import Testing

struct FixtureTests {
  @Test func blockGivesTextTreeAndLabels() throws {
    let document = try Document.fixture(
      """
      # The example of every page.
      Rutte  Rutte PROPN     2 nsubj B-PERSON
      said   say   VERB/VBD  0 root
      ,      _     PUNCT     2 punct
      “      _     PUNCT     6 punct
      it     _     PRON      6 nsubj
      works  work  VERB/VBZ  2 ccomp
      +n't   not   PART/RB   6 advmod
      .      _     PUNCT     2 punct

      No     _     INTJ      0 root
      ¶
      Yes    _     INTJ      0 root
      """, date: "2025-04-02")
    #expect(String(decoding: document.source, as: UTF8.self) == "Rutte said, “it worksn't. No\n\nYes")
    #expect(document.sentences.count == 3)
    #expect(document.tokens[0].entity == .begin(.person))
    #expect(document.tokens[1].fineTag == .pastVerb)
    #expect(document.tokens[5].head == 1)
    #expect(document.tokens[6].flags.contains(.joinsPrevious))
    #expect(document.lemma(of: document.tokens[5]) == "work")
    #expect(document.tokens.map { $0.flags.contains(.opensParagraph) }.filter { $0 }.count == 2)
    #expect(document.metadata.date == "2025-04-02")
  }

  @Test func listsGiveTheSameAsABlock() throws {
    let lists = try Document.fixture(
      words: ["Rutte", "spoke", "."], tags: ["PROPN", "VERB/VBD", "PUNCT"], heads: [2, 0, 2],
      relations: ["nsubj", "root", "punct"], lemmas: ["Rutte", "speak", "."], entities: [1: "B-PERSON"])
    let block = try Document.fixture(
      """
      Rutte Rutte PROPN 2 nsubj B-PERSON
      spoke speak VERB/VBD 0 root
      . _ PUNCT 2 punct
      """)
    #expect(lists.tokens == block.tokens)
    #expect(lists.source == block.source)
    #expect(lists.strings == block.strings)
  }

  @Test func mistakesAreNamedByLine() {
    #expect(throws: ConlluError(name: "fixture", line: 2, problem: "expected a universal tag, found \"VRB\"")) {
      try Document.fixture("a _ DET 2 det\nb _ VRB 0 root")
    }
    #expect(throws: ConlluError.self) { try Document.fixture("a _ DET 3 det") }
  }
}
