import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

@Suite struct EntityNameTests {
  /// A name in another case is found however many better connected entities have a longer name that begins with it.
  @Test func aNameAmongManyLongerOnes() throws {
    var content = GraphContent()
    content.entities = [.init(name: "Omega", type: "Thing")]
    content.predicates = [.init(name: "near")]
    for number in 0..<100 {
      content.entities.append(.init(name: "Omega \(number)", type: "Thing"))
      content.statements.append(.init(subject: number + 1, predicate: 0, object: number + 1, evidence: nil))
    }
    let names = EntityNames(graph: try MemoryGraph(content))
    for spelling in ["omega", "OMEGA's", "the omega"] {
      #expect(names.matches(spelling).map { names.graph.name(of: $0) } == ["Omega"], "\(spelling)")
    }
    #expect(names.matches("ome").isEmpty)
  }

  /// Of the ways to write a name the first that somebody has counts, with those that are longer by an article.
  @Test func articlesAndEndings() throws {
    var content = GraphContent()
    content.entities = [
      .init(name: "Hague", type: "Person"), .init(name: "The Hague", type: "City"),
      .init(name: "Bank", type: "Thing", aliases: [.init(name: "THE BANK", rule: "r")]),
    ]
    let names = EntityNames(graph: try MemoryGraph(content))
    let found = { (spelling: String) in names.matches(spelling).map { names.graph.name(of: $0) } }
    #expect(found("Hague") == ["Hague"])
    #expect(found("hague") == ["Hague", "The Hague"])
    #expect(found("the hague’s") == ["The Hague"])
    #expect(found("The bank") == ["Bank"])
  }

  /// Words that are the node of a phrase with hardly an edge are rather the somebody who is called so.
  @Test(arguments: [(edges: 9, isPerson: true), (edges: 3, isPerson: false)])
  func aPhraseThatIsANameOfSomebody(edges: Int, isPerson: Bool) throws {
    var content = GraphContent()
    content.entities = [
      .init(name: "NATO chief", type: "Person"),
      .init(name: "Mark Rutte", type: "Person", aliases: [.init(name: "NATO chief", rule: "r")]),
      .init(name: "NATO", type: "Organization"),
    ]
    content.predicates = (0..<10).map { .init(name: "does \($0)") }
    content.statements = [.init(subject: 0, predicate: 9, object: 2, evidence: nil)]
    for number in 0..<edges {
      content.statements.append(.init(subject: 1, predicate: number, object: 2, evidence: nil))
    }
    var evaluator = Evaluator(graph: try MemoryGraph(content))
    let answer = try evaluator.answer(Query(parsing: "facts NATO chief"))
    let entity = try #require((answer.content as? Answer.Facts)?.entity)
    #expect((entity.name == "Mark Rutte") == isPerson)
    #expect(!answer.notes.isEmpty)
  }

  private static func people() throws -> MemoryGraph {
    var content = GraphContent()
    let names = [
      "Matiu \"Matt\" Ratana", "Wanda Vázquez Garced", "lawyer of Wanda Vázquez", "Sayyed Hassan Nasrallah",
      "Hassan Nasrallah Street", "Ann Lee Berg", "Ann Eva Berg", "Oslo Institute", "report on the Oslo talks of May",
    ]
    content.entities = names.map { .init(name: $0, type: $0.hasPrefix("Ann") ? "Person" : "Thing") }
    content.entities[1].aliases = [.init(name: "Governor Vázquez of Puerto Rico", rule: "title")]
    content.predicates = [.init(name: "near")]
    for (subject, object) in [(3, 0), (3, 1), (3, 2), (3, 7), (4, 3)] {
      content.statements.append(.init(subject: subject, predicate: 0, object: object, evidence: nil))
    }
    return try MemoryGraph(content)
  }

  private func facts(_ name: String) throws -> (answer: Answer, name: String?) {
    var evaluator = Evaluator(graph: try Self.people())
    let answer = try evaluator.answer(try Query(parsing: "facts \(name)"))
    return (answer, (answer.content as? Answer.Facts)?.entity.name)
  }

  /// Some words of a name are enough where one entity alone has them, a name before a description.
  @Test(arguments: [
    ("Matt Ratana", "Matiu \"Matt\" Ratana"), ("Matiu Ratana", "Matiu \"Matt\" Ratana"),
    ("matt ratana's", "Matiu \"Matt\" Ratana"), ("Wanda Vazquez", "Wanda Vázquez Garced"),
    ("Governor Vázquez", "Wanda Vázquez Garced"), ("Ann Lee", "Ann Lee Berg"), ("Eva Berg (Person)", "Ann Eva Berg"),
    ("report Oslo talks", "report on the Oslo talks of May"),
  ])
  func someWordsOfAName(words: String, name: String) throws {
    let found = try facts(words)
    #expect(found.name == name)
    #expect(found.answer.notes.first?.text == "\(words) is read as \(name)")
  }

  /// Of several the one with by far the most edges is taken, and the others are told; else one has to be chosen.
  @Test func severalWithTheWords() throws {
    let known = try facts("Hassan Nasrallah")
    #expect(known.name == "Sayyed Hassan Nasrallah")
    #expect(
      known.answer.notes.first?.text
        == "Hassan Nasrallah is read as Sayyed Hassan Nasrallah, not as Hassan Nasrallah Street (#2)")
    let ambiguity = try #require(try facts("Ann Berg").answer.content as? Answer.Ambiguity)
    #expect(ambiguity.candidates.map(\.entity.name) == ["Ann Eva Berg", "Ann Lee Berg"])
  }

  @Test(arguments: ["Oslo", "Ratana Matt", "Matt Ratanaa", "Eva Berg (Thing)", "Wanda Vázquez Lee"])
  func otherWordsAreNoName(words: String) throws {
    #expect(throws: QueryError.self) { try facts(words) }
  }

  /// What decides on who is who names both in full.
  @Test func decisionsWantWholeNames() throws {
    var evaluator = Evaluator(graph: try Self.people())
    let verb = try StatementParser.parse("merge Matt Ratana into Ann Lee Berg", verbs: VerbList.naming).verb
    let merge = try #require(verb as? any NamingVerb)
    do {
      _ = try evaluator.target(of: merge)
      Issue.record("nobody is called so")
    } catch {
      #expect(error.kind == .unknownEntity("Matt Ratana"))
    }
  }

  /// Whoever reads a suggestion can type it.
  @Test func suggestionsHaveNoEscapes() throws {
    do {
      _ = try facts("Matiu Mutt Ratana")
      Issue.record("nobody is called so")
    } catch let error as QueryError {
      #expect(error.suggestions.first == "'Matiu \"Matt\" Ratana'")
    }
  }
}
