import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

/// Lines around a report: who wrote it, whose picture it is, where it was written.
@Suite struct FurnitureTests {
  private func schema() -> Schema {
    var schema = Schema()
    schema.lists = [
      "furnitureOpening": ["copyright #", "read more"], "furnitureCredit": ["reporting by", "written by"],
      "furnitureEnding": ["contributed to this report"],
    ]
    return schema
  }

  @Test(arguments: [
    ("By/ADP/2/case Jane/PROPN/0/root/B-PERSON Doe/PROPN/2/flat/I-PERSON", true),
    ("By/ADP/2/case Sunday/PROPN/4/obl/B-DATE Fox/PROPN/4/nsubj left=leave/VERB:VBD/0/root", false),
    ("By/ADP/2/case Fox/PROPN/4/obl/B-PERSON it/PRON/4/nsubj stood=stand/VERB:VBD/0/root", false),
    ("(/PUNCT/2/punct Reporting=report/VERB:VBG/0/root by/ADP/4/case Lee/PROPN/2/obl )/PUNCT/2/punct", true),
    ("Written=write/VERB:VBN/0/root by/ADP/3/case Lee/PROPN/1/obl", true),
    (
      "Written=write/VERB:VBN/5/advcl by/ADP/3/case Lee/PROPN/1/obl it/PRON/5/nsubj won=win/VERB:VBD/0/root", false
    ),
    ("Read=read/VERB/0/root more/ADV/1/advmod :/PUNCT/1/punct Fox/PROPN/5/nsubj wins=win/VERB:VBZ/1/parataxis", true),
    ("Copyright/NOUN/0/root 2025/NUM/1/nummod Fox/PROPN/1/dep", true),
    ("Copyright/NOUN/2/compound holders=holder/NOUN:NNS/3/nsubj sued=sue/VERB:VBD/0/root", false),
    (
      "Fox/PROPN/2/nsubj contributed=contribute/VERB:VBD/0/root to/ADP/5/case this/DET/5/det report/NOUN/2/obl", true
    ),
  ])
  func isTold(_ line: String, _ expected: Bool) throws {
    var document = try Referents.document("\(line)\n¶\nFox/PROPN/2/nsubj left=leave/VERB:VBD/0/root")
    let before = document.tokens
    #expect(Furniture(schema: schema()).clear(&document) == (expected ? [0] : []))
    #expect((document.tokens != before) == expected)
    #expect(document.tokens.suffix(3) == before.suffix(3))
  }

  @Test func aDatelineDatesTheDocument() throws {
    let normalizer = TimeNormalizer(words: TimeWords(schema: .small))
    let rest = "\nFox/PROPN/2/nsubj left=leave/VERB:VBD/0/root"
    func date(_ line: String) throws -> String? { Dateline.date(of: try Referents.document(line + rest), normalizer) }
    let day = "OSLO/PROPN/0/root ,/PUNCT/1/punct March/PROPN/1/dep 3/NUM/3/nummod"
    #expect(try date("\(day) ,/PUNCT/1/punct 2025/NUM/1/dep —/PUNCT/1/punct") == "2025-03-03")
    // A paragraph of its own, and nothing else in it.
    let alone = "Friday/PROPN/0/root ,/PUNCT/1/punct March/PROPN/1/dep 7/NUM/3/nummod ,/PUNCT/1/punct 2025/NUM/1/dep"
    #expect(try date("\(alone)\n¶") == "2025-03-07")
    #expect(try date(alone) == nil)
    #expect(try date("\(alone) Fox/PROPN/1/dep\n¶") == nil)
    let published = try Referents.document("Published=publish/VERB/0/root \(alone)\n¶\(rest)")
    #expect(Dateline.date(of: published, normalizer) == nil)
    #expect(Dateline.date(of: published, normalizer, publishing: ["published"]) == "2025-03-07")
    #expect(try date("\(day) —/PUNCT/1/punct") == nil)
    #expect(try date("\(day) ,/PUNCT/1/punct 2025/NUM/1/dep") == nil)
  }

  @Test func aFirmMayEndAsAnOwnerDoes() throws {
    let firm = try Referents(
      "McDonald/PROPN/3/nsubj/B-ORGANIZATION +'s/PART/1/case/I-ORGANIZATION sued=sue/VERB/0/root Fox/PROPN/3/obj")
    #expect(firm.entity("McDonald")?.name == "McDonald's")
    let owner = try Referents(
      "Fox/PROPN/3/nmod_poss/B-PERSON +'s/PART/1/case aide/NOUN/4/nsubj left=leave/VERB/0/root")
    #expect(owner.entity("Fox")?.name == "Fox")
    // What Fox has rose: Fox stands alone elsewhere.
    let ellipsis = try Referents(
      "Fox/PROPN/3/nsubj/B-PERSON +'s/PART/1/case rose=rise/VERB/0/root\nHill/PROPN/2/nsubj met=meet/VERB/0/root Fox/PROPN/2/obj"
    )
    #expect(ellipsis.entity("Fox")?.name == "Fox")
  }
}
