import GraphModel
import GraphQuery
import TestSupport
import Testing

/// `edges`, `count`, `common` and `disputes` on random graphs against a look at every edge.
@Suite struct EdgeDifferentialTests {
  private static func edges(of answer: Answer) -> Set<UInt32> {
    Set((answer.content.part?.edges ?? []).map(\.rawValue))
  }

  @Test(arguments: [41, 42] as [UInt64])
  func filters(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<25 {
      let graph = try MemoryGraph(RandomGraph.content(seed: seed * 100 + UInt64(round), size: 20))
      var evaluator = Evaluator(graph: graph)
      let all = (0..<UInt32(graph.edgeCount)).map { graph.edge(EdgeID($0)) }
        .filter { !graph.predicate($0.predicate).isLink }
      for _ in 0..<6 where graph.entityCount > 1 {
        var (text, tests) = ("edges", [(Edge) -> Bool]())
        let speaker = EntityID(UInt32(random.below(graph.entityCount)))
        if random.chance(30), speaker != graph.nothing {
          text += " by #\(speaker.rawValue)"
          tests.append { $0.attribution == speaker }
        }
        if random.chance(40) {
          let states = ["denied", "planned", "reported"].shuffled(using: &random).prefix(1 + random.below(2))
          text += " " + states.joined(separator: " ")
          tests.append { edge in
            (states.contains("denied") && edge.polarity == .negated)
              || (states.contains("planned") && edge.modality == .planned)
              || (states.contains("reported") && edge.degree == .reported)
          }
        } else if random.chance(50) {
          text += " --claims"
        } else {
          tests.append { $0.degree != .claim }
        }
        if random.chance(30) {
          text += " since 2025"
          tests.append { edge in (edge.lastDate ?? edge.firstDate).map { $0.prefix(4) >= "2025" } ?? false }
        }
        let expected = Set(all.filter { edge in tests.allSatisfy { $0(edge) } }.map(\.id.rawValue))
        let answer = try evaluator.answer(Query(parsing: text + " limit 100000"))
        #expect(Self.edges(of: answer) == expected, "seed \(seed), round \(round): \(text)")
        let counted = try evaluator.answer(Query(parsing: text.replacing("edges", with: "count", maxReplacements: 1)))
        #expect((counted.content as? Answer.Counts)?.total == expected.count, "seed \(seed), round \(round): \(text)")
      }
    }
  }

  @Test(arguments: [51, 52] as [UInt64])
  func disputes(seed: UInt64) throws {
    for round in 0..<40 {
      let graph = try MemoryGraph(RandomGraph.content(seed: seed * 100 + UInt64(round), size: 12))
      var evaluator = Evaluator(graph: graph)
      struct Side: Hashable {
        var subject: EntityID
        var predicate: PredicateID
        var object: EntityID
      }
      var (said, denied): (Set<Side>, Set<Side>) = ([], [])
      for number in 0..<UInt32(graph.edgeCount) {
        let edge = graph.edge(EdgeID(number))
        // Nouns of several documents are told apart; that is tested by hand.
        guard ![edge.subject, edge.object].contains(where: { CommonNoun.isOne(graph.name(of: $0)) }) else { continue }
        let side = Side(subject: edge.subject, predicate: edge.predicate, object: edge.object)
        if edge.degree != .claim { said.insert(side) }
        if edge.polarity == .negated, edge.modality == .certain { denied.insert(side) }
      }
      let answer = try evaluator.answer(Query(parsing: "disputes limit 100000"))
      let rows = try #require(answer.content as? Answer.Disputes).rows.filter { row in
        row.kind == .denial && ![row.first.subject, row.first.object].contains { CommonNoun.isOne($0.name) }
      }
      let found = rows.map {
        Side(subject: $0.first.subject.id, predicate: $0.first.edge.predicate, object: $0.first.object.id)
      }
      #expect(Set(found) == said.intersection(denied), "seed \(seed), round \(round)")
      #expect(rows.allSatisfy { $0.second.edge.polarity == .negated && $0.first.edge.degree != .claim })
    }
  }

  @Test(arguments: [61, 62] as [UInt64])
  func common(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let graph = ArrayGraph.random(&random)
      var evaluator = Evaluator(graph: graph)
      let chosen = (0..<graph.entityCount).shuffled(using: &random).prefix(2 + random.below(2))
      guard chosen.count > 1 else { continue }
      func neighbors(_ center: Int) -> Set<Int> {
        Set(
          graph.triples.filter { $0.isFact && ($0.subject == center || $0.object == center) }
            .map { $0.subject == center ? $0.object : $0.subject })
      }
      let expected = chosen.map(neighbors).reduce(Set(0..<graph.entityCount)) { $0.intersection($1) }
        .subtracting(chosen)
      let text = "common " + chosen.map { "#\($0)" }.joined(separator: " and ") + " limit 1000"
      let rows = try #require(try evaluator.answer(Query(parsing: text)).content as? Answer.Common).rows
      #expect(Set(rows.map { Int($0.entity.id.rawValue) }) == expected, "seed \(seed), round \(round): \(text)")
      for row in rows {
        for (statement, center) in zip(row.statements, chosen) {
          let ends = Set([statement.subject.id, statement.object.id].map { Int($0.rawValue) })
          #expect(ends == [center, Int(row.entity.id.rawValue)], "seed \(seed), round \(round): \(text)")
        }
      }
    }
  }

  /// The court of one text is not that of another, so only what one text says and denies is a dispute.
  @Test func nounsOfSeveralTexts() throws {
    var content = GraphContent()
    content.entities = ["court", "Jane Doe", "Ann Lee"].map { GraphContent.Entity(name: $0, type: "Person") }
    content.predicates = [GraphContent.Predicate(name: "charge")]
    for id in ["a", "b"] {
      content.documents.append(
        GraphContent.Document(id: id, title: nil, date: nil, text: Array("Text.".utf8), sentences: [0..<5]))
    }
    func say(_ object: Int, _ document: Int, _ polarity: Polarity) {
      let evidence = GraphContent.Evidence(
        document: document, sentence: 0, subject: 0..<4, predicate: 0..<4, object: 0..<4, confidence: 90)
      var statement = GraphContent.Statement(subject: 0, predicate: 0, object: object, evidence: evidence)
      statement.polarity = polarity
      content.statements.append(statement)
    }
    say(1, 0, .affirmed)
    say(1, 1, .negated)
    say(2, 0, .affirmed)
    say(2, 0, .negated)
    var evaluator = Evaluator(graph: try MemoryGraph(content))
    let rows = try #require(try evaluator.answer(Query(parsing: "disputes")).content as? Answer.Disputes).rows
    #expect(rows.map(\.first.object.name) == ["Ann Lee"])
    // In common they have nothing but one court.
    let common = try #require(
      try evaluator.answer(Query(parsing: "common Jane Doe and Ann Lee")).content as? Answer.Common)
    #expect(common.rows.map(\.entity.name) == ["court"])
  }
}
