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
    let content = try content(texts, dates: dates, leaders: [])
    let statements = content.statements.map {
      "\(content.entities[$0.subject].name) | \(content.predicates[$0.predicate].name) | \(content.entities[$0.object].name)"
    }
    let offices = content.entities.flatMap { entity in
      entity.aliases.filter { $0.rule == "office" }.map { "\($0.name) = \(entity.name)" }
    }
    return (statements.sorted(), offices)
  }

  private func content(_ texts: [String], dates: [String], leaders: [Leader]) throws -> GraphContent {
    var schema = Schema.world
    schema.lists["soleOffice"] = ["chair", "secretary general"]
    schema.lists["sameOffice"] = ["chief"]
    var leads = Relation(name: "leads", label: "leads")
    leads.wordings = ["chair", "secretary general", "chief"].map { Wording(construction: .title, lemmas: $0) }
    schema.relations = [leads]
    for number in schema.names.indices where schema.names[number].name == "NATO" {
      schema.names[number].leaders = leaders
    }
    let extractor = Extractor(schema: schema)
    return extractor.assemble(
      try texts.enumerated().map { (index, text) in
        var document = try Referents.document(text, id: "d\(index)")
        document.metadata.date = dates.indices.contains(index) ? dates[index] : nil
        return extractor.extract(document)
      })
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

  /// By a list of the schema, between its days and without any other document; a document that names him goes first.
  @Test func whoHoldsAnOfficeByTheSchema() throws {
    let known = [Leader(title: "chair", name: "Ann Berg", since: "2024-10-01", until: "2026-01-17")]
    let chair = Self.chief.replacing("chief/NOUN", with: "chair/NOUN")
    func found(_ texts: [String], _ dates: [String]) throws -> [String] {
      let content = try content(texts, dates: dates, leaders: known)
      let aliases = content.entities.flatMap { entity in
        entity.aliases.filter { $0.rule == "leader as of 2026-01-17" }.map { "\($0.name) = \(entity.name)" }
      }
      let praised = content.statements.filter { content.predicates[$0.predicate].name == "praise" }
      let marks = praised.flatMap { $0.evidence?.rules ?? [] }.filter { LeaderMark(rule: $0) != nil }
      #expect(marks.isEmpty == aliases.isEmpty)
      return aliases
    }
    #expect(try found([chair], ["2024-10-01"]) == ["NATO chair = Ann Berg"])
    #expect(try found([chair], ["2026-01-17"]) == ["NATO chair = Ann Berg"])
    for date in ["2024-09-30", "2026-01-18", "2024-09", "2026", "2019-05-01", ""] {
      #expect(try found([chair], [date]) == [], "\(date)")
    }
    #expect(try found([chair.replacing("The/DET", with: "A=a/DET")], ["2025-03-01"]) == [])
    #expect(try found([Self.chief], ["2025-03-01"]) == [])
  }

  @Test func oneOfManyHoldsNoOffice() throws {
    let indefinite = Self.chief.replacing("The/DET", with: "A=a/DET")
    #expect(try graph([Self.rutte, indefinite]).offices == [])
  }
}
