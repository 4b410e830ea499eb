import TestSupport
import Testing

@testable import Language

/// In which case the words of headlines are analyzed.
struct HeadlineCasingTests {
  /// Headline words that are analyzed in another case, in text order.
  private func recased(_ headline: String, _ text: String) throws -> [String] {
    let blocks = [headline, text].map { sentence in
      sentence.split(separator: " ").enumerated().map { number, word in
        "\(word) _ \(word == "." ? "PUNCT" : "NOUN") \(number == 0 ? 0 : 1) \(number == 0 ? "root" : "dep")"
      }.joined(separator: "\n")
    }
    let casing = HeadlineCasing(try Document.fixture(blocks.joined(separator: "\n\n¶\n\n")))
    return casing.words.sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  @Test func isThatOfTheText() throws {
    #expect(
      try recased("Minister Arrested Over Bribes", "The minister was arrested over bribes .")
        == ["arrested", "over", "bribes"])
    #expect(try recased("MINISTER VISITS KYIV", "The minister left Kyiv .") == ["Minister", "Kyiv"])
    // `Kills` by the `killed` of the text; the name stays.
    #expect(try recased("Bomb Kills Ten In Gaza", "A bomb in Gaza killed ten .") == ["kills", "ten", "in"])
  }

  @Test func isLeftWhereTheTextDoesNotTell() throws {
    #expect(try recased("Minister Arrested Over Bribes", "It rained .") == [])
    // A sentence is no headline, nor is one with small letters.
    #expect(try recased("Minister Arrested Over Bribes .", "The minister was arrested over bribes .") == [])
    #expect(try recased("Minister arrested after long trial", "The minister was arrested .") == [])
  }
}
