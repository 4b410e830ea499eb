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
}
