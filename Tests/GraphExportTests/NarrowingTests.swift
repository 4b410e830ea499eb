import GraphModel
import TestSupport
import Testing

@testable import GraphExport

/// What of a large part is drawn.
@Suite struct NarrowingTests {
  private static func graph(nodes: Int, edges: [(Int, Int)]) throws -> MemoryGraph {
    var content = GraphContent()
    content.documents = [.init(id: "d", text: Array("text".utf8), sentences: [0..<4])]
    content.entities = (0..<nodes).map { .init(name: "N\(1_000 + $0)", type: "Person") }
    content.predicates = [.init(name: "knows"), .init(name: "(of)", role: "of")]
    content.statements = edges.map { subject, object in
      .init(
        subject: subject, predicate: 0, object: object,
        evidence: .init(document: 0, sentence: 0, subject: 0..<1, predicate: 1..<2, object: 2..<3))
    }
    return try MemoryGraph(content)
  }

  @Test(arguments: Array(71...76) as [UInt64])
  func nobodyIsAlone(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pairs = Set((0..<160).map { _ in [generator.below(120), generator.below(120)] }).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    let graph = try Self.graph(nodes: 120, edges: pairs.map { ($0[0], $0[1]) })
    let asked = EntityID(UInt32(generator.below(120)))
    for limit in [1, 5, 20, 60, 200] {
      let part = Subgraph(edges: nil, highlighted: [asked]).narrowed(to: limit, of: graph)
      let drawing = Drawing(part, of: graph)
      #expect(drawing.nodes.count <= limit, "seed \(seed)")
      #expect(drawing.nodes.contains { $0.id == asked }, "seed \(seed)")
      #expect(drawing.nodes.allSatisfy { $0.degree > 0 || $0.id == asked }, "seed \(seed)")
      #expect(drawing.edges.count + part.edgesLeftOut == graph.edgeCount || part.nodesLeftOut == 0, "seed \(seed)")
      // Narrowing again changes nothing.
      #expect(part.narrowed(to: limit, of: graph) == part, "seed \(seed)")
    }
  }

  @Test func thePartGrowsFromWhomWasAskedAbout() throws {
    // Two stars of which the second is larger, and a bridge.
    let edges = (1...5).map { (0, $0) } + (11...19).map { (10, $0) } + [(5, 11)]
    let graph = try Self.graph(nodes: 20, edges: edges)
    let part = Subgraph(edges: nil, highlighted: [EntityID(0)]).narrowed(to: 6, of: graph)
    #expect(part.entities == (0...5).map { EntityID($0) })
    #expect(part.nodesLeftOut == 10 && part.edgesLeftOut == 10)
    #expect(
      part.leftOutNote == "10 entities and 10 statements left out, the best connected shown; --limit 16 shows all")
    let best = Subgraph.whole().narrowed(to: 6, of: graph)
    #expect(best.entities.contains(EntityID(10)) && best.entities.contains(EntityID(0)))
  }

  @Test func thinLinesStillHoldTheirNodes() throws {
    var edges: [(Int, Int)] = []
    for a in 0..<12 { for b in 0..<12 where a < b { edges.append((a, b)) } }
    let graph = try Self.graph(nodes: 12, edges: edges)
    let part = Subgraph.whole().narrowed(to: nil, of: graph)
    for limit in [0, 11, 20, 66] {
      let thin = part.thinned(to: limit, in: graph)
      let drawing = Drawing(thin, of: graph)
      #expect(drawing.nodes.allSatisfy { $0.degree > 0 })
      #expect(drawing.edges.count == max(limit, 11))
      #expect(thin.edgesLeftOut == 66 - drawing.edges.count)
    }
  }

  @Test func linksAreLeftOutWhereNobodyAsksForThem() throws {
    var content = GraphContent()
    content.entities = ["allies of NATO", "NATO", "Rutte"].map { .init(name: $0, type: "Group") }
    content.predicates = [.init(name: "(of)", role: "of"), .init(name: "leads")]
    content.statements = [
      .init(subject: 0, predicate: 0, object: 1, evidence: nil),
      .init(subject: 2, predicate: 1, object: 1, evidence: nil),
    ]
    let graph = try MemoryGraph(content)
    var drawing = DOTExporter()
    #expect(drawing.text(.whole(), of: graph).contains("allies of NATO"))
    drawing.showsLinks = false
    let text = drawing.text(.whole(), of: graph)
    #expect(!text.contains("allies of NATO") && text.contains("Rutte"))
  }
}
