import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// `match`, `neighbors` and neighborhoods on random graphs of several documents against the same search in a graph where each noun of
/// several documents is a node for every document.
@Suite struct NounJoinDifferentialTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func matches(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (answered, restricted) = (0, 0)
    for round in 0..<150 {
      let sample = NewsGraph(&generator)
      let query = MatchOracle.Query.random(sample.plain, &generator)
      var evaluator = Evaluator(graph: try MemoryGraph(sample.content))
      let answer = try evaluator.answer(Query(parsing: query.text))
      let matches = try #require(answer.content as? Answer.Matches)
      let found = matches.rows.map { $0.entities.map { Int($0.id.rawValue) } }
      let (graph, entities) = sample.split(without: query.named)
      let expected = Set(MatchOracle(graph: graph, query: query).rows().map { row in row.map { entities[$0] } })
        .sorted { $0.lexicographicallyPrecedes($1) }
      if found != expected {
        Issue.record("seed \(seed), round \(round): \(query.text) on \(sample.edges): \(found), expected \(expected)")
        return
      }
      let needsSteps = !query.text.contains("*")
      for row in matches.rows { #expect(!row.statements.isEmpty || !needsSteps, "seed \(seed), round \(round)") }
      let joined = MatchOracle(graph: sample.plain, query: query).rows()
      if expected.count < joined.count {
        restricted += 1
        #expect(answer.notes.contains { if case .nounsApart = $0 { true } else { false } }, "\(seed) \(round)")
      }
      if !expected.isEmpty { answered += 1 }
    }
    #expect(answered > 40 && restricted > 4, "seed \(seed): \(answered), \(restricted)")
  }

  @Test(arguments: 10..<14 as Range<UInt64>)
  func neighbors(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<150 {
      // Neighbors walk no edge twice, not even from one document's noun to that of another.
      let sample = NewsGraph(&generator, joinsNouns: false)
      let center = generator.below(sample.isNoun.count)
      let text = "neighbors #\(center) depth \(2 + generator.below(3)) limit 1000 --claims"
      let (graph, entities) = sample.split(without: [center])
      func depths(_ graph: some GraphView, _ entity: (EntityID) -> Int) throws -> [[Int]: Int] {
        var evaluator = Evaluator(graph: graph)
        let answer = try evaluator.answer(Query(parsing: text))
        let rows = try #require(answer.content as? Answer.Neighbors).rows
        return Dictionary(
          rows.map { row in
            let edge = row.statement.edge
            let kind = edge.degree == .claim ? 1 : 0
            return ([entity(edge.subject), Int(edge.predicate.rawValue), entity(edge.object), kind], row.depth)
          }, uniquingKeysWith: min)
      }
      let found = try depths(try MemoryGraph(sample.content)) { Int($0.rawValue) }
      let expected = try depths(graph) { entities[Int($0.rawValue)] }
      #expect(found == expected, "seed \(seed), round \(round): \(text) on \(sample.edges)")
    }
  }

  @Test(arguments: 20..<24 as Range<UInt64>)
  func neighborhoods(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var noted = 0
    for round in 0..<150 {
      let sample = NewsGraph(&generator)
      let center = generator.below(sample.isNoun.count)
      let depth = generator.below(5)
      let (graph, entities) = sample.split(without: [center])
      func key(_ subject: Int, _ predicate: Int, _ object: Int, _ isFact: Bool) -> [Int] {
        [subject, predicate, object, isFact ? 0 : 1]
      }
      var nodes: Set<Int> = [center]
      var entered: Set<Int> = []
      var expected: Set<[Int]> = []
      for _ in 0..<depth {
        entered = nodes
        for triple in graph.triples where entered.contains(triple.subject) || entered.contains(triple.object) {
          nodes.formUnion([triple.subject, triple.object])
          expected.insert(key(entities[triple.subject], triple.predicate, entities[triple.object], triple.isFact))
        }
      }
      // What is left out stands at a node of a noun, and the noun was gone through.
      let through = Set(entered.filter { $0 >= sample.isNoun.count }.map { entities[$0] })
      let isCut = sample.edges.map(\.triple).contains { triple in
        !through.isDisjoint(with: [triple.subject, triple.object])
          && !expected.contains(key(triple.subject, triple.predicate, triple.object, triple.isFact))
      }
      var evaluator = Evaluator(graph: try MemoryGraph(sample.content))
      let found = evaluator.neighborhood(of: EntityID(UInt32(center)), depth: depth, showing: .all)
      let edges = found.edges.map { id in
        let edge = evaluator.graph.edge(id)
        return key(
          Int(edge.subject.rawValue), Int(edge.predicate.rawValue), Int(edge.object.rawValue), edge.degree != .claim)
      }
      #expect(Set(edges) == expected, "seed \(seed), round \(round): depth \(depth) of \(center), \(sample.edges)")
      #expect((found.note != nil) == isCut, "seed \(seed), round \(round)")
      if isCut { noted += 1 }
    }
    #expect(noted > 4, "seed \(seed): \(noted)")
  }
}

