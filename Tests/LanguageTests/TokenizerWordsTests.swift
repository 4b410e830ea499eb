import Language
import TestSupport
import Testing

/// Words with spaces between; one joined to the word before is marked `+`.
func words(_ text: String) -> String {
  var document = Document(metadata: Document.Metadata(id: "test"), source: Array(text.utf8))
  Tokenizer(lexicon: .fixture).tokenize(&document)
  return document.tokens.map { ($0.flags.contains(.joinsPrevious) ? "+" : "") + document.text(of: $0) }
    .joined(separator: " ")
}

struct TokenizerWordsTests {
  @Test(arguments: [
    ("Don't! They don’t, can't, won't.", "Do +n't ! They do +n’t , ca +n't , wo +n't ."),
    ("I'm we're you've he'd it'll", "I +'m we +'re you +'ve he +'d it +'ll"),
    ("couldn't've", "could +n't +'ve"),
    ("Rubio's and NATO’s", "Rubio +'s and NATO +’s"),
    ("the allies' plans", "the allies +' plans"),
    ("'the allies' was the title", "' the allies ' was the title"),
    ("O'Brien, o'clock, Ba'ath, d'Alembert", "O'Brien , o'clock , Ba'ath , d'Alembert"),
    ("cannot gonna dunno dont", "can +not gon +na du +n +no do +nt"),
    ("'em '72 '60s ’til the 1980's", "'em '72 '60s ’til the 1980's"),
  ])
  func apostrophes(_ text: String, _ expected: String) { #expect(words(text) == expected) }

  @Test(arguments: [
    ("3.5% of $5, €20bn and US$4.5", "3.5 % of $ 5 , € 20 bn and US$ 4.5"),
    ("1,350km, 20,000. 1,2 and 12,3456", "1,350 km , 20,000 . 1 , 2 and 12 , 3456"),
    ("at 7:30pm on 4/2/2025", "at 7:30 pm on 4/2/2025"),
    ("2024-25, 713-555-0199 and 555-0199", "2024 - 25 , 713-555-0199 and 555-0199"),
    ("the 8th, the 1960s, F-16, 24/7", "the 8th , the 1960s , F - 16 , 24/7"),
    ("+44 20 .04 up +3", "+44 20 .04 up +3"),
    ("No. 5, p. 3, vol.2", "No. 5 , p. 3 , vol. 2"),
  ])
  func numbers(_ text: String, _ expected: String) { #expect(words(text) == expected) }

  @Test(arguments: [
    ("20-year-old foreign-policy aides", "20 - year - old foreign - policy aides"),
    ("co-founder e-mail pre-war non-NATO mid-April", "co-founder e-mail pre-war non-NATO mid-April"),
    ("a price-wise w/o and/or", "a price-wise w/o and / or"),
    ("U.S.-led", "U.S. - led"),
    ("war--and peace—or 5–6", "war -- and peace — or 5 – 6"),
  ])
  func hyphens(_ text: String, _ expected: String) { #expect(words(text) == expected) }

  @Test(arguments: [
    ("The U.S. and the U.K. met at 5 p.m. today", "The U.S. and the U.K. met at 5 p.m. today"),
    ("Gen. Smith vs. Sen. J. D. Vance, Jr.", "Gen. Smith vs. Sen. J. D. Vance , Jr ."),
    ("Apple Inc. said", "Apple Inc. said"),
    ("George W. Bush, Ph.D., e.g. this", "George W. Bush , Ph.D. , e.g. this"),
    ("It sat. It was I.", "It sat . It was I ."),
    ("Dr.Who said so.He left", "Dr. Who said so . He left"),
  ])
  func periods(_ text: String, _ expected: String) { #expect(words(text) == expected) }

  @Test(arguments: [
    (
      "See https://example.org/a_(b)?c=d,e. Or (www.example.com).",
      "See https://example.org/a_(b)?c=d,e . Or ( www.example.com ) ."
    ),
    ("mail j.smith+x@example.co.uk, now", "mail j.smith+x@example.co.uk , now"),
    ("example.com/news/today and Example.com.", "example.com/news/today and Example.com ."),
    ("#NATO @natopress # 1 a@b", "#NATO @natopress # 1 a@b"),
    ("http:// alone", "http : / / alone"),
  ])
  func addresses(_ text: String, _ expected: String) { #expect(words(text) == expected) }

  @Test(arguments: [
    ("\"Yes,\" he said.", "\" Yes , \" he said ."),
    ("“Yes,” ‘no’ «oui» „ja”", "“ Yes , ” ‘ no ’ « oui » „ ja ”"),
    ("Really?! ... well… Wait.... so", "Really ?! ... well … Wait .... so"),
    ("(AT&T [sic] {x})", "( AT&T [ sic ] { x } )"),
    ("fine :) or :-(", "fine :) or :-("),
    ("* item • item ---- ***", "* item • item ---- ***"),
    ("NATO👍🏽🇺🇦👩‍🚀 ok", "NATO 👍🏽 🇺🇦 👩‍🚀 ok"),
    ("Привет, мир. 北约峰会。 ناتو", "Привет , мир . 北约峰会 。 ناتو"),
    ("E\u{301}cole caf\u{E9}\u{A0}Zürich", "E\u{301}cole caf\u{E9} Zürich"),
  ])
  func marks(_ text: String, _ expected: String) { #expect(words(text) == expected) }

  @Test func formsAreLowerCaseAndShared() {
    var document = Document(metadata: Document.Metadata(id: "test"), source: Array("NATO nato ÉCOLE école Don't".utf8))
    Tokenizer(lexicon: .fixture).tokenize(&document)
    #expect(document.tokens.map { document.form(of: $0) } == ["nato", "nato", "école", "école", "do", "n't"])
    #expect(document.tokens[0].form == document.tokens[1].form)
    #expect(document.tokens[2].form == document.tokens[3].form)
    #expect(document.strings == ["", "nato", "école", "do", "n't"])
    #expect(document.lemma(of: document.tokens[0]) == "")
  }

  @Test func spaceAfterAndParagraphsAreFlagged() {
    var document = Document(metadata: Document.Metadata(id: "test"), source: Array("Yes, no.\n\nMaybe.".utf8))
    Tokenizer(lexicon: .fixture).tokenize(&document)
    #expect(
      document.tokens.map(\.flags) == [[.opensParagraph], [.spaceAfter], [], [.spaceAfter], [.opensParagraph], []])
  }
}
