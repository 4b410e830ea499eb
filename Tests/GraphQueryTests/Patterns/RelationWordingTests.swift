import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Relations told by words that no graph has for names.
@Suite struct RelationWordingTests {
  private static func graph() throws -> MemoryGraph {
    var content = GraphContent()
    content.entities = ["Brazil", "Chile", "Lima", "Peru", "raid"].map { .init(name: $0, type: "Thing") }
    content.predicates = [
      .init(name: "criticizes", relation: "criticizes"), .init(name: "condemn in", role: "in"), .init(name: "deny"),
      .init(name: "meets with", relation: "meetsWith", isSymmetric: true), .init(name: "leads", relation: "leads"),
    ]
    // Chile criticizes the raid and Peru; what Brazil condemns is told of Lima; Peru denies the raid and meets Chile.
    for (subject, predicate, object) in [(1, 0, 4), (1, 0, 3), (0, 1, 2), (3, 2, 4), (3, 3, 1)] {
      content.statements.append(.init(subject: subject, predicate: predicate, object: object, evidence: nil))
    }
    return try MemoryGraph(content)
  }

  @Sendable private static func wordings(of words: String) -> [RelationWording] {
    let criticizes = RelationWording(name: "criticizes", label: "criticizes")
    return switch words {
    case "condemn", "condemned": [RelationWording(name: "condemn"), criticizes]
    case "denies": [RelationWording(name: "denie"), RelationWording(name: "deny")]
    case "face criticism from": [RelationWording(name: "criticizes", label: "criticizes", isReversed: true)]
    case "meet with": [RelationWording(name: "meet with"), RelationWording(name: "meetsWith", label: "meets with")]
    case "finance", "bankroll": [RelationWording(name: "funds", label: "funds")]
    case "leads": [criticizes]
    default: []
    }
  }

  private func answer(_ statement: String) throws -> (rows: [String], notes: [String]) {
    var evaluator = Evaluator(graph: try Self.graph())
    evaluator.relationWordings = Self.wordings
    let answer = try evaluator.answer(try Query(parsing: statement))
    let rows = AnswerText.lines(answer).filter { !$0.hasPrefix("note: ") }
    return (rows, answer.notes.map(\.text))
  }

  private func edges(_ via: String) throws -> (objects: Set<String>, notes: [String]) {
    var evaluator = Evaluator(graph: try Self.graph())
    evaluator.relationWordings = Self.wordings
    let answer = try evaluator.answer(try Query(parsing: "edges via \(via)"))
    let edges = try #require(answer.content as? Answer.Edges)
    return (Set(edges.rows.map { "\($0.subject.name) \($0.predicate) \($0.object.name)" }), answer.notes.map(\.text))
  }

  @Test func wordsOfTheLanguageAreRead() throws {
    let met = try edges("\"meet with\"")
    #expect(met.objects == ["Peru meets with Chile"])
    #expect(met.notes == ["meet with is told as meets with"])
    let denied = try edges("denies")
    #expect(denied.objects == ["Peru deny raid"])
    #expect(denied.notes == ["denies is told as deny"])
  }

  /// An open predicate of the same words is not all that says so; of a relation nothing else is meant.
  @Test func openPredicatesAreReadWithTheirRelation() throws {
    let condemned = try edges("condemn")
    #expect(condemned.objects == ["Brazil condemn in Lima", "Chile criticizes Peru", "Chile criticizes raid"])
    #expect(condemned.notes == ["condemn is also told as criticizes"])
    let past = try edges("condemned")
    #expect(past.objects == condemned.objects)
    #expect(past.notes == ["condemned is told as condemn, criticizes"])
    let led = try edges("leads")
    #expect(led.objects.isEmpty && led.notes.isEmpty)
  }

  /// What the schema has and the graph does not is no mistake of whoever asks.
  @Test func relationsThatTheGraphDoesNotHave() throws {
    let funded = try edges("bankroll")
    #expect(funded.objects.isEmpty)
    #expect(funded.notes == ["bankroll is told as funds, which no statement of the graph says"])
  }

  @Test func unknownAlternativesAreLeftOut() throws {
    let some = try edges("nonsense|denies|critizes")
    #expect(some.objects == ["Peru deny raid"])
    #expect(
      some.notes == [
        "denies is told as deny", "no relation is called “nonsense”",
        "no relation is called “critizes”; did you mean criticizes?",
      ])
    #expect(throws: QueryError.self) { try edges("nonsense|rubbish") }
    #expect(throws: QueryError.self) { try edges("nonsense") }
  }

  /// In every verb that takes relations, in the direction of the words.
  @Test(arguments: [
    ("match ?x condemned ?y", 3), ("match ?x \"face criticism from\" ?y", 2), ("match ?x (condemned|nonsense)+ ?y", 3),
    ("match raid face criticism from ?y", 1), ("neighbors raid via condemned", 3), ("count via condemned", 1),
    ("path Chile to raid via condemned", 2), ("facts raid via condemned", 2),
  ])
  func inEveryVerb(statement: String, lines: Int) throws {
    let (rows, notes) = try answer(statement)
    #expect(rows.count == lines, "\(rows)")
    #expect(notes.first?.contains(" told as ") == true, "\(notes)")
  }

  @Test func reversedWordsRunFromTheObject() throws {
    #expect(try answer("match ?x \"face criticism from\" Chile").rows.count == 2)
    #expect(try answer("match Chile \"face criticism from\" ?y").rows.isEmpty)
    #expect(try answer("path raid to Chile via \"face criticism from\" directed").rows.count == 2)
    #expect(try answer("path Chile to raid via \"face criticism from\" directed").rows.isEmpty)
  }

  /// The same answer whatever was asked before.
  @Test func aNameKeepsItsMeaning() throws {
    var evaluator = Evaluator(graph: try Self.graph())
    evaluator.relationWordings = Self.wordings
    let query = try Query(parsing: "edges via condemn|denies")
    let first = try evaluator.answer(query)
    let second = try evaluator.answer(query)
    #expect(AnswerText.lines(first) == AnswerText.lines(second))
    #expect(second.notes.count == 2)
  }
}