extension MatchOracle.Query {
  /// The entities that the statement names.
  var named: Set<Int> {
    Set(
      patterns.flatMap { [$0.subject, $0.object] }.compactMap { term in
        guard case .entity(let number) = term else { return nil }
        return number
      })
  }
}

/// A random graph of three documents: `n0` is a noun, `N1` a name.
struct NewsGraph {
  struct Edge {
    var triple: ArrayGraph.Triple
    var documents: Set<Int>
  }

  static let predicates = [
    GraphContent.Predicate(name: "p0", relation: "near", isSymmetric: true), GraphContent.Predicate(name: "p1"),
    GraphContent.Predicate(name: "p2", inverse: "back"), GraphContent.Predicate(name: "p3", relation: "p1"),
  ]

  let isNoun: [Bool]
  private(set) var edges: [Edge] = []

  /// - Parameter joinsNouns: whether several documents may say an edge between nouns.
  init(_ generator: inout SeededGenerator, joinsNouns: Bool = true) {
    isNoun = (0..<3 + generator.below(6)).map { _ in generator.chance(60) }
    for _ in 0..<generator.below(18) {
      let triple = ArrayGraph.Triple(
        subject: generator.below(isNoun.count), predicate: generator.below(4), object: generator.below(isNoun.count),
        isFact: generator.chance(80), date: generator.chance(50) ? "202\(generator.below(4))" : nil)
      let document = generator.below(3)
      let known = edges.indices.first { edges[$0].triple.isAlike(triple) }
      if let known {
        guard joinsNouns || !isNoun[triple.subject] || !isNoun[triple.object] else { continue }
        edges[known].documents.insert(document)
      } else {
        edges.append(Edge(triple: triple, documents: [document]))
      }
    }
  }

  /// Every noun as one node.
  var plain: ArrayGraph {
    ArrayGraph(entities: isNoun.count, predicates: Self.predicates, triples: edges.map(\.triple))
  }

  var content: GraphContent {
    var content = GraphContent()
    let types = plain.types
    content.entities = isNoun.indices.map { .init(name: (isNoun[$0] ? "n" : "N") + "\($0)", type: types[$0]) }
    content.predicates = Self.predicates
    content.documents = (0..<3).map { .init(id: "d\($0)", text: Array("words".utf8), sentences: [0..<5]) }
    for edge in edges {
      for document in edge.documents {
        var statement = GraphContent.Statement(
          subject: edge.triple.subject, predicate: edge.triple.predicate, object: edge.triple.object,
          evidence: .init(document: document, sentence: 0, subject: 0..<1, predicate: 1..<2, object: 2..<3))
        statement.polarity = edge.triple.isFact ? .affirmed : .negated
        statement.evidence?.time = edge.triple.date
        content.statements.append(statement)
      }
    }
    return content
  }

  /// The graph with a node a document for each noun of several but those in `named`, and the entity of each node.
  func split(without named: Set<Int>) -> (graph: ArrayGraph, entities: [Int]) {
    var entities = Array(isNoun.indices)
    var nodes: [[Int: Int]] = isNoun.map { _ in [:] }
    for entity in isNoun.indices where isNoun[entity] && !named.contains(entity) {
      let documents = edges.filter { $0.triple.subject == entity || $0.triple.object == entity }
        .reduce(into: Set<Int>()) { $0.formUnion($1.documents) }
      guard documents.count > 1 else { continue }
      for document in documents.sorted() {
        nodes[entity][document] = entities.count
        entities.append(entity)
      }
    }
    var triples: [ArrayGraph.Triple] = []
    for edge in edges {
      func places(_ entity: Int) -> [Int] {
        nodes[entity].isEmpty ? [entity] : edge.documents.sorted().compactMap { nodes[entity][$0] }
      }
      for subject in places(edge.triple.subject) {
        for object in places(edge.triple.object) {
          var triple = edge.triple
          (triple.subject, triple.object) = (subject, object)
          triples.append(triple)
        }
      }
    }
    let types = plain.types
    let graph = ArrayGraph(
      entities: entities.count, predicates: Self.predicates, triples: triples, types: entities.map { types[$0] })
    return (graph, entities)
  }
}

extension ArrayGraph.Triple {
  /// Whether both are one edge.
  fileprivate func isAlike(_ other: ArrayGraph.Triple) -> Bool {
    (subject, predicate, object) == (other.subject, other.predicate, other.object) && isFact == other.isFact
  }
}
