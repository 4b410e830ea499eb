import GraphExport
import GraphQuery
import GraphModel
import TestSupport
import Testing

@Suite struct SubgraphTests {
  private func named(_ name: String, in graph: MemoryGraph) throws -> EntityID {
    try #require(graph.entities(named: name).first)
  }

  @Test func neighborhood() throws {
    let graph = try ExportFixture.graph()
    let rutte = try named("Mark Rutte", in: graph)
    var evaluator = Evaluator(graph: graph)
    func around(depth: Int, showing degrees: StatementDegrees = .all) -> Subgraph {
      Subgraph(evaluator.neighborhood(of: rutte, depth: depth, showing: degrees))
    }
    let near = around(depth: 1)
    #expect(near.edges?.count == 2)
    #expect(near.highlighted == [rutte])
    #expect(around(depth: 2).edges?.count == 4)
    #expect(around(depth: 2, showing: .usual).edges?.count == 3)
    #expect(around(depth: 0).edges == [])
  }

  @Test func answers() throws {
    let graph = try ExportFixture.graph()
    var evaluator = Evaluator(graph: graph)
    let path = try evaluator.answer(Query(parsing: "path Rutte to Ukraine --claims"))
    let part = try #require(Subgraph(path))
    #expect(part.edges?.count == 2)
    #expect(part.highlighted.count == 2)
    let dot = DOTExporter().text(part, of: graph)
    #expect(dot.contains("style=dashed"))
    #expect(!dot.contains("meet with"))
    #expect(Subgraph(try evaluator.answer(Query(parsing: "types"))) == nil)
    #expect(Subgraph(try evaluator.answer(Query(parsing: "facts NATO limit 1")))?.edges?.count == 1)
  }

  @Test func relationsAreLinkedOnce() throws {
    let graph = try ExportFixture.graph()
    let links = ["leads": ["http://example.org/P 1"], "memberOf": ["http://example.org/P2"], "none": ["http://x"]]
    let lines = NTriplesExporter(links: links).text(.whole(), of: graph).split(separator: "\n").filter {
      $0.contains("closeMatch")
    }
    // Only of relations that the text uses, and nothing that is no IRI.
    #expect(
      lines == [
        "<urn:tercet:relation:leads> <http://www.w3.org/2004/02/skos/core#closeMatch> <http://example.org/P%201> ."
      ])
  }

  @Test func claimsAreLeftOutWhereAsked() throws {
    let graph = try ExportFixture.graph()
    #expect(!DOTExporter().text(.whole(showing: .usual), of: graph).contains("dashed"))
    #expect(TableExporter().text(.whole(showing: .usual), of: graph).split(separator: "\n").count == 4)
    // Neither a denied statement nor what only somebody says becomes a plain triple.
    let triples = NTriplesExporter().text(.whole(), of: graph)
    #expect(!triples.contains("relation:memberOf"))
    #expect(triples.contains("# 1 negated, uncertain or attributed statements left out"))
    let said = GraphContent.Statement(subject: 0, predicate: 0, object: 1, evidence: nil)
    var content = GraphContent()
    content.entities = ["A", "B", "Speaker"].map { GraphContent.Entity(name: $0, type: "Thing") }
    content.predicates = [GraphContent.Predicate(name: "own")]
    content.statements = [said]
    content.statements[0].attribution = 2
    let hearsay = try MemoryGraph(content)
    #expect(!NTriplesExporter().text(.whole(), of: hearsay).contains("<urn:tercet:predicate:own> <"))
    #expect(NTriplesExporter(provenance: .reified).text(.whole(), of: hearsay).contains("property:attribution> <"))
  }
}
