import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// What somebody decides on who is who.
@Suite struct NamingDecisionTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("g.tercet") }

  init() throws {
    folder = try TemporaryFolder()
    try GraphWriter.write(Self.content, to: folder.file("g.tercet"))
  }

  /// Okoye the bank and Okoye the person, who is also called Boris; three sentences.
  private static let content: GraphContent = {
    let text = "Okoye met Ada. Boris Okoye praised the bank. Ada said Mr Okoye left Oslo."
    var content = GraphContent()
    content.entities = [
      .init(name: "Boris Okoye", type: "Person", aliases: [.init(name: "Okoye", rule: "surname")]),
      .init(name: "Ada", type: "Person"), .init(name: "Ada Núñez", type: "Person"),
      .init(name: "bank", type: "Organization"), .init(name: "Oslo", type: "City"),
    ]
    content.predicates = [.init(name: "meet", isSymmetric: true), .init(name: "praise"), .init(name: "leave")]
    content.documents = [
      .init(id: "d", date: "2025-04-03", text: Array(text.utf8), sentences: [0..<14, 15..<44, 45..<73])
    ]
    func statement(
      _ subject: Int, _ predicate: Int, _ object: Int, _ sentence: Int, _ words: (String, String), says: Int? = nil
    ) -> GraphContent.Statement {
      let bounds = content.documents[0].sentences[sentence]
      func range(_ word: String) -> Range<UInt32> {
        let all = Array(text.utf8)
        let start = all.indices.first { Int(bounds.lowerBound) <= $0 && all[$0...].starts(with: Array(word.utf8)) } ?? 0
        return UInt32(start)..<UInt32(start + word.utf8.count)
      }
      var statement = GraphContent.Statement(
        subject: subject, predicate: predicate, object: object,
        evidence: .init(
          document: 0, sentence: sentence, subject: range(words.0),
          predicate: bounds.lowerBound..<bounds.lowerBound + 1,
          object: range(words.1)))
      statement.attribution = says
      return statement
    }
    content.statements = [
      statement(0, 0, 1, 0, ("Okoye", "Ada")), statement(0, 1, 3, 1, ("Boris Okoye", "bank")),
      statement(0, 2, 4, 2, ("Mr Okoye", "Oslo"), says: 1),
    ]
    return content
  }()

  private func open() throws -> StoredGraph { try StoredGraph(path: path) }

  private func id(_ name: String) throws -> EntityID {
    let graph = try open()
    return try #require(graph.entities(named: name).first { graph.name(of: $0) == name })
  }

  /// `subject predicate object, source`, sorted.
  private func statements(_ graph: some GraphView) -> [String] {
    (0..<UInt32(graph.edgeCount)).map { number in
      let edge = graph.edge(EdgeID(number))
      let source = edge.attribution.map { ", " + graph.name(of: $0) } ?? ""
      return "\(graph.name(of: edge.subject)) \(graph.predicate(edge.predicate).name) "
        + "\(graph.name(of: edge.object))\(source)"
    }.sorted()
  }

  @Test func mergingAndUndoing() throws {
    let before = GraphContent(of: try open())
    let decision = try open().merge(id("Ada"), into: id("Ada Núñez"), at: path)
    #expect(decision.serial == 1 && decision.names == ["Ada"])
    let merged = try open()
    #expect(
      statements(merged) == [
        "Boris Okoye leave Oslo, Ada Núñez", "Boris Okoye meet Ada Núñez", "Boris Okoye praise bank",
      ])
    #expect(merged.aliases(of: try id("Ada Núñez")) == [.init(name: "Ada", rule: "merged")])
    #expect(merged.decisions == [decision])
    #expect(try open().undo(at: path) == decision)
    #expect(GraphContent(of: try open()) == before)
    #expect(try open().undo(at: path) == nil)
    #expect(try open().changeCount == 2)
  }

  @Test func splittingByTheWordsOfTheEvidence() throws {
    let decision = try #require(try open().split("Okoye", from: id("Boris Okoye"), at: path))
    #expect(decision.entity == .init(name: "Okoye", type: "Person"))
    let split = try open()
    #expect(statements(split) == ["Boris Okoye praise bank", "Okoye leave Oslo, Ada", "Okoye meet Ada"])
    #expect(split.aliases(of: try id("Boris Okoye")).isEmpty)
    // A later step does not stand in the way of taking it back.
    _ = try open().merge(id("Ada"), into: id("Ada Núñez"), at: path)
    #expect(try open().undo(at: path)?.kind == .merge)
    #expect(try open().undo(at: path) == decision)
    #expect(statements(try open()) == statements(try StoredGraph(bytes: GraphWriter.bytes(of: Self.content))))
  }

  /// Documents that were counted apart do not tell what they take the one for that two became.
  @Test func votesOnTypes() throws {
    var content = Self.content
    for place in content.entities.indices.prefix(3) {
      let name = content.entities[place].name
      content.entities[place].aliases += ["type Person 3", "type City 1?"].map { .init(name: name, rule: $0) }
    }
    try GraphWriter.write(content, to: path)
    let before = GraphContent(of: try open())
    #expect(try open().typeVotes(of: id("Ada")).map(\.rule) == ["type Person 3", "type City 1?"])
    let decision = try open().merge(id("Ada"), into: id("Ada Núñez"), at: path)
    #expect(decision.names == ["Ada"])
    #expect(try open().aliases(of: id("Ada Núñez")) == [.init(name: "Ada", rule: "merged")])
    #expect(try open().undo(at: path) == decision)
    #expect(GraphContent(of: try open()) == before)
    _ = try open().split("Okoye", from: id("Boris Okoye"), at: path)
    #expect(try open().typeVotes(of: id("Boris Okoye")).count == 2)
    #expect(try open().typeVotes(of: id("Okoye")).isEmpty)
  }

  @Test func splittingTakesAMergeBack() throws {
    _ = try open().merge(id("Ada"), into: id("Ada Núñez"), at: path)
    _ = try open().merge(id("Oslo"), into: id("bank"), at: path)
    let decision = try #require(try open().split("Ada", from: id("Ada Núñez"), at: path))
    #expect(decision.kind == .split && decision.entity.name == "Ada")
    let graph = try open()
    #expect(graph.decisions.map(\.entity.name) == ["Ada", "Oslo", "Ada"])
    let apart = ["Boris Okoye leave bank, Ada", "Boris Okoye meet Ada", "Boris Okoye praise bank"]
    #expect(statements(graph) == apart)
    // Read anew the texts give the same, from which undo goes back step by step.
    var anew = Self.content
    anew.decisions = graph.decisions
    try GraphWriter.write(following(anew, isReadAnew: true), to: path)
    #expect(statements(try open()) == apart)
    #expect(try open().undo(at: path)?.kind == .split)
    #expect(statements(try open()).contains("Boris Okoye meet Ada Núñez"))
    #expect(try open().undo(at: path)?.entity.name == "Oslo")
    #expect(try open().undo(at: path)?.entity.name == "Ada")
    #expect(statements(try open()) == statements(try StoredGraph(bytes: GraphWriter.bytes(of: Self.content))))
    #expect(try open().undo(at: path) == nil)
  }

  /// A content after its decisions, as `compact` and `merge` write it.
  private func following(_ content: GraphContent, isReadAnew: Bool) throws -> GraphContent {
    let spilled = try SpilledContent(folder: "/tmp", memory: 1 << 20)
    try spilled.take(content)
    let store = try GraphWriter.encode(spilled.followingDecisions(isReadAnew: isReadAnew))
    return GraphContent(of: try GraphFile(bytes: store.bytes))
  }

  @Test func decisionsHoldWhenTextsAreReadAnew() throws {
    _ = try open().merge(id("Ada"), into: id("Ada Núñez"), at: path)
    _ = try open().split("Okoye", from: id("Boris Okoye"), at: path)
    let changed = try open()
    var anew = Self.content
    anew.decisions = changed.decisions
    let written = try GraphFile(bytes: GraphWriter.bytes(of: following(anew, isReadAnew: true)))
    expectSameAnswers(written, try MemoryGraph(GraphContent(of: changed)), seed: 0)
    try written.check()
    #expect(GraphContent(of: written) == GraphContent(of: changed))
    // Decisions that concern nothing are kept, and do nothing.
    var other = RandomGraph.content(seed: 2, size: 5)
    other.decisions = changed.decisions.map {
      var decision = $0
      decision.records = []
      return decision
    }
    #expect(try following(other, isReadAnew: true) == other.normalized())
  }

  @Test func unionsKeepDecisions() throws {
    _ = try open().merge(id("Ada"), into: id("Ada Núñez"), at: path)
    let first = GraphContent(of: try open())
    let union = try following(GraphContent.union([first, Self.content]), isReadAnew: false)
    #expect(try union == following(GraphContent.union([Self.content, first]), isReadAnew: false))
    #expect(try following(GraphContent.union([union, first]), isReadAnew: false) == union)
    #expect(union.entities.map(\.name) == ["Ada Núñez", "bank", "Boris Okoye", "Oslo"])
  }

  /// Whatever was decided, and whatever was read or merged since, the way back leads to the graph as it would be without.
  @Test(arguments: 0..<16 as Range<UInt64>)
  func everyStepCanBeTakenBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var contents = [RandomGraph.content(seed: seed, size: 8 + Int(seed % 24))]
    contents[0].decisions = []
    try GraphWriter.write(contents[0], to: path)
    for step in 0..<6 {
      let graph = try open()
      guard graph.entityCount > 1 else { break }
      let a = EntityID(UInt32(random.below(graph.entityCount)))
      let b = EntityID(UInt32((Int(a.rawValue) + 1 + random.below(graph.entityCount - 1)) % graph.entityCount))
      if random.chance(25) {
        // Documents of their own, entities in common.
        var more = contents[0]
        for number in more.documents.indices { more.documents[number].id += " \(step)" }
        more.statements = more.statements.filter { $0.evidence != nil && random.chance(20) }
        more.entities = more.entities.map { GraphContent.Entity(name: $0.name, type: $0.type) }
        try graph.add(more, to: path)
        contents.append(more)
      } else if random.chance(40), let alias = graph.aliases(of: a).first(where: { $0.rule != NamingDecision.rule }) {
        // A split that takes a merge back is a way back of its own.
        let isMerged = graph.decisions.contains { $0.kind == .merge && $0.entity.name == alias.name }
        if alias.name != graph.name(of: a), !isMerged { _ = try graph.split(alias.name, from: a, at: path) }
      } else {
        _ = try graph.merge(a, into: b, at: path)
      }
      let changed = try open()
      expectSameAnswers(changed, try MemoryGraph(GraphContent(of: changed)), seed: seed)
    }
    while try open().undo(at: path) != nil {}
    let expected = try MemoryGraph(GraphContent.union(contents))
    expectSameAnswers(try open(), expected, seed: seed)
  }

  @Test func importedEdgesComeBack() throws {
    var content = GraphContent()
    content.entities = ["Ann", "Bob", "Cid", "Dan", "Eve", "Fay"].map { .init(name: $0, type: "Thing") }
    content.predicates = [.init(name: "knows")]
    content.statements = [0, 2, 4].map { .init(subject: $0, predicate: 0, object: $0 + 1, evidence: nil) }
    try GraphWriter.write(content, to: path)
    _ = try open().merge(id("Ann"), into: id("Cid"), at: path)
    _ = try open().merge(id("Eve"), into: id("Fay"), at: path)
    // As when the store is made compact: what was imported is not told by any text.
    let anew = try following(GraphContent(of: open()), isReadAnew: true)
    try GraphWriter.write(anew, to: path)
    while try open().undo(at: path) != nil {}
    #expect(statements(try open()) == ["Ann knows Bob", "Cid knows Dan", "Eve knows Fay"])
  }
}
