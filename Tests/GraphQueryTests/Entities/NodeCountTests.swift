import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Names, phrases and nouns in the counts of a graph.
@Suite struct NodeCountTests {
  @Test(arguments: [
    ("NATO", NodeKind.name), ("Mark Rutte", .name), ("de Gaulle", .name), ("alt.culture", .name), ("iPhone", .name),
    ("al-Qaeda", .name), ("Émile Ollivier", .name), ("Brooklyn doctor", .phrase), ("allies of NATO", .phrase),
    ("former Prime Minister", .phrase), ("court", .noun), ("two soldiers", .noun), ("$3.2 billion", .noun),
    ("élan", .noun), ("", .noun),
  ])
  func namesTell(name: String, kind: NodeKind) {
    #expect(NodeKind(name, isLinked: false) == kind, "\(name)")
    #expect(NodeKind(name, isLinked: true) == (kind == .name ? .phrase : kind), "\(name)")
  }

  private func graph(documents: Int) throws -> MemoryGraph {
    var content = GraphContent()
    let names = ["NATO", "Ida", "Council of Europe", "NATO Response Plans", "court", "arms"]
    content.entities = names.map { .init(name: $0, type: "Thing") } + [.nothing]
    content.predicates = [.init(name: "praise"), .init(name: "(of)", role: "of"), .init(name: "(mention)")]
    content.documents = (0..<documents).map { .init(id: "d\($0)", text: Array("words".utf8), sentences: [0..<5]) }
    func add(_ subject: Int, _ predicate: Int, _ object: Int, _ document: Int) {
      let evidence = GraphContent.Evidence(
        document: document, sentence: 0, subject: 0..<1, predicate: 1..<2, object: 2..<3)
      content.statements.append(
        .init(subject: subject, predicate: predicate, object: object, evidence: documents == 0 ? nil : evidence))
    }
    add(1, 0, 4, 0)
    add(4, 0, 5, 1)
    // `NATO Response Plans` has a name in it, and of the council the text says nothing.
    add(3, 1, 0, 0)
    add(2, 2, 6, 0)
    return try MemoryGraph(content)
  }

  @Test func kindsAreCountedApart() throws {
    var evaluator = Evaluator(graph: try graph(documents: 2))
    let stats = try #require(try evaluator.answer(Query(parsing: "stats")).content as? Answer.Statistics)
    #expect(stats.nodes == Answer.NodeCounts(names: 3, phrases: 1, nouns: 2, sharedNouns: 1))
    #expect(stats.entities == 6)
    #expect(
      stats.counts.prefix(6).map { "\($0.0) \($0.1)" }
        == ["documents 2", "entities 6", "names 3", "phrases 1", "nouns 2", "nouns of several documents 1"])
  }

  @Test func aGraphWithoutDocumentsHasEntitiesAlone() throws {
    var evaluator = Evaluator(graph: try graph(documents: 0))
    let stats = try #require(try evaluator.answer(Query(parsing: "stats")).content as? Answer.Statistics)
    #expect(stats.nodes == nil && stats.entities == 6)
    #expect(!stats.counts.contains { $0.0 == "names" })
  }
}
