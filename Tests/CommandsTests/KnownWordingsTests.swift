import GraphQuery
import SchemaFiles
import Testing

@testable import Commands

/// Words that tell a relation, by the schema.
@Suite struct KnownWordingsTests {
  private static func label(_ words: String) -> Set<String> {
    let wordings = KnownWordings.relations(of: words)
    return Set(wordings.compactMap { wording in wording.label.map { $0 + (wording.isReversed ? "^" : "") } })
  }

  @Test(arguments: [
    ("meet with", "meets with"), ("met with", "meets with"), ("Meets with", "meets with"), ("meetsWith", "meets with"),
    ("condemn", "criticizes"), ("condemns", "criticizes"), ("condemned", "criticizes"), ("quit", "leaves"),
    ("resigned from", "leaves"), ("holds talks with", "meets with"), ("critic of", "criticizes"),
    ("was critical of", "criticizes"), ("drew criticism from", "criticizes^"), ("condemned by", "criticizes^"),
    ("was condemned by", "criticizes^"), ("lynched", "kills"),
  ])
  func relationsByTheirWordings(words: String, relation: String) {
    #expect(Self.label(words).contains(relation), "\(KnownWordings.relations(of: words))")
  }

  @Test(arguments: [
    ("denies", "deny"), ("denied", "deny"), ("shot", "shoot"), ("convicted", "be convicted"),
    ("convict", "be convicted"), ("was convicted of", "be convicted of"), ("planning", "plan"), ("said", "say"),
  ])
  func formsOfOpenPredicates(words: String, lemma: String) {
    let wordings = KnownWordings.relations(of: words)
    #expect(wordings.contains(RelationWording(name: lemma)), "\(wordings)")
  }

  @Test(arguments: ["", "zzz", "meet with and greet and thank and see off", "by"])
  func otherWordsMeanNoRelation(words: String) {
    #expect(Self.label(words).isEmpty)
  }

  /// *Be met with protest* is no meeting.
  @Test func passivesOfOtherVerbs() {
    let names = KnownWordings.relations(of: "meet with").map(\.name)
    #expect(names.contains("meetsWith") && !names.contains("be met with"), "\(names)")
  }

  /// A verb of a frame words the relation of the frame, a wording from object to subject the relation backwards.
  @Test func readsASchema() {
    var schema = Schema()
    schema.lists["irregularVerb"] = ["sung sing", "sang sing"]
    var relation = Relation(name: "praises", label: "praises")
    relation.wordings = [
      Wording(construction: .verb, lemmas: "sing praise of"),
      Wording(construction: .verb, lemmas: "be lauded by", isReversed: true),
      Wording(construction: .title, lemmas: "admirer"),
    ]
    schema.relations = [relation]
    let wordings = KnownWordings(schema)
    #expect(wordings.relations(told: "sang praises of").last == RelationWording(name: "praises", label: "praises"))
    #expect(wordings.relations(told: "be lauded by").last?.isReversed == true)
    #expect(wordings.relations(told: "admirer").allSatisfy { $0.label == nil })
  }
}
