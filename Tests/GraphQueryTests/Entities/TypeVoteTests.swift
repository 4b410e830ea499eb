import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// How documents took an entity: `why` tells it, and nothing takes it for another name.
@Suite struct TypeVoteTests {
  private func graph(_ votes: [TypeVote]) throws -> MemoryGraph {
    var content = GraphContent()
    let votes = votes.map { GraphContent.Alias(name: "Zorg", rule: $0.rule) }
    content.entities = [
      .init(name: "Zorg", type: "Organization", aliases: votes + [.init(name: "the firm", rule: "variant")]),
      .init(name: "Ida", type: "Person", aliases: votes.map { .init(name: "Ida", rule: $0.rule) }),
    ]
    content.predicates = [.init(name: "praise")]
    content.statements = [.init(subject: 1, predicate: 0, object: 0, evidence: nil)]
    return try MemoryGraph(content)
  }

  private func answer(_ text: String, _ votes: [TypeVote]) throws -> Answer {
    var evaluator = Evaluator(graph: try graph(votes))
    return try evaluator.answer(Query(parsing: text))
  }

  private static let votes = [
    TypeVote(type: "Person", documents: 2, isGuess: true), TypeVote(type: "Organization", documents: 3, isGuess: false),
    TypeVote(type: "Odd Type", documents: 1, isGuess: false),
  ]

  @Test func rulesAreReadBack() {
    for vote in Self.votes { #expect(TypeVote(rule: vote.rule) == vote) }
    for rule in ["title", "type", "type 3", "type Person", "type Person 0", "type Person -1", "merged", ""] {
      #expect(TypeVote(rule: rule) == nil, "\(rule)")
    }
  }

  @Test func whyTellsTheTypeWhereDocumentsDisagree() throws {
    let answer = try answer("why Zorg", Self.votes)
    let identity = try #require(answer.content as? Answer.Identity)
    #expect(identity.names.map(\.text) == ["Zorg", "the firm"])
    let reason = "type Organization: 3 documents of 6 (2 by a guess: Person, 1: Odd Type)"
    #expect(identity.blocks.contains(.paragraph(GraphQuery.AnswerText(reason, .faint))), "\(identity.blocks)")
    let fields = identity.records.map { $0.fields.first { $0.name == "type_votes" }?.value }
    #expect(fields == Array(repeating: .list(["Organization:3", "Person:2", "Odd Type:1"]), count: 2))
    let agreed = try #require(try self.answer("why Zorg", []).content as? Answer.Identity)
    #expect(agreed.votes.isEmpty && agreed.blocks.count == identity.blocks.count - 1)
  }

  @Test func aVoteIsNoName() throws {
    let facts = try #require(try answer("facts Zorg", Self.votes).content as? Answer.Facts)
    #expect(facts.aliases.map(\.name) == ["the firm"])
    let found = try answer("find Ida", Self.votes)
    #expect(found.content.records.map { $0.fields.first { $0.name == "alias" }?.value } == [.null])
    #expect(try answer("why Ida", Self.votes).content.records.count == 1)
  }
}
