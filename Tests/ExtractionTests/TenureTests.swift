import GraphModel
import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

/// What sentences tell of beginnings and ends of offices, with the marks that queries join.
@Suite struct TenureTests {
  private static let fox = "John/PROPN/3/nsubj Fox/PROPN/1/flat"

  /// `subject | predicate | object | office | time | mark` of the statements that have an office or a mark, sorted.
  private func lines(_ text: String) throws -> [String] {
    var schema = Schema.world
    schema.lists["officeNoun"] = ["chief"]
    schema.lists["tenureVerb"] = [
      "resign ends", "sack ends", "succeed begins", "leave ends", "appoint begins", "expel ends",
    ]
    schema.lists["officeGiver"] = ["sack", "appoint", "expel"]
    schema.lists["dismissingVerb"] = ["sack"]
    schema.lists["negation"] = ["not"]
    schema.lists["successionVerb"] = ["succeed"]
    schema.lists["resigningVerb"] = ["resign"]
    schema.lists["deathVerb"] = ["die", "kill"]
    schema.lists["thenAdverb"] = ["then"]
    let extractor = Extractor(schema: schema)
    var document = try Referents.document(text, id: "d")
    document.metadata.date = "2025-01-10"
    let content = extractor.assemble([extractor.extract(document)])
    return content.statements.compactMap { statement -> String? in
      guard let evidence = statement.evidence else { return nil }
      let mark = TenureMark(among: evidence.rules)
      guard evidence.office != nil || mark != nil else { return nil }
      let parts = [
        content.entities[statement.subject].name, content.predicates[statement.predicate].name,
        content.entities[statement.object].name, evidence.office ?? "-", evidence.time ?? "-", mark?.rawValue ?? "-",
      ]
      return parts.joined(separator: " | ")
    }.sorted()
  }

  @Test func whoResignsIsNoLongerWhatHeWas() throws {
    let lines = try lines(
      "\(Self.fox) resigned=resign/VERB:VBD/0/root as/ADP/5/case chief/NOUN:NN/3/obl of/ADP/7/case Russia/PROPN/5/nmod/B-GPE"
    )
    #expect(lines == ["John Fox | be chief of | Russia | chief | ../2025-01-10 | office-ends"])
  }

  @Test func whoSucceedsBeginsAndTheOtherEnds() throws {
    let lines = try lines(
      "\(Self.fox) succeeded=succeed/VERB:VBD/0/root Mark/PROPN/3/obj Rutte/PROPN/4/flat as/ADP/7/case chief/NOUN:NN/3/obl of/ADP/9/case Russia/PROPN/7/nmod/B-GPE"
    )
    #expect(
      lines == [
        "John Fox | be chief of | Russia | chief | - | office-begins",
        "Mark Rutte | be chief of | Russia | chief | ../2025-01-10 | office-ends",
      ])
  }

  /// `Mark Rutte is the chief of Russia. Fox succeeded Rutte.`: the text has him in one office, which passes on.
  @Test func whoFollowsHasTheOfficeOfWhoWasThere() throws {
    let rutte =
      "Mark/PROPN/5/nsubj Rutte/PROPN/1/flat is=be/AUX:VBZ/5/cop the/DET/5/det chief/NOUN:NN/0/root of/ADP/7/case Russia/PROPN/5/nmod/B-GPE"
    let follows = "\(Self.fox) succeeded=succeed/VERB:VBD/0/root Rutte/PROPN/3/obj"
    let lines = try lines(rutte + "\n" + follows)
    #expect(lines.contains("John Fox | be chief of | Russia | chief | - | office-begins"), "\(lines)")
    #expect(lines.contains("Mark Rutte | be chief of | Russia | chief | ../2025-01-10 | office-ends"), "\(lines)")
  }

  /// `Fox was then chief of Russia`: he was it when what is told happened, and is no longer when it is written.
  @Test func whoWasItThenIsItNoLonger() throws {
    let chief = "chief/NOUN:NN/0/root of/ADP/7/case Russia/PROPN/5/nmod/B-GPE"
    #expect(
      try lines("John/PROPN/5/nsubj Fox/PROPN/1/flat was=be/AUX:VBD/5/cop then/ADV:RB/5/advmod \(chief)")
        == ["John Fox | be chief of | Russia | then chief | - | office-former"])
    #expect(
      try lines("John/PROPN/5/nsubj Fox/PROPN/1/flat was=be/AUX:VBD/5/cop here/ADV:RB/5/advmod \(chief)")
        == ["John Fox | be chief of | Russia | chief | - | office-past"])
  }

  @Test func endsWithoutAnOfficeAreMarked() throws {
    #expect(
      try lines("\(Self.fox) resigned=resign/VERB:VBD/0/root") == ["John Fox | resign |  | - | - | office-ends"])
    #expect(try lines("\(Self.fox) died=die/VERB:VBD/0/root") == ["John Fox | die |  | - | - | subject-dies"])
    #expect(
      try lines("NATO/PROPN/2/nsubj sacked=sack/VERB:VBD/0/root John/PROPN/2/obj Fox/PROPN/3/flat") == [
        "NATO | sack | John Fox | - | - | object-dismissed"
      ])
    #expect(
      try lines("NATO/PROPN/2/nsubj expelled=expel/VERB:VBD/0/root John/PROPN/2/obj Fox/PROPN/3/flat") == [
        "NATO | expel | John Fox | - | - | object-expelled"
      ])
    #expect(
      try lines("\(Self.fox) left=leave/VERB:VBD/0/root NATO/PROPN/3/obj") == [
        "John Fox | leave | NATO | - | - | body-left"
      ])
    // Who leaves a country is on a journey.
    #expect(try lines("\(Self.fox) left=leave/VERB:VBD/0/root Russia/PROPN/3/obj/B-GPE").isEmpty)
  }

  @Test func whatIsDeniedOrPlannedEndsNothing() throws {
    let denied = try lines(
      "\(Self.fox.replacing("/3/", with: "/5/")) did=do/AUX/5/aux not/PART/5/advmod resign/VERB:VB/0/root as/ADP/7/case chief/NOUN:NN/5/obl of/ADP/9/case Russia/PROPN/7/nmod/B-GPE"
    )
    #expect(denied.isEmpty)
  }
}
