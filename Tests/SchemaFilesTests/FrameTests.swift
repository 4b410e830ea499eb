import SchemaFiles
import Testing

/// Meanings of words: what the files say is in the table, and what is wrong with them has its place.
@Suite struct FrameTests {
  private func table(_ text: String, and turtle: String = "") throws(SchemaError) -> FrameTable {
    let prefixes = """
      @prefix tercet: <urn:tercet:schema#> . @prefix : <urn:test#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

      """
    return try Schema(sources: [
      SchemaSource(name: "a.ttl", bytes: Array((prefixes + turtle).utf8)),
      SchemaSource(name: "a.frames", bytes: Array(text.utf8)),
    ]).frames
  }

  private static let commit = """
    # What somebody is bound to.
    frame commit
    verb commit, pledge oneself
    noun commitment
    adjective committed
    roles subject, object, to! (to, towards), complement (as)
    effect infinitive plans, clause reports, to expects

    frame meet
    verb meet
    noun meeting
    roles subject (of, by), object (with), with (with, between)
    symmetric
    """

  @Test func wordsLeadToTheirFrames() throws {
    let table = try table(Self.commit)
    #expect(table.frames.map(\.name) == ["commit", "meet"])
    #expect(table.frames(of: "commitment", as: .noun) == [0])
    #expect(table.frames(of: "pledge oneself", as: .verb) == [0])
    #expect(table.frames(of: "committed", as: .adjective) == [0])
    #expect(table.frames(of: "commitment", as: .verb) == [] && table.frames(of: "nothing", as: .noun) == [])
    #expect(table.verb(of: 0) == "commit")
    #expect(table.words(of: 0, as: .verb) == ["commit", "pledge oneself"])
    #expect(table.frames.map(\.isSymmetric) == [false, true])
    #expect(FrameTable().frames(of: "meet", as: .verb) == [])
  }

  @Test func rolesAndEffectsAreRead() throws {
    let table = try table(Self.commit)
    let roles = table.roles(of: 0)
    #expect(roles.map(\.kind) == [.subject, .object, .prepositional, .complement])
    #expect(roles.map(\.preposition) == ["", "", "to", ""])
    #expect(roles.map(\.isObligatory) == [false, false, true, false])
    #expect(roles.map(\.wordings) == [[], [], ["to", "towards"], ["as"]])
    #expect(table.effects(of: 0).map(\.construction) == [.infinitive, .clause, .preposition("to")])
    #expect(table.effects(of: 0).map(\.kind) == [.plans, .reports, .expects])
    #expect(table.effects(of: 1).isEmpty)
  }

  @Test func aWordMayHaveSeveralFrames() throws {
    let table = try table("frame a\nverb strike\nnoun strike\nframe b\nverb strike\nnoun strike, walkout\n")
    #expect(table.frames(of: "strike", as: .noun) == [0, 1])
    #expect(table.frames(of: "strike", as: .verb) == [0, 1])
    #expect(table.frames(of: "walkout", as: .noun) == [1])
  }

  @Test func aFrameMayPointToARelation() throws {
    let relation = ":attacks a owl:ObjectProperty ; rdfs:label \"attacks\" ."
    #expect(try table("frame a\nverb bomb\nrelation attacks", and: relation).frames[0].relation == "attacks")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var code: String
    var place: String
    var mentions: String
    var testDescription: String { "\(code) at \(place)" }
  }

