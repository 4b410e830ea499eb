import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct GraphContentTests {
  /// Two entities, one predicate, one document with the sentence `Ann met Bob.`
  static func small() -> GraphContent {
    var content = GraphContent()
    content.entities = [.init(name: "Bob", type: "Person"), .init(name: "Ann", type: "Person")]
    content.predicates = [.init(name: "meet")]
    content.documents = [.init(id: "d", date: "2025-04-02", text: Array("Ann met Bob.".utf8), sentences: [0..<12])]
    content.statements = [.init(subject: 1, predicate: 0, object: 0, evidence: evidence())]
    return content
  }

  static func evidence(time: String? = nil, confidence: UInt8 = 80) -> GraphContent.Evidence {
    .init(
      document: 0, sentence: 0, subject: 0..<3, predicate: 4..<7, object: 8..<11, confidence: confidence, time: time)
  }

  @Test func normalFormSortsAndRenumbers() throws {
    let normal = try Self.small().normalized()
    #expect(normal.entities.map(\.name) == ["Ann", "Bob"])
    #expect(normal.statements.map { [$0.subject, $0.object] } == [[0, 1]])
    #expect(try normal.normalized() == normal)
  }

  @Test func entitiesOfOneNameAndTypeBecomeOne() throws {
    var content = Self.small()
    content.entities.append(.init(name: "Ann", type: "Person", aliases: [.init(name: "A.", rule: "initial")]))
    content.entities.append(.init(name: "Ann", type: "City"))
    content.statements.append(.init(subject: 2, predicate: 0, object: 3, evidence: Self.evidence()))
    let normal = try content.normalized()
    #expect(
      normal.entities.map { "\($0.name)/\($0.type)/\($0.aliases.count)" } == [
        "Ann/City/0", "Ann/Person/1", "Bob/Person/0",
      ])
    #expect(normal.statements.map { [$0.subject, $0.object] } == [[1, 0], [1, 2]])
  }

  @Test func canonicallyEquivalentNamesStayApart() throws {
    var content = GraphContent()
    content.entities = [.init(name: "\u{E9}", type: "T"), .init(name: "e\u{301}", type: "T")]
    let graph = try MemoryGraph(content)
    #expect(graph.entityCount == 2)
    #expect(graph.entities(named: "\u{E9}") == [EntityID(1)])
    #expect(graph.entities(named: "e\u{301}") == [EntityID(0)])
  }

  /// What texts do not say is kept whole when they are read anew, with who says it, also of what is certain.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func importsAreWhatNoTextSays(seed: UInt64) throws {
    var content = RandomGraph.content(seed: seed, size: 60)
    for (number, statement) in content.statements.prefix(20).enumerated() {
      var imported = statement
      imported.evidence = nil
      imported.attribution = number % 3 == 0 ? nil : number % content.entities.count
      content.statements.append(imported)
    }
    let normal = try content.normalized()
    let expected = Self.lines(of: normal, normal.statements.filter { $0.evidence == nil })
    let imported = GraphContent(importedInto: try StoredGraph(bytes: GraphWriter.bytes(of: content)))
    #expect(Self.lines(of: imported, imported.statements) == expected, "seed \(seed)")
    #expect(imported.statements.contains { $0.attribution != nil && $0.polarity == .affirmed }, "seed \(seed)")
  }

  private static func lines(of content: GraphContent, _ statements: [GraphContent.Statement]) -> [String] {
    func name(_ entity: Int) -> String { "\(content.entities[entity].name)/\(content.entities[entity].type)" }
    return statements.map { statement in
      let ends = [statement.subject, statement.object].map(name) + [statement.attribution.map(name) ?? ""]
      return "\(ends) \(content.predicates[statement.predicate]) \(statement.polarity) \(statement.modality)"
    }.sorted()
  }

  @Test func theSameEvidenceCountsOnce() throws {
    var content = Self.small()
    content.statements += [content.statements[0], content.statements[0]]
    content.statements.append(.init(subject: 1, predicate: 0, object: 0, evidence: Self.evidence(confidence: 90)))
    var denied = content.statements[0]
    denied.polarity = .negated
    content.statements.append(denied)
    let graph = try MemoryGraph(content)
    #expect(graph.edgeCount == 2 && graph.evidenceCount == 3)
    let edge = graph.edge(EdgeID(0))
    #expect(edge.witnesses == Witnesses(sentences: 2, documents: 1, stories: 1, outlets: 0) && edge.confidence == 90)
    #expect(graph.edge(EdgeID(0)).degree != .claim && graph.edge(EdgeID(1)).degree == .claim)
  }

  @Test func datesOfAnEdge() throws {
    func dates(_ times: [String?]) throws -> [String?] {
      var content = Self.small()
      content.statements = times.map { .init(subject: 1, predicate: 0, object: 0, evidence: Self.evidence(time: $0)) }
      let edge = try MemoryGraph(content).edge(EdgeID(0))
      return [edge.firstDate, edge.lastDate]
    }
    #expect(try dates([nil]) == ["2025-04-02", "2025-04-02"])
    #expect(try dates(["next week"]) == ["2025-04-02", "2025-04-02"])
    #expect(try dates(["2024-01", "2025-05-01/2025-05-09"]) == ["2024-01", "2025-05-09"])
    #expect(try dates(["2024", nil]) == ["2024", "2025-04-02"])
    #expect(try dates(["2025-W14", "20255", "12:30", "2024-"]) == ["2025-04-02", "2025-W14"])
  }

  @Test func matchesByPositionThenDegree() throws {
    var content = Self.small()
    content.entities += [
      .init(name: "annex", type: "Place"), .init(name: "Johanna", type: "Person"),
      .init(name: "Zoe", type: "Person", aliases: [.init(name: "Hann", rule: "nickname")]),
    ]
    let graph = try MemoryGraph(content)
    let names = graph.entities(matching: "ANN", limit: 9).entities.map { graph.name(of: $0) }
    #expect(names == ["Ann", "annex", "Zoe", "Johanna"])
    #expect(graph.entities(matching: "ann", limit: 2).entities.count == 2)
    #expect(graph.entities(matching: "", limit: 2).entities.map { graph.name(of: $0) } == ["Ann", "Bob"])
  }

  @Test func wrongReferencesAreErrors() {
    func reject(_ change: (inout GraphContent) -> Void, sourceLocation: SourceLocation = #_sourceLocation) {
      var content = Self.small()
      change(&content)
      for attempt in [{ _ = try GraphWriter.bytes(of: content) }, { _ = try MemoryGraph(content) }] {
        #expect(sourceLocation: sourceLocation) { try attempt() } throws: { error in
          switch error {
          case StoreError.content(.invalidContent), ContentError.invalidContent: true
          default: false
          }
        }
      }
    }
    reject { $0.statements[0].subject = 2 }
    reject { $0.statements[0].object = -1 }
    reject { $0.statements[0].predicate = 1 }
    reject { $0.statements[0].attribution = 7 }
    reject { $0.statements[0].evidence?.document = 1 }
    reject { $0.statements[0].evidence?.sentence = 1 }
    reject { $0.statements[0].evidence?.object = 8..<13 }
    reject { $0.statements[0].evidence?.confidence = 101 }
    reject { $0.documents[0].sentences = [0..<13] }
    reject { $0.documents[0].sentences = [0..<5, 4..<6] }
    reject { $0.documents[0].text[3] = 0xFF }
    reject { $0.entities[0].name = String(repeating: "long ", count: 300_000) }
    reject { $0.documents[0].title = String(repeating: "long ", count: 300_000) }
  }
}

