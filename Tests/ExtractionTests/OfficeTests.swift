import GraphModel
import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

@Suite struct OfficeTests {
  private static let rutte =
    "NATO/PROPN/3/compound Secretary/PROPN/3/compound General=general/PROPN/4/compound Mark/PROPN/6/nsubj Rutte/PROPN/4/flat left=leave/VERB/0/root Russia/PROPN/6/obj/B-GPE"
  private static let chief =
    "The/DET/3/det NATO/PROPN/3/compound chief/NOUN:NN/4/nsubj praised=praise/VERB/0/root Russia/PROPN/4/obj/B-GPE"
  private static let stoltenberg =
    "NATO/PROPN/3/compound Secretary/PROPN/3/compound General=general/PROPN/4/compound John/PROPN/6/nsubj Fox/PROPN/4/flat left=leave/VERB/0/root Russia/PROPN/6/obj/B-GPE"

  /// `subject | predicate | object` of the graph of several texts, sorted, and the aliases by office.
  private func graph(_ texts: [String], dates: [String] = []) throws -> (statements: [String], offices: [String]) {
    var schema = Schema.world
    schema.lists["soleOffice"] = ["secretary general"]
    schema.lists["sameOffice"] = ["chief"]
    var leads = Relation(name: "leads", label: "leads")
    leads.wordings = ["secretary general", "chief"].map { Wording(construction: .title, lemmas: $0) }
    schema.relations = [leads]
    let extractor = Extractor(schema: schema)
    let content = extractor.assemble(
      try texts.enumerated().map { (index, text) in
        var document = try Referents.document(text, id: "d\(index)")
        document.metadata.date = dates.indices.contains(index) ? dates[index] : nil
        return extractor.extract(document)
      })
    let statements = content.statements.map {
      "\(content.entities[$0.subject].name) | \(content.predicates[$0.predicate].name) | \(content.entities[$0.object].name)"
    }
    let offices = content.entities.flatMap { entity in
      entity.aliases.filter { $0.rule == "office" }.map { "\($0.name) = \(entity.name)" }
    }
    return (statements.sorted(), offices)
  }

  @Test func whoIsCalledByAnOfficeIsWhoHoldsItInAnotherDocument() throws {
    for texts in [[Self.rutte, Self.chief], [Self.chief, Self.rutte]] {
      let (statements, offices) = try graph(texts)
      #expect(statements.contains("Mark Rutte | praise | Russia"))
      #expect(offices == ["NATO chief = Mark Rutte"])
    }
  }

  @Test func anOfficeOfTwoIsNobodys() throws {
    let (statements, offices) = try graph([Self.rutte, Self.chief, Self.stoltenberg])
    #expect(statements.contains("NATO chief | praise | Russia"))
    #expect(offices == [])
    #expect(try graph([Self.chief]).statements == ["NATO chief | (of) | NATO", "NATO chief | praise | Russia"])
  }

  @Test func eachHolderInHisTime() throws {
    let texts = [Self.rutte, Self.stoltenberg, Self.chief]
    #expect(
      try graph(texts, dates: ["2025-01-10", "2020-05-01", "2024-12-01"]).offices == ["NATO chief = Mark Rutte"])
    #expect(
      try graph(texts, dates: ["2025-01-10", "2020-05-01", "2020-06-01"]).offices == ["NATO chief = John Fox"])
    #expect(try graph(texts, dates: ["2025-01-10", "2020-05-01", "2010-06-01"]).offices == [])
    #expect(try graph(texts, dates: ["2025-01-10", "2020-05-01"]).offices == [])
  }

  @Test func oneOfManyHoldsNoOffice() throws {
    let indefinite = Self.chief.replacing("The/DET", with: "A=a/DET")
    #expect(try graph([Self.rutte, indefinite]).offices == [])
  }
}
