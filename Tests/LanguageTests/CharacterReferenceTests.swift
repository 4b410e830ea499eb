import Language
import TestSupport
import Testing

/// `&amp;` and `&#8217;` in plain text: read as their characters, at the bytes at which they stand.
struct CharacterReferenceTests {
  private func document(_ text: String) -> Document {
    var document = Document(metadata: Document.Metadata(id: "test"), source: Array(text.utf8))
    Tokenizer(lexicon: .fixture).tokenize(&document)
    return document
  }

  @Test(arguments: [
    ("AT&amp;T won.", "AT&T won ."), ("O&#8217;Brien won.", "O’Brien won ."), ("O&#x2019;Brien won.", "O’Brien won ."),
    ("Fox&#146;s aide won.", "Fox ’s aide won ."), ("Beyonc&eacute; won.", "Beyoncé won ."),
    ("&Eacute;mile won.", "Émile won ."), ("He&nbsp;won.", "He won ."), ("&quot;Go&quot; now", "\" Go \" now"),
    ("AT&amp;amp;T won.", "AT&T won ."), ("Fox&amp;#8217;s aide", "Fox ’s aide"),
    // What is no reference stays.
    ("R&D; costs", "R&D ; costs"), ("AT&T; so", "AT&T ; so"), ("x &#0; y", "x & # 0 ; y"), ("a & b", "a & b"),
  ])
  func areReadAsTheirCharacters(_ text: String, _ words: String) {
    let document = document(text)
    #expect(document.tokens.map { document.text(of: $0) }.joined(separator: " ") == words)
    #expect(document.text(in: 0..<UInt32(document.source.count)) == ReferenceText.shown(text))
  }

  /// Offsets are those of the text as it stands.
  @Test func standWhereTheyAreInTheText() throws {
    let document = document("O&#8217;Brien &amp; Fox left. He won.")
    let words = document.tokens.map {
      String(decoding: document.source[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
    #expect(words == ["O&#8217;Brien", "&amp;", "Fox", "left", ".", "He", "won", "."])
    #expect(document.sentences.map(\.bytes) == [0..<29, 30..<37])
    #expect(document.form(of: document.tokens[0]) == "o’brien")
  }
}

/// The same by replacing, for the few references of the tests.
private enum ReferenceText {
  static func shown(_ text: String) -> String {
    var text = text
    for (reference, character) in [
      ("&amp;amp;", "&"), ("&amp;#8217;", "’"), ("&amp;", "&"), ("&#8217;", "’"), ("&#x2019;", "’"), ("&#146;", "’"),
      ("&eacute;", "é"), ("&Eacute;", "É"), ("&nbsp;", " "), ("&quot;", "\""),
    ] {
      text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
    }
    return text
  }
}
