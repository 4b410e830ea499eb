import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Paths and descriptions without a name that several documents use.
@Suite struct SharedNounTests {
  private static let ways = [
    "", " all max 4", " all shortest", " shortest 3", " weighted", " via praise/praise", " max 5",
  ]

  /// Ida praises `court`, which praises Ola; and Ola's own document, where there are two, uses the word, too.
  private func graph(_ noun: String, isShared: Bool) throws -> MemoryGraph {
    var content = GraphContent()
    content.entities = [
      .init(name: "Ida", type: "Person"), .init(name: noun, type: "Thing"), .init(name: "Ola", type: "Person"),
    ]
    content.predicates = [.init(name: "praise")]
    let text = Array("Ida praises court. Court praises Ola. ".utf8)
    content.documents = (1...2).map { .init(id: "d\($0)", text: text, sentences: [0..<18, 19..<37]) }
    func evidence(_ document: Int, _ sentence: Int) -> GraphContent.Evidence {
      .init(document: document, sentence: sentence, subject: 0..<3, predicate: 4..<11, object: 12..<17)
    }
    content.statements = [
      .init(subject: 0, predicate: 0, object: 1, evidence: evidence(0, 0)),
      .init(subject: 1, predicate: 0, object: 2, evidence: evidence(isShared ? 1 : 0, 1)),
    ]
    return try MemoryGraph(content)
  }

  private func found(_ graph: MemoryGraph, _ way: String) throws -> Int {
    var evaluator = Evaluator(graph: graph)
    let answer = try evaluator.answer(Query(parsing: "path Ida to Ola\(way)"))
    return try #require(answer.content as? Answer.Paths).paths.count
  }

  @Test(arguments: ways) func noPathGoesFromTextToTextThroughANoun(way: String) throws {
    for noun in ["court", "search warrant", "two soldiers"] {
      #expect(try found(graph(noun, isShared: true), way) == 0, "\(noun)\(way)")
      #expect(try found(graph(noun, isShared: false), way) == 1, "\(noun)\(way)")
    }
  }

  @Test(arguments: ways) func namesJoinTexts(way: String) throws {
    for name in ["NATO", "NATO allies", "alt.culture", "Élysée"] {
      #expect(try found(graph(name, isShared: true), way) == 1, "\(name)\(way)")
    }
  }

  @Test func aNounMayBeAnEnd() throws {
    var evaluator = Evaluator(graph: try graph("court", isShared: true))
    let answer = try evaluator.answer(Query(parsing: "path court to Ola"))
    #expect(try #require(answer.content as? Answer.Paths).paths.count == 1)
  }
}
