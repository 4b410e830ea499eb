import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

@Suite struct MentionsPropertyTests {
  /// A text of random words with random tags, heads and labels: what a bad parse of anything may look like.
  private func document(_ generator: inout SeededGenerator) throws -> Document {
    let words = [
      "Rutte", "Mark", "NATO", "U.S.", "Washington", "the", "The", "of", "and", ",", "(", ")", "“", "”", "he", "it",
      "they",
      "who", "his", "I", "said=say", "Secretary", "General", "minister", "president", "Jordan", "Georgia", "Bank",
      "Mr.",
      "Corp.", "-", "&", "'s", "alliance", "Europeans=European", "WTA", "April", "company", "TALKS",
    ]
    let relations = [
      "nsubj", "obj", "obl", "nmod", "compound", "flat", "appos", "conj", "amod", "case", "det", "punct", "acl_relcl",
      "nmod_poss", "nmod_desc", "ccomp", "advcl", "root",
    ]
    let tags = ["PROPN", "NOUN", "NOUN:NNS", "ADJ", "VERB", "PRON", "DET", "PUNCT", "ADP", "PART"]
    let labels = ["", "", "/B-PERSON", "/I-PERSON", "/B-ORGANIZATION", "/I-ORGANIZATION", "/B-LOCATION", "/B-DATE"]
    let lines = (0..<(1 + generator.below(5))).map { _ in
      (0..<(1 + generator.below(20))).map { index in
        let head = index == 0 ? 0 : 1 + generator.below(index)
        let relation = index == 0 ? "root" : relations[generator.below(relations.count)]
        return "\(words[generator.below(words.count)])/\(tags[generator.below(tags.count)])/\(head)/\(relation)"
          + labels[generator.below(labels.count)]
      }.joined(separator: " ")
    }
    return try Referents.document(lines.joined(separator: "\n"))
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func anyParseGivesWholeAndRepeatableEntities(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let coreferencer = Coreferencer(schema: .world)
    let canonical = Set(Schema.world.names.map(\.name))
    for _ in 0..<150 {
      let document = try document(&generator)
      let result = coreferencer.resolve(document)
      let text = document.text(in: 0..<UInt32(document.source.count))
      for entity in result.entities {
        #expect(
          !entity.mentions.isEmpty && entity.mentions.allSatisfy(result.mentions.indices.contains), "seed \(seed)")
        #expect(entity.mentions == entity.mentions.sorted() && Set(entity.mentions).count == entity.mentions.count)
        // No name that nobody wrote.
        if entity.isNamed {
          #expect(text.contains(entity.name) || canonical.contains(entity.name), "seed \(seed): \(text)")
        }
        for form in entity.forms { #expect(text.contains(form.text), "seed \(seed)") }
      }
      for mention in result.mentions {
        #expect(mention.tokens.contains(mention.head) && document.tokens.indices.contains(mention.head), "seed \(seed)")
      }
      for token in document.tokens.indices {
        if let entity = result.entity(atHead: token) { #expect(result.entities.indices.contains(entity)) }
      }
      let again = coreferencer.resolve(document)
      #expect(again.entities == result.entities && again.mentions == result.mentions, "seed \(seed)")
    }
  }

  @Test func anEmptyTextHasNobody() {
    let result = Coreferencer(schema: .world).resolve(Document(metadata: .init(id: "a"), source: []))
    #expect(result.entities.isEmpty && result.mentions.isEmpty && result.entity(atHead: 0) == nil)
  }
}
