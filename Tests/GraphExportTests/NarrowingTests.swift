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

  /// Best supported first, then facts, what is somebody's word, claims; names in descriptions last, and whoever was
  /// asked about before all.
  @Test func theBestSupportedStatementsAreKept() throws {
    var content = GraphContent()
    content.documents = ["d", "e"].map { .init(id: $0, text: Array("text of \($0)".utf8), sentences: [0..<9]) }
    content.entities = (0..<12).map { .init(name: "N\(10 + $0)", type: "Person") }
    content.predicates = [.init(name: "knows"), .init(name: "(of)", role: "of")]
    func add(
      _ subject: Int, _ document: Int, _ predicate: Int = 0,
      _ change: (inout GraphContent.Statement) -> Void = { _ in }
    ) {
      var statement = GraphContent.Statement(
        subject: subject, predicate: predicate, object: subject + 1,
        evidence: .init(document: document, sentence: 0, subject: 0..<1, predicate: 1..<2, object: 2..<3))
      change(&statement)
      content.statements.append(statement)
    }
    add(0, 0) { $0.polarity = .negated }
    add(2, 0) { $0.attribution = 11 }
    add(4, 0)
    for document in 0..<2 { add(6, document) { $0.polarity = .negated } }
    add(8, 0, 1)
    let graph = try MemoryGraph(content)
    func subjects(_ limit: Int?, asked: [EntityID] = []) -> (names: Set<String>, part: Subgraph) {
      let part = Subgraph(edges: nil, highlighted: asked).narrowed(to: nil, of: graph).supported(to: limit, of: graph)
      return (Set((part.edges ?? []).map { graph.name(of: graph.edge($0).subject) }), part)
    }
    #expect(subjects(1).names == ["N16"] && subjects(2).names == ["N14", "N16"])
    #expect(subjects(3).names == ["N12", "N14", "N16"] && subjects(4).names == ["N10", "N12", "N14", "N16"])
    #expect(subjects(1, asked: [EntityID(0)]).names == ["N10"])
    let part = subjects(2).part
    #expect(part.entities == [4, 5, 6, 7].map { EntityID($0) } && part.nodesLeftOut == 6 && part.edgesLeftOut == 3)
    #expect(part.supported(to: 2, of: graph) == part && part.narrowed(to: 300, of: graph) == part)
    #expect(subjects(nil).part == subjects(5).part && subjects(5).part.leftOutNote == nil)
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
