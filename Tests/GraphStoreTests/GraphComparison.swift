import GraphModel
import TestSupport
import Testing

/// Expects that `graph` answers everything as `oracle` does.
func expectSameAnswers(
  _ graph: some GraphView, _ oracle: MemoryGraph, seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation
) {
  func expect(_ condition: Bool, _ what: @autoclosure () -> String) {
    if !condition { Issue.record("seed \(seed): \(what())", sourceLocation: sourceLocation) }
  }
  expect(graph.entityCount == oracle.entityCount, "entityCount")
  expect(graph.predicateCount == oracle.predicateCount, "predicateCount")
  expect(graph.edgeCount == oracle.edgeCount, "edgeCount")
  expect(graph.documentCount == oracle.documentCount, "documentCount")
  expect(graph.evidenceCount == oracle.evidenceCount, "evidenceCount")
  expect(graph.decisions == oracle.decisions, "decisions")
  guard graph.entityCount == oracle.entityCount, graph.edgeCount == oracle.edgeCount else { return }

  var names: Set<[UInt8]> = []
  var buffer: [Adjacency] = []
  var expected: [Adjacency] = []
  for number in 0..<oracle.entityCount {
    let entity = EntityID(UInt32(number))
    expect(sameBytes(graph.name(of: entity), oracle.name(of: entity)), "name of \(number)")
    expect(graph.type(of: entity) == oracle.type(of: entity), "type of \(number)")
    let aliases = oracle.aliases(of: entity)
    expect(
      graph.aliases(of: entity).map { Array($0.name.utf8) } == aliases.map { Array($0.name.utf8) }
        && graph.aliases(of: entity) == aliases, "aliases of \(number)")
    for name in [oracle.name(of: entity)] + aliases.map(\.name) { names.insert(Array(name.utf8)) }
    for direction in Direction.allCases {
      graph.adjacency(of: entity, direction, into: &buffer)
      oracle.adjacency(of: entity, direction, into: &expected)
      expect(buffer == expected, "adjacency of \(number), \(direction)")
      expect(graph.degree(of: entity, direction) == expected.count, "degree of \(number), \(direction)")
    }
  }
  for number in 0..<oracle.predicateCount {
    let predicate = PredicateID(UInt32(number))
    expect(graph.predicate(predicate) == oracle.predicate(predicate), "predicate \(number)")
  }
  expectSameScans(graph, oracle, seed: seed, expect: expect)
  for number in 0..<oracle.edgeCount {
    let edge = EdgeID(UInt32(number))
    expect(graph.edge(edge) == oracle.edge(edge), "edge \(number)")
    expect(graph.evidence(of: edge) == oracle.evidence(of: edge), "evidence of \(number)")
    expect(graph.documents(of: edge) == oracle.documents(of: edge), "documents of \(number)")
  }
  for number in 0..<oracle.documentCount {
    let document = DocumentID(UInt32(number))
    let record = oracle.document(document)
    expect(graph.document(document) == record, "document \(number)")
    expect(graph.story(of: document) == oracle.story(of: document), "story of \(number)")
    expect(graph.text(of: document) == oracle.text(of: document), "text of \(number)")
    for sentence in [-1, record.sentenceCount] + Array(0..<record.sentenceCount) {
      expect(
        graph.sentence(sentence, of: document) == oracle.sentence(sentence, of: document),
        "sentence \(sentence) of \(number)")
    }
  }
  expectSameLookups(graph, oracle, names: names, seed: seed, expect: expect)
}