  static let mistakes = [
    Mistake(text: "verb a", code: "schema.frame", place: "1:1", mentions: "“frame” and a name"),
    Mistake(text: "frame", code: "schema.frame", place: "1:6", mentions: "a name"),
    Mistake(text: "frame ", code: "schema.frame", place: "1:7", mentions: "a name"),
    Mistake(text: "frame a, b", code: "schema.frame", place: "1:8", mentions: "got “, b”"),
    Mistake(text: "frame a\n", code: "schema.frame", place: "1:1", mentions: "a to have a word"),
    Mistake(text: "frame a\nverbs a", code: "schema.frame", place: "2:1", mentions: "got “verbs”"),
    Mistake(text: "frame a\n verb a", code: "schema.frame", place: "2:1", mentions: "frame, verb"),
    Mistake(text: "frame a\nverb", code: "schema.frame", place: "2:5", mentions: "a verb"),
    Mistake(text: "frame a\nverb a,b", code: "schema.frame", place: "2:8", mentions: "got “b”"),
    Mistake(text: "frame a\nverb a,  b", code: "schema.spelling", place: "2:9", mentions: "“b”"),
    Mistake(text: "frame a\nverb a \r", code: "schema.spelling", place: "2:6", mentions: "“a”"),
    Mistake(text: "frame a\nverb a!", code: "schema.frame", place: "2:7", mentions: "end of the line"),
    Mistake(text: "frame a\nnoun a\nverb a", code: "schema.frame", place: "3:1", mentions: "before other words"),
    Mistake(text: "frame a\nverb A", code: "schema.spelling", place: "2:6", mentions: "“a”"),
    Mistake(text: "frame a\nverb a, b, a", code: "schema.duplicate", place: "2:12", mentions: "a.frames:2:6"),
    Mistake(text: "frame a\nverb a\nframe a\nverb b", code: "schema.declared-twice", place: "3:1", mentions: "1:1"),
    Mistake(text: "frame a\nverb a\nroles to, to", code: "schema.frame", place: "3:11", mentions: "each role once"),
    Mistake(text: "frame a\nverb a\nroles to (on", code: "schema.frame", place: "3:13", mentions: "closing bracket"),
    Mistake(text: "frame a\nverb a\nroles to ()", code: "schema.frame", place: "3:11", mentions: "a preposition"),
    Mistake(text: "frame a\nverb a\nroles to(on)", code: "schema.frame", place: "3:9", mentions: "end of the line"),
    Mistake(text: "frame a\nverb a\nroles to (on) x", code: "schema.frame", place: "3:14", mentions: "a comma"),
    Mistake(text: "frame a\nverb a\neffect hopes", code: "schema.frame", place: "3:8", mentions: "desires"),
    Mistake(
      text: "frame a\nverb a\neffect plans, fears", code: "schema.frame", place: "3:15", mentions: "construction once"),
    Mistake(
      text: "frame a\nverb a\neffect plans\nframe b\nverb a\neffect fears", code: "schema.duplicate", place: "5:6",
      mentions: "a.frames:1:1"),
    Mistake(text: "frame a\nverb a\nrelation atacks", code: "schema.reference", place: "3:10", mentions: "attacks?"),
    Mistake(text: "frame a\nverb a\nrelation", code: "schema.frame", place: "3:9", mentions: "a relation"),
    Mistake(
      text: "frame a\nverb " + (0...200).map { "v\($0)" }.joined(separator: ", "), code: "schema.frame",
      place: "2:1100", mentions: "at most 200 words"),
    Mistake(
      text: (0...64).map { "frame a\($0)\nverb a\n" }.joined(), code: "schema.frame", place: "2:6",
      mentions: "at most 64 frames"),
    Mistake(text: "frame a\nverb a\nsymmetric yes", code: "schema.frame", place: "3:10", mentions: "nothing behind"),
  ]

  @Test(arguments: mistakes) func mistakeHasItsPlace(_ mistake: Mistake) throws {
    let error = #expect(throws: SchemaError.self) {
      try table(mistake.text, and: ":attacks a owl:ObjectProperty ; rdfs:label \"attacks\" .")
    }
    #expect(error?.code == mistake.code)
    #expect(error?.place == "a.frames:\(mistake.place)")
    #expect(error?.message.contains(mistake.mentions) == true, "\(error?.message ?? "none")")
  }

  @Test func aFolderMayHaveFrames() throws {
    let schema = try Schema(sources: [SchemaSource(name: "x/frames/a.frames", bytes: Array("frame a\nnoun b\n".utf8))])
    #expect(schema.frames.frames.count == 1 && schema.frames.verb(of: 0) == nil)
  }

  /// What the program has of them.
  @Test func shippedFramesAreThere() throws {
    let table = try Schema.embedded().frames
    #expect(table.frames.count >= 1500)
    #expect(table.frames(of: "commitment", as: .noun).map { table.verb(of: $0) } == ["commit"])
    for number in table.frames.indices where table.verb(of: number) == nil {
      #expect(!table.effects(of: number).isEmpty, "\(table.frames[number].name) says something")
    }
  }
}
