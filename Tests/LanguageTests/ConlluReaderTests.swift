import Language
import TestSupport
import Testing

struct ConlluReaderTests {
  private func read(_ text: String) throws -> [Document] {
    try ConlluReader().read(Array(text.utf8), name: "gold.conllu")
  }

  @Test func readsWordsTreesAndSpaces() throws {
    let text = """
      # newdoc id = brussels
      # newpar
      # sent_id = 1
      # text = Rutte doesn't lead (yet).
      1\tRutte\tRutte\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tEntity=B-PERSON
      2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
      2\tdoes\tdo\tAUX\tVBZ\t_\t4\taux\t_\t_
      3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
      4\tlead\tlead\tVERB\tVB\t_\t0\troot\t_\t_
      4.1\tgone\tgo\tVERB\tVB\t_\t_\t_\t_\t_
      5\t(\t(\tPUNCT\t-LRB-\t_\t6\tpunct\t_\tSpaceAfter=No
      6\tyet\tyet\tADV\tRB\t_\t4\tadvmod\t_\tSpaceAfter=No
      7\t)\t)\tPUNCT\t-RRB-\t_\t6\tpunct\t_\tSpaceAfter=No
      8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

      1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

      """
    let documents = try read(text)
    let document = try #require(documents.first)
    #expect(documents.count == 1)
    #expect(document.metadata.id == "brussels")
    #expect(String(decoding: document.source, as: UTF8.self) == "Rutte doesn't lead (yet). Yes")
    #expect(
      document.tokens.map { document.text(of: $0) } == ["Rutte", "does", "n't", "lead", "(", "yet", ")", ".", "Yes"])
    #expect(document.tokens.map(\.head) == [3, 3, 3, -1, 5, 3, 5, 3, -1])
    #expect(document.tokens[2].flags == [.joinsPrevious, .spaceAfter])
    #expect(document.lemma(of: document.tokens[2]) == "not")
    #expect(document.form(of: document.tokens[0]) == "rutte")
    #expect(document.tokens[0].entity == .begin(.person))
    #expect(document.tokens[0].flags.contains(.opensParagraph))
    #expect(document.sentences.map(\.tokens) == [0..<8, 8..<9])
    #expect(document.sentences.map(\.bytes) == [0..<25, 26..<29])
  }

  @Test func sharesTheSurfaceOfAContractionThatItsWordsDoNotSpell() throws {
    let text = """
      1-2\twont\t_\t_\t_\t_\t_\t_\t_\t_
      1\twill\twill\tAUX\tMD\t_\t0\troot\t_\t_
      2\tnot\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_
      """
    let document = try #require(try read(text).first)
    #expect(document.tokens.map { document.text(of: $0) } == ["won", "t"])
    #expect(document.tokens.map { document.form(of: $0) } == ["will", "not"])
  }

  @Test(arguments: [
    ("1\ta\ta\tDET\tDT\t_\t0\troot\t_", 1, "expected 10 columns, found 9"),
    ("\n2\ta\ta\tDET\tDT\t_\t0\troot\t_\t_", 2, "expected word 1, found 2"),
    ("1\ta\ta\tFOO\tDT\t_\t0\troot\t_\t_", 1, "expected a universal tag in column 4, found \"FOO\""),
    ("1\ta\ta\tDET\tDT\t_\tx\troot\t_\t_", 1, "expected the number of a word in column 7, found \"x\""),
    ("1\ta\ta\tDET\tDT\t_\t0\tfoo:bar\t_\t_", 1, "expected a dependency relation in column 8, found \"foo:bar\""),
    ("# x\r\n1\ta\ta\tDET\tDT\t_\t7\tdet\t_\t_\r\n\r\n", 2, "expected a head up to 1, found 7"),
    ("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tDET\tDT\t_\t0\troot\t_\t_\n", 1, "expected words up to 2, found 1"),
  ])
  func namesTheLine(_ text: String, _ line: Int, _ problem: String) {
    #expect(throws: ConlluError(name: "gold.conllu", line: line, problem: problem)) { try read(text) }
  }
}