/// Expects the look-ups by predicate to be those that the oracle makes of its edges.
private func expectSameScans(
  _ graph: some GraphView, _ oracle: MemoryGraph, seed: UInt64, expect: (Bool, @autoclosure () -> String) -> Void
) {
  var random = SeededGenerator(seed: seed)
  let entities = (0..<UInt32(oracle.entityCount)).map { EntityID($0) }.shuffled(using: &random).prefix(12)
  for entity in entities {
    var links: [Link] = []
    var expectedLinks: [Link] = []
    graph.appendLinks(of: entity, to: &links)
    oracle.appendLinks(of: entity, to: &expectedLinks)
    expect(links == expectedLinks, "links of \(entity)")
    links = []
    graph.appendBareLinks(of: entity, to: &links)
    expect(
      links.map { [$0.neighbor.rawValue, UInt32($0.degree.rawValue)] }
        == expectedLinks.map { [$0.neighbor.rawValue, UInt32($0.degree.rawValue)] }, "bare links of \(entity)")
    var name: [UInt8] = []
    graph.appendName(of: entity, to: &name)
    expect(name == Array(oracle.name(of: entity).utf8), "name of \(entity)")
  }
  for number in (0..<oracle.predicateCount).shuffled(using: &random).prefix(6) {
    let predicate = PredicateID(UInt32(number))
    for degrees in [StatementDegrees.facts, .usual, [.facts, .claims], .all] {
      var found: [EntityID] = []
      var expected: [EntityID] = []
      graph.subjects(of: predicate, showing: degrees, into: &found)
      oracle.subjects(of: predicate, showing: degrees, into: &expected)
      expect(found == expected, "subjects of \(number)")
      let table = graph.edges(of: predicate, showing: degrees)
      expect(table == oracle.edges(of: predicate, showing: degrees), "edges of \(number)")
      expect(table.reversed(entities: oracle.entityCount).reversed(entities: oracle.entityCount) == table, "reversed")
      let size = graph.size(of: predicate, showing: degrees)
      let expectedSize = oracle.size(of: predicate, showing: degrees)
      expect(size.edges == expectedSize.edges && size.runs >= expectedSize.runs, "size of \(number)")
      for entity in entities.prefix(4) {
        for direction in [Direction.outgoing, .incoming] {
          graph.neighbors(of: entity, direction, predicate, showing: degrees, into: &found)
          oracle.neighbors(of: entity, direction, predicate, showing: degrees, into: &expected)
          expect(found == expected, "neighbors of \(entity) by \(number), \(direction)")
          let count = graph.neighborCount(of: entity, direction, predicate, showing: degrees)
          expect(count == nil || count == found.count, "number of neighbors of \(entity) by \(number), \(direction)")
        }
        for other in entities {
          expect(
            graph.hasEdge(from: entity, predicate, to: other, showing: degrees)
              == oracle.hasEdge(from: entity, predicate, to: other, showing: degrees), "edge \(entity) \(other)")
          var predicates: [PredicateID] = []
          var expectedPredicates: [PredicateID] = []
          graph.predicates(from: entity, to: other, showing: degrees, into: &predicates)
          oracle.predicates(from: entity, to: other, showing: degrees, into: &expectedPredicates)
          expect(predicates == expectedPredicates, "predicates from \(entity) to \(other)")
        }
      }
    }
  }
}

private func expectSameLookups(
  _ graph: some GraphView, _ oracle: MemoryGraph, names: Set<[UInt8]>, seed: UInt64,
  expect: (Bool, @autoclosure () -> String) -> Void
) {
  var random = SeededGenerator(seed: seed)
  let sorted = names.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  for name in sorted + ["nobody", "~", "\u{10FFFF}"] {
    expect(graph.entities(named: name) == oracle.entities(named: name), "entities named \(name)")
  }
  var texts = ["", "a", "the", "é", "e\u{301}", "STA", "nobody at all", "\0", "東", "ss"]
  for name in sorted.shuffled(using: &random).prefix(12) {
    let scalars = Array(name.unicodeScalars)
    guard !scalars.isEmpty else { continue }
    let start = random.chance(50) ? 0 : random.below(scalars.count)
    let part = scalars[start..<min(scalars.count, start + 1 + random.below(5))]
    let text = String(String.UnicodeScalarView(part))
    texts.append(random.chance(50) ? text.uppercased() : text)
  }
  for text in texts + sorted.prefix(5) {
    for place in [NamePlace.whole, .start, .anywhere] {
      let expected = entities(of: oracle, matching: text, at: place)
      for limit in [0, 1, 5, 1000] {
        let found = graph.entities(matching: text, at: place, limit: limit)
        expect(
          found.entities.elementsEqual(expected.prefix(limit)) && found.total == expected.count,
          "entities matching \(text) at \(place), limit \(limit)")
      }
    }
  }
}

/// All entities with `text` at `place` of a name, in the order of answers, found in the most obvious way.
private func entities(of graph: some GraphView, matching text: String, at place: NamePlace) -> [EntityID] {
  /// Anywhere accents do not count.
  func folded(_ name: String) -> [UInt8] {
    place == .anywhere ? plainLetters(name.utf8) : Array(name.lowercased().utf8)
  }
  let wanted = folded(text)
  var found: [(position: Int, degree: Int, entity: EntityID)] = []
  for entity in (0..<UInt32(graph.entityCount)).map({ EntityID($0) }) where entity != graph.nothing {
    let names = ([graph.name(of: entity)] + graph.aliases(of: entity).map(\.name)).map(folded)
    let positions = names.compactMap { name -> Int? in
      switch place {
      case .whole: name == wanted ? 0 : nil
      case .start: name.starts(with: wanted) ? 0 : nil
      case .anywhere: wanted.isEmpty ? 0 : name.firstRange(of: wanted)?.lowerBound
      }
    }
    if let position = positions.min() { found.append((position, graph.degree(of: entity, .both), entity)) }
  }
  found.sort { ($0.position, -$0.degree, $0.entity) < ($1.position, -$1.degree, $1.entity) }
  return found.map(\.entity)
}

func sameBytes(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
