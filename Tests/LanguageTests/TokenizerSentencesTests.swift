import Language
import TestSupport
import Testing

/// The bytes of each sentence as text.
func sentences(_ text: String, layout: Tokenizer.Layout = .text) -> [String] {
  var document = Document(metadata: Document.Metadata(id: "test"), source: Array(text.utf8))
  Tokenizer(lexicon: .fixture).tokenize(&document, layout: layout)
  return document.sentences.map { document.text(in: $0.bytes) }
}

struct TokenizerSentencesTests {
  /// Each text is the sentences joined by spaces; splitting it must give them back.
  @Test(arguments: [
    ["He left.", "She stayed!", "Why?", "Nobody knows."],
    ["The U.S. Senate met.", "It voted."],
    ["Troops left the U.S.", "The allies stayed."],
    ["Apple Inc. Chief Tim Cook spoke.", "He works for Apple Inc.", "They agreed."],
    ["Moreau (b. January 1928) made Viva Maria! (1965).", "“Why?” I asked.", "Nobody said (d. 2017)."],
    ["Global Systems, Inc. (GSI) won.", "It met at 5 p.m. (EST)."],
    ["Gen. Mark Milley spoke on Sat. in Kyiv.", "George W. Bush, who listened, left."],
    ["Spending rose 3.5 percent.", "30 members agreed on No. 5."],
    ["“We made remarks.”", "He left."],
    ["\"We are ready,\" he said.", "\"Are you?\" she asked.", "\"Ready?\" Marco Rubio asked."],
    ["It grew (see p. 3).", "(The rest is lost.)", "It was late."],
    ["It went on ... and on.", "Then ... it stopped."],
    ["He said so.[1]", "They agreed. [2]", "It came later."],
    ["Then eBay spoke.", "eBay is big."],
    ["北约。", "峰会。"],
    ["It began at 5 p.m. Moscow time."], ["It began at 9 a.m. Monday."], ["It began at 9 a.m. GMT on Friday."],
    ["It began at 5 p.m.", "Police arrested two men."], ["It won the 2016 A.M. Turing Award."],
    ["J.K. Rowling sued the paper.", "T. S. Eliot wrote."], ["He left the U.S.", "They stayed."],
    ["They paid Rs. 500 crore."],
  ])
  func runningText(_ expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test(arguments: [
    ["PARIS (Reuters) -", "Macron met Scholz."], ["Paris (AFP) –", "Macron met Scholz."],
    ["MOSCOW, May 3 (Reuters) -", "The Kremlin rejected it."], ["OSLO, March 3, 2025 —", "It snowed."],
    ["TURIN and MILAN (June 3, 2014) —", "Mediaset signed."], ["TEHRAN –", "Exports rose."],
    ["(Reuters) -", "Tesla sued Rivian."], ["Paris, France -", "Macron met Scholz."],
    ["MIAMI, Fla (AP) _", "It rained."], ["Brussels, 3 March 2025 –", "It rained."],
    ["NAIROBI, Kenya, March 2, 2025 /PRNewswire/ --", "It rained."],
    ["Paris, France, Rome - they won."], ["Smith, who left - and Jones - are friends."],
    ["Rutte met Rubio – the minister – in Brussels."], ["NATO-wide talks began."],
    ["Smith (left) and Jones - friends."],
    ["ROME – he left."],
  ])
  func aDatelineIsASentenceOfItsOwn(_ expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test func wrappedLinesAreJoined() {
    let text = """
      Foreign ministers of the alliance met in Brussels on Thursday to talk
      about spending and about the war. Mark Rutte, the secretary general of
      NATO, said that every member had to do more, and that
      Washington agreed.

      A second paragraph.
      """
    #expect(
      sentences(text).map { $0.prefix(12) } == ["Foreign mini", "Mark Rutte, ", "A second par"])
  }

  @Test func headlinesAndLinesOfTheirOwnAreSentences() {
    let text = """
      Allies worry about U.S. commitment
      By A Reporter
      BRUSSELS - Foreign ministers of the alliance met in Brussels on Thursday to talk about spending and about the war in Ukraine.
      Mark Rutte spoke first and said that every member had to do more, which Washington had asked for a long time before
      """
    #expect(sentences(text).map { $0.prefix(8) } == ["Allies w", "By A Rep", "BRUSSELS", "Foreign ", "Mark Rut"])
  }

  @Test func listItemsAreSentences() {
    #expect(
      sentences("The plan\n- spend more\n- build faster\n1. First. Yes\n2. second")
        == ["The plan", "- spend more", "- build faster", "1. First.", "Yes", "2. second"])
  }

  @Test func carriageReturnsEndLinesToo() {
    #expect(sentences("One here.\r\n\r\nTwo there\r\n\r\nThree.") == ["One here.", "Two there", "Three."])
  }

  @Test func markdownMarksBelongToNoWord() {
    let text = """
      # Allies *meet*

      The **U.S.** [secretary](https://example.org/x_y "t") spoke, `said` ~~he~~.
      - first item
      - second_item
      > quoted ![image](a.png) line

      | a | b |
      |---|---|
      | c | d |

      ```
      code here
      ```
      Setext
      ------
      """
    var document = Document(metadata: Document.Metadata(id: "test"), source: Array(text.utf8))
    Tokenizer(lexicon: .fixture).tokenize(&document, layout: .markdown)
    let lines = document.sentences.map { sentence in
      document.tokens[sentence.tokens].map { document.text(of: $0) }.joined(separator: " ")
    }
    #expect(
      lines == [
        "Allies meet", "The U.S. secretary spoke , said he .", "first item", "second_item quoted line", "a", "b", "c",
        "d", "Setext",
      ])
  }

  @Test func pretokenizedLinesAreKept() {
    let text = "He did n't say `` yes . ''\n-LRB- Really . Yes -RRB-\n\nU.S. , etc .\n"
    var document = Document(metadata: Document.Metadata(id: "test"), source: Array(text.utf8))
    Tokenizer(lexicon: .fixture).tokenize(&document, layout: .pretokenized)
    let lines = document.sentences.map { sentence in
      document.tokens[sentence.tokens].map { document.text(of: $0) }.joined(separator: " ")
    }
    #expect(lines == text.split(separator: "\n").map(String.init))
    #expect(document.tokens.filter { $0.flags.contains(.opensParagraph) }.count == 2)
    #expect(document.tokens.allSatisfy { !$0.flags.contains(.joinsPrevious) })
  }
}
