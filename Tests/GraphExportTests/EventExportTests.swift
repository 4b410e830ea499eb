import GraphExport
import GraphModel
import TestSupport
import Testing

/// Edges of one event become one line; what has no object becomes no node.
@Suite struct EventExportTests {
  private static func graph() throws -> MemoryGraph {
    var content = GraphContent()
    content.entities = [
      .init(name: "Acme", type: "Company"), .init(name: "Beta", type: "Company"), .init(name: "Oslo", type: "City"),
      .nothing,
    ]
    content.predicates = [
      .init(name: "acquires", relation: "acquires"), .init(name: "acquires in", role: "in"), .init(name: "fall"),
      .init(name: "be ready"),
    ]
    let text = "Acme bought Beta in Oslo in  cash. Acme fell."
    content.documents = [.init(id: "d", text: Array(text.utf8), sentences: [0..<34, 35..<45])]
    func statement(
      _ predicate: Int, _ object: Int, _ sentence: Int, _ event: Int, _ range: Range<UInt32>,
      wording: String? = nil, rules: [String] = [], adjuncts: [Range<UInt32>] = []
    ) {
      content.statements.append(
        .init(
          subject: 0, predicate: predicate, object: object,
          evidence: .init(
            document: 0, sentence: sentence, subject: sentence == 0 ? 0..<4 : 35..<39, predicate: 5..<11,
            object: range, rules: rules, event: event, wording: wording, adjuncts: adjuncts)))
    }
    statement(0, 1, 0, 0, 12..<16, wording: "buy", adjuncts: [25..<33])
    statement(1, 2, 0, 0, 20..<24, adjuncts: [25..<33])
    statement(2, 3, 1, 0, 11..<11)
    statement(3, 3, 1, 1, 11..<11, rules: ["quality"])
    statement(1, 2, 1, 2, 20..<24)
    return try MemoryGraph(content)
  }

  @Test func anEventIsALine() throws {
    let lines = JSONLinesExporter().text(.whole(), of: try Self.graph()).split(separator: "\n").filter {
      !$0.hasPrefix("{\"record\"")
    }
    #expect(lines.count == 4)
    #expect(
      lines.contains {
        $0.contains(#""predicate":"buy","relation":"acquires","object":"Beta","object_type":"Company""#)
          && $0.contains(#""roles":[{"role":"in","name":"Oslo","type":"City","span":[20,24],"label":"acquires in""#)
          && $0.contains(#""adjuncts":["in cash"]"#)
      })
    #expect(
      lines.contains { $0.contains(#""predicate":"fall","relation":null,"object":null,"object_type":null,"roles":[]"#) }
    )
    #expect(
      lines.contains { $0.contains(#""predicate":"be","relation":null,"object":"ready","object_type":"Quality""#) })
    #expect(lines.contains { $0.contains(#""object":null,"object_type":null,"roles":[{"role":"in","name":"Oslo""#) })
  }

  @Test func nothingIsNoNode() throws {
    let graph = try Self.graph()
    let drawing = DOTExporter().text(.whole(), of: graph)
    #expect(drawing.contains("3 nodes, 2 edges") && drawing.contains("label=\"acquires in\""))
    #expect(!drawing.contains("label=\"\""))
    let triples = NTriplesExporter(provenance: .reified).text(.whole(), of: graph)
    #expect(!triples.contains("Nothing"))
    #expect(triples.contains("<urn:tercet:predicate:fall> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> ."))
    #expect(triples.contains("<urn:tercet:property:role> \"in\""))
  }
}