@Suite struct GraphUnionTests {
  @Test(arguments: 0..<5 as Range<UInt64>)
  func orderGroupingAndRepetitionDoNotMatter(seed: UInt64) throws {
    let parts = try (0..<3 as Range<UInt64>).map { number in
      var part = RandomGraph.content(seed: seed * 10 + number, size: 15)
      // Documents of different parts differ, so their ids must.
      for index in part.documents.indices { part.documents[index].id += " of part \(number)" }
      return try part.normalized()
    }
    let all = try GraphContent.union(parts)
    #expect(try GraphContent.union([parts[2], parts[0], parts[1]]) == all)
    #expect(try GraphContent.union([parts[0], GraphContent.union([parts[1], parts[2]])]) == all)
    #expect(try GraphContent.union([all, parts[1], all]) == all)
    #expect(try GraphContent.union([parts[0]]) == parts[0])
    #expect(try GraphContent.union([]) == GraphContent())
    #expect(all.statements.count == parts.reduce(0) { $0 + $1.statements.count })
  }

  @Test func documentsOfOneIdMustAgree() {
    let one = GraphContentTests.small()
    var other = one
    other.documents[0].title = "Another"
    #expect(throws: ContentError.conflictingDocuments(id: "d")) { try GraphContent.union([one, other]) }
  }

  @Test func predicatesTakeWhatEitherSays() throws {
    var one = GraphContent()
    one.predicates = [.init(name: "lead", relation: "leads")]
    var other = GraphContent()
    other.predicates = [.init(name: "lead", inverse: "ledBy", isSymmetric: true)]
    let expected = GraphContent.Predicate(name: "lead", relation: "leads", inverse: "ledBy", isSymmetric: true)
    #expect(try GraphContent.union([one, other]).predicates == [expected])
    #expect(try GraphContent.union([other, one]).predicates == [expected])
  }
}
