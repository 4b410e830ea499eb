import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// A store with changes answers as one that was written anew.
@Suite struct ChangedGraphTests {
  private static func changed(_ content: GraphContent, _ change: GraphChange) throws -> ChangedGraph {
    try ChangedGraph(GraphFile(bytes: GraphWriter.bytes(of: content)), change)
  }

  @Test(arguments: [(1, 4), (2, 8), (3, 12), (4, 20), (5, 20), (6, 30), (7, 40), (8, 16)] as [(UInt64, Int)])
  func addingIsTheUnion(seed: UInt64, size: Int) throws {
    let (first, second) = Self.overlapping(seed: seed, size: size)
    let graph = try GraphFile(bytes: GraphWriter.bytes(of: first))
    let change = try GraphChange(adding: second, to: graph)
    let oracle = try MemoryGraph(GraphContent.union([first, second]))
    expectSameAnswers(try ChangedGraph(graph, change), oracle, seed: seed)
  }

  /// Two contents that share entities, predicates and documents.
  private static func overlapping(seed: UInt64, size: Int) -> (GraphContent, GraphContent) {
    let all = RandomGraph.content(seed: seed, size: size)
    var random = SeededGenerator(seed: seed)
    func part(_ percent: Int) -> GraphContent {
      var part = all
      part.statements = all.statements.filter { _ in random.chance(percent) }
      return used(part, &random)
    }
    return (part(70), part(50))
  }

  /// The content with the rows that its statements use, and a few others.
  private static func used(_ content: GraphContent, _ random: inout SeededGenerator) -> GraphContent {
    var result = GraphContent()
    let extra = (0..<3).map { _ in random.below(max(content.entities.count, 1)) }
    let entities = Set(
      content.statements.flatMap { [$0.subject, $0.object] + [$0.attribution].compactMap { $0 } } + extra
    ).filter { $0 < content.entities.count }.sorted()
    let predicates = Set(content.statements.map(\.predicate)).sorted()
    let documents = Set(content.statements.compactMap(\.evidence?.document)).sorted()
    result.entities = entities.map { number in
      var entity = content.entities[number]
      entity.aliases = entity.aliases.filter { _ in random.chance(70) }
      return entity
    }
    result.predicates = predicates.map { content.predicates[$0] }
    result.documents = documents.map { content.documents[$0] }
    result.statements = content.statements.map { old in
      var statement = old
      statement.subject = entities.firstIndex(of: old.subject) ?? 0
      statement.object = entities.firstIndex(of: old.object) ?? 0
      statement.attribution = old.attribution.map { entities.firstIndex(of: $0) ?? 0 }
      statement.predicate = predicates.firstIndex(of: old.predicate) ?? 0
      if let evidence = old.evidence {
        statement.evidence?.document = documents.firstIndex(of: evidence.document) ?? 0
      }
      return statement
    }
    return result
  }

  /// Steps on a store that already has changes, each a change of what is there then.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func stepsFollowOneAnother(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (first, more) = Self.overlapping(seed: seed + 100, size: 6 + Int(seed) % 20)
    let base = try GraphFile(bytes: GraphWriter.bytes(of: first))
    var content = try first.normalized()
    var all = GraphChange()
    for step in 0..<8 {
      let graph = try ChangedGraph(base, all)
      let change: GraphChange
      switch random.below(3) {
      case 0:
        var part = more
        part.statements = more.statements.filter { _ in random.chance(25) }
        let added = Self.used(part, &random)
        change = try GraphChange(adding: added, to: graph)
        content = try GraphContent.union([content, added])
      case 1 where graph.documentCount > 0:
        let gone = Set((0...random.below(2)).map { _ in DocumentID(UInt32(random.below(graph.documentCount))) })
        change = GraphChange(removing: gone, from: graph)
        content = try Self.removing(Set(gone.map { graph.document($0).name }), from: content)
      default:
        guard graph.entityCount > 1 else { continue }
        let a = random.below(graph.entityCount)
        let b = (a + 1 + random.below(graph.entityCount - 1)) % graph.entityCount
        change = GraphChange(merging: EntityID(UInt32(a)), into: EntityID(UInt32(b)), of: graph)
        content = try Self.merging(a, into: b, of: content)
      }
      all.append(change)
      expectSameAnswers(try ChangedGraph(base, all), try MemoryGraph(content), seed: seed * 100 + UInt64(step))
    }
  }

  /// What is left when nobody has read `documents`; entities and predicates that only they used are gone.
  private static func removing(_ documents: Set<String>, from content: GraphContent) throws -> GraphContent {
    var result = content
    result.statements.removeAll { $0.evidence.map { documents.contains(content.documents[$0.document].id) } ?? false }
    func entities(_ statements: [GraphContent.Statement]) -> Set<Int> {
      Set(statements.flatMap { [$0.subject, $0.object] + [$0.attribution].compactMap { $0 } })
    }
    let goneEntities = entities(content.statements).subtracting(entities(result.statements))
    let gonePredicates = Set(content.statements.map(\.predicate)).subtracting(result.statements.map(\.predicate))
    let goneDocuments = content.documents.indices.filter { documents.contains(content.documents[$0].id) }
    result.drop(entities: goneEntities, predicates: gonePredicates, documents: Set(goneDocuments))
    return try result.normalized()
  }

  private static func merging(_ a: Int, into b: Int, of content: GraphContent) throws -> GraphContent {
    var result = content
    func renamed(_ entity: Int) -> Int { entity == a ? b : entity }
    for row in result.statements.indices {
      result.statements[row].subject = renamed(result.statements[row].subject)
      result.statements[row].object = renamed(result.statements[row].object)
      result.statements[row].attribution = result.statements[row].attribution.map(renamed)
    }
    let name = content.entities[b].name
    let own = content.entities[b].aliases + [.init(name: content.entities[a].name, rule: "merged")]
    let others = content.entities[a].aliases.filter { alias in !own.contains { sameBytes($0.name, alias.name) } }
    result.entities[b].aliases = (own + others).filter { !sameBytes($0.name, name) }
    result.drop(entities: [a], predicates: [], documents: [])
    return try result.normalized()
  }
}

extension GraphContent {
  /// Removes rows that no statement uses.
  fileprivate mutating func drop(entities gone: Set<Int>, predicates: Set<Int>, documents: Set<Int>) {
    func numbers(_ count: Int, _ gone: Set<Int>) -> [Int] {
      (0..<count).map { number in number - gone.count { $0 < number } }
    }
    let entityNumbers = numbers(entities.count, gone)
    let predicateNumbers = numbers(self.predicates.count, predicates)
    let documentNumbers = numbers(self.documents.count, documents)
    for row in statements.indices {
      statements[row].subject = entityNumbers[statements[row].subject]
      statements[row].object = entityNumbers[statements[row].object]
      statements[row].attribution = statements[row].attribution.map { entityNumbers[$0] }
      statements[row].predicate = predicateNumbers[statements[row].predicate]
      if let document = statements[row].evidence?.document {
        statements[row].evidence?.document = documentNumbers[document]
      }
    }
    entities = entities.indices.filter { !gone.contains($0) }.map { entities[$0] }
    self.predicates = self.predicates.indices.filter { !predicates.contains($0) }.map { self.predicates[$0] }
    self.documents = self.documents.indices.filter { !documents.contains($0) }.map { self.documents[$0] }
  }
}
