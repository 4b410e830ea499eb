import GraphModel
import GraphStore
import TestSupport
import Testing

/// Stores so large that lists and texts have dictionaries and many blocks.
@Suite struct LargeStoreTests {
  private static func names(seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let words = ["Ministry", "of", "the", "North", "harbor", "Élysée", "committee", "東京", "bank", "River", "council"]
    var names: Set<String> = []
    while names.count < 9_000 {
      let parts = (0...generator.below(3)).map { _ in words[generator.below(words.count)] }
      names.insert("\(parts.joined(separator: " ")) \(generator.below(4_000))")
    }
    return names.sorted()
  }

  private static func store(_ names: [String], seed: UInt64) throws -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var table = TripleTable()
    let type = try table.type("Thing")
    let numbers = try names.shuffled(using: &generator).map { try table.entity(Array($0.utf8)[...], type: type) }
    let predicate = try table.predicate(Array("near".utf8)[...])
    for number in numbers {
      table.append(subject: number, predicate: predicate, object: numbers[generator.below(numbers.count)])
    }
    return try GraphWriter.encode(table).bytes
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func everyNameIsFound(seed: UInt64) throws {
    let names = Self.names(seed: seed)
    let bytes = try Self.store(names, seed: seed)
    #expect(try Self.store(names, seed: seed) == bytes)
    let graph = try GraphFile(bytes: bytes)
    try graph.check()
    #expect(graph.entityCount == names.count)
    let stored = (0..<UInt32(graph.entityCount)).map { graph.name(of: EntityID($0)) }
    #expect(Set(stored) == Set(names))
    for (number, name) in stored.enumerated() where number % 7 == 0 {
      #expect(graph.entities(named: name) == [EntityID(UInt32(number))], "seed \(seed): \(name)")
    }
    for absent in ["", "A", "zzz", "Ministry", "\u{10FFFF}"] { #expect(graph.entities(named: absent).isEmpty) }
    let begin = "river 12"
    let expected = stored.filter { $0.lowercased().hasPrefix(begin) }
    let found = graph.entities(matching: begin, limit: expected.count).entities.map { graph.name(of: $0) }
    #expect(Set(found) == Set(expected) && !expected.isEmpty, "seed \(seed)")
  }

  /// A search reads some names at a time, and no more once it is told to stop.
  @Test func searchOverNamesStops() throws {
    let graph = try GraphFile(bytes: Self.store(Self.names(seed: 0), seed: 0))
    for place in [NamePlace.start, .anywhere] {
      var parts = 0
      var names = 0
      graph.searchNames(for: "m", at: place) { _, read in
        parts += 1
        names += read
        return parts < 3
      }
      #expect(parts == 3 && names <= 96)
    }
    var names = 0
    graph.searchNames(for: "no name has this", at: .anywhere) { found, read in
      names += read
      return found.isEmpty
    }
    #expect(names == graph.entityCount)
    var asked = 0
    let found = graph.entities(matching: "m") { _ in
      asked += 1
      return asked < 20
    }
    #expect(asked == 120 && 100..<640 ~= found.total && found.entities.count == 100)
  }

  @Test func damageInPackedNamesIsNoticed() throws {
    let bytes = try Self.store(Self.names(seed: 5), seed: 5)
    let section = try #require(StoreForgery.sections(of: bytes).first { $0.name == "NAMES" })
    var generator = SeededGenerator(seed: 5)
    for round in 0..<12 {
      var damaged = bytes
      damaged[section.range.lowerBound + generator.below(section.range.count)] ^= UInt8(1 + generator.below(255))
      if round % 2 == 0 {
        guard let graph = try? GraphFile(bytes: damaged) else { continue }
        for number in 0..<UInt32(graph.entityCount) { _ = graph.name(of: EntityID(number)) }
        _ = graph.entities(named: "Ministry 1")
        #expect(graph.damage != nil, "round \(round)")
      } else {
        // With the checksums put right only the frames themselves stand in the way: no trap, whatever comes out.
        StoreForgery.repairChecksums(&damaged)
        guard let graph = try? GraphFile(bytes: damaged) else { continue }
        for number in 0..<UInt32(graph.entityCount) { _ = graph.name(of: EntityID(number)) }
        try? graph.check()
      }
    }
  }

  @Test func longTextsComeBack() throws {
    var generator = SeededGenerator(seed: 9)
    let words = ["the", "minister", "said", "on", "Tuesday", "that", "talks", "would", "resume", "été", "harbor"]
    var content = GraphContent()
    content.documents = (0..<3).map { number in
      var text: [UInt8] = []
      while text.count < 200_000 {
        text += Array("\(words[generator.below(words.count)]) \(generator.below(90)) ".utf8)
      }
      return GraphContent.Document(id: "d\(number)", text: text, sentences: [0..<UInt32(text.count)])
    }
    let graph = try GraphFile(bytes: GraphWriter.bytes(of: content))
    for number in [2, 0, 1] {
      #expect(graph.text(of: DocumentID(UInt32(number))) == content.documents[number].text)
    }
    try graph.check()
    #expect(graph.byteCount < 300_000)
  }

  /// Eight million bytes of text and more, of which the dictionary is as large as dictionaries get.
  @Test func textsWithTheLargestDictionaryAreRead() throws {
    var generator = SeededGenerator(seed: 7)
    let words = (0..<4_000).map { number in
      let letters = (0...3 + generator.below(6)).map { _ in "etaoinshrdlucmfw".randomElement(using: &generator) ?? "e" }
      return String(letters) + "\(number)"
    }
    let sentences = (0..<4_000).map { _ in
      Array((0..<12).map { _ in words[generator.below(words.count)] + " " }.joined().utf8)
    }
    var content = SampleGraph.content
    let first = content.documents.count
    for number in 0..<34 {
      var text: [UInt8] = []
      while text.count < 250_000 { text += sentences[generator.below(sentences.count)] }
      content.documents.append(
        .init(
          id: "large-\(number)", title: nil, date: nil, source: nil, text: text,
          sentences: [0..<UInt32(text.count)]))
    }
    let bytes = try GraphWriter.encode(content).bytes
    let graph = try GraphFile(bytes: bytes)
    try graph.check()
    let texts = Set((0..<graph.documentCount).map { graph.text(of: DocumentID(UInt32($0))) })
    #expect(content.documents[first...].allSatisfy { texts.contains($0.text) })
  }
}
