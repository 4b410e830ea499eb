import Bytes
import ExternalSort
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// Graphs with texts put together on the disk give the store that those in memory give, byte for byte.
@Suite struct SpilledContentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Bytes of memory: so little that every entity goes to the disk, up to so much that none does.
  private static let memories = [4 << 10, 64 << 10, 1 << 40]

  /// A content whose evidence stands on the names of its ends, in sentences that several statements share.
  private static func named(_ random: inout SeededGenerator) -> GraphContent {
    let names = ["Ada", "ada", "Bo", "New York", "É", "e\u{301}", "", "東京", "x-ray"]
    var content = GraphContent()
    for (number, name) in names.enumerated() {
      content.entities.append(.init(name: name, type: name.isEmpty ? "Nothing" : ["Person", "Place"][number % 2]))
    }
    content.predicates = [.init(name: "meets"), .init(name: "meets in", role: "in"), .init(name: "(of)", role: "of")]
    for number in 0..<1 + random.below(40) {
      var document = GraphContent.Document(id: "made-\(number)", text: [], sentences: [])
      var words: [[Range<UInt32>]] = []
      for _ in 0..<1 + random.below(4) {
        var ranges: [Range<UInt32>] = []
        let start = UInt32(document.text.count)
        for _ in 0..<2 + random.below(6) {
          let first = UInt32(document.text.count)
          document.text += Array([names[random.below(names.count)], "met", "in"][random.below(3)].utf8)
          ranges.append(first..<UInt32(document.text.count))
          document.text += Array([" ", ", ", "’s "][random.below(3)].utf8)
        }
        document.sentences.append(start..<UInt32(document.text.count))
        words.append(ranges)
      }
      content.documents.append(document)
      for _ in 0..<random.below(12) {
        let sentence = random.below(words.count)
        func range() -> Range<UInt32> { words[sentence][random.below(words[sentence].count)] }
        /// The entity whose name stands there, mostly.
        func entity(_ range: Range<UInt32>) -> Int {
          let name = document.text[Int(range.lowerBound)..<Int(range.upperBound)]
          return names.firstIndex { $0.utf8.elementsEqual(name) } ?? random.below(names.count)
        }
        let (subject, predicate) = (range(), range())
        let object = random.chance(15) ? predicate.upperBound..<predicate.upperBound : range()
        let quantity = random.chance(20) ? names[random.below(names.count)] : nil
        content.statements.append(
          .init(
            subject: entity(subject), predicate: random.below(3),
            object: object.isEmpty && random.chance(50) ? 6 : entity(object),
            evidence: .init(
              document: number, sentence: sentence, subject: subject, predicate: predicate, object: object,
              rules: ["passive"], confidence: 80, quantity: quantity, event: random.below(3),
              adjuncts: random.chance(30) ? [range(), range()] : [])))
      }
    }
    return content
  }

  /// Everything that `content` says in so many contents, some of it several times, each with rows of its own.
  private static func batches(
    of content: GraphContent, _ random: inout SeededGenerator, count: Int
  ) -> [GraphContent] {
    var batches = [GraphContent](repeating: GraphContent(), count: count)
    var entities = [[Int: Int]](repeating: [:], count: count)
    var predicates = entities
    var documents = entities
    func add<Row>(
      _ number: Int, _ rows: [Row], _ table: WritableKeyPath<GraphContent, [Row]>, _ known: inout [[Int: Int]],
      to batch: Int
    ) -> Int {
      if let place = known[batch][number] { return place }
      batches[batch][keyPath: table].append(rows[number])
      known[batch][number] = batches[batch][keyPath: table].count - 1
      return batches[batch][keyPath: table].count - 1
    }
    func entity(_ number: Int, _ batch: Int) -> Int { add(number, content.entities, \.entities, &entities, to: batch) }
    for statement in content.statements.shuffled(using: &random) {
      for _ in 0..<(random.chance(20) ? 2 : 1) {
        let batch = random.below(count)
        var copy = statement
        copy.subject = entity(statement.subject, batch)
        copy.object = entity(statement.object, batch)
        copy.attribution = statement.attribution.map { entity($0, batch) }
        copy.predicate = add(statement.predicate, content.predicates, \.predicates, &predicates, to: batch)
        copy.evidence = statement.evidence.map {
          $0.naming(add($0.document, content.documents, \.documents, &documents, to: batch))
        }
        batches[batch].statements.append(copy)
        if random.chance(10) {
          copy.evidence = nil
          batches[batch].statements.append(copy)
        }
      }
    }
    for number in content.entities.indices { _ = entity(number, random.below(count)) }
    for number in content.predicates.indices {
      _ = add(number, content.predicates, \.predicates, &predicates, to: random.below(count))
    }
    for number in content.documents.indices {
      _ = add(number, content.documents, \.documents, &documents, to: random.below(count))
    }
    for decision in content.decisions { batches[random.below(count)].decisions.append(decision) }
    return batches
  }

  /// Contents of a seed, whose documents do not contradict one another.
  private static func contents(seed: UInt64) -> [GraphContent] {
    var random = SeededGenerator(seed: seed)
    let contents = [RandomGraph.content(seed: seed, size: random.below(120)), named(&random)]
    return contents.flatMap { batches(of: $0, &random, count: 1 + random.below(5)) }.shuffled(using: &random)
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func sameBytes(seed: UInt64) throws {
    let contents = Self.contents(seed: seed)
    let expected = try GraphWriter.bytes(of: GraphContent.union(contents))
    for memory in Self.memories {
      let spilled = try SpilledContent(folder: folder.path, memory: memory)
      for content in contents { try spilled.take(content) }
      #expect(try GraphWriter.encode(spilled).bytes == expected, "seed \(seed), memory \(memory)")
    }
    try GraphFile(bytes: expected).check()
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func graphsAreTaken(seed: UInt64) throws {
    let contents = Self.contents(seed: seed)
    let graphs = try contents.map { try GraphFile(bytes: GraphWriter.bytes(of: $0)) }
    let expected = try GraphWriter.bytes(of: GraphContent.union(contents))
    for memory in Self.memories {
      let spilled = try SpilledContent(folder: folder.path, memory: memory)
      // Stores and contents may come together.
      for (graph, content) in zip(graphs, contents) {
        if content.documents.count % 3 == 0 { try spilled.take(content) } else { try spilled.take(graph) }
      }
      try spilled.take(MemoryGraph(contents[0]))
      #expect(try GraphWriter.encode(spilled).bytes == expected, "seed \(seed), memory \(memory)")
    }
  }

  /// Texts that are unpacked once read as those in blocks do, and so does the evidence with its ranges.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func textsAreUnpacked(seed: UInt64) throws {
    let bytes = try GraphWriter.bytes(of: RandomGraph.content(seed: seed, size: 90))
    let (packed, unpacked) = (try GraphFile(bytes: bytes), try GraphFile(bytes: bytes))
    unpacked.texts.unpack(into: folder.path, least: 0)
    // Nothing can be written there, so blocks are read.
    let blocked = try GraphFile(bytes: bytes)
    blocked.texts.unpack(into: "\(folder.path)/missing", least: 0)
    for graph in [unpacked, blocked] {
      for edge in (0..<UInt32(packed.edgeCount)).map({ EdgeID($0) }) {
        #expect(graph.evidence(of: edge) == packed.evidence(of: edge), "seed \(seed)")
      }
      for document in (0..<UInt32(packed.documentCount)).map({ DocumentID($0) }) {
        #expect(graph.text(of: document) == packed.text(of: document), "seed \(seed)")
      }
      #expect(graph.damage == nil)
    }
  }

  /// The store may be written in between, and what is taken later comes to it.
  @Test func isWrittenAgain() throws {
    let contents = Self.contents(seed: 3)
    let spilled = try SpilledContent(folder: folder.path, memory: 1 << 12)
    for end in contents.indices {
      try spilled.take(contents[end])
      let expected = try GraphWriter.bytes(of: GraphContent.union(Array(contents[...end])))
      #expect(try GraphWriter.encode(spilled).bytes == expected)
      let path = "\(folder.path)/whole.tercet"
      try GraphWriter.encode(spilled).write(to: path)
      #expect(try MappedFile(path: path).bytes.array() == expected)
    }
  }

  @Test func nothingIsAStore() throws {
    let spilled = try SpilledContent(folder: folder.path, memory: 1 << 12)
    #expect(try GraphWriter.encode(spilled).bytes == GraphWriter.bytes(of: GraphContent()))
  }

  /// Long texts have a dictionary, which is learned from the same pieces; more rows than a block, in many runs.
  @Test func longTexts() throws {
    var random = SeededGenerator(seed: 7)
    var contents: [GraphContent] = []
    for number in 0..<60 {
      var content = Self.named(&random)
      for document in content.documents.indices {
        content.documents[document].id += " \(number)"
        for _ in 0..<400 { content.documents[document].text += Array("word \(random.below(5000)) ".utf8) }
      }
      contents.append(content)
    }
    let expected = try GraphWriter.bytes(of: GraphContent.union(contents))
    let spilled = try SpilledContent(folder: folder.path, memory: 1 << 12)
    for content in contents.reversed() { try spilled.take(content) }
    #expect(try GraphWriter.encode(spilled).bytes == expected)
  }

  @Test func decisionsAreThoseThatAreSet() throws {
    var content = GraphContent()
    content.decisions = [
      NamingDecision(
        serial: 1, kind: .merge, entity: .init(name: "a", type: "Person"), other: .init(name: "b", type: "Person"),
        names: [])
    ]
    let spilled = try SpilledContent(folder: folder.path, memory: 1 << 12)
    try spilled.take(content)
    try spilled.take(content)
    #expect(try GraphWriter.encode(spilled).bytes == GraphWriter.bytes(of: content))
    spilled.decisions = []
    #expect(try GraphWriter.encode(spilled).bytes == GraphWriter.bytes(of: GraphContent()))
  }

  @Test(arguments: ["text", "title", "date", "source", "sentences"])
  func documentsThatDiffer(in part: String) throws {
    var content = GraphContent()
    content.documents = [.init(id: "one", title: "a", date: "b", source: "c", text: [65, 65], sentences: [0..<1])]
    let spilled = try SpilledContent(folder: folder.path, memory: 1 << 12)
    try spilled.take(content)
    try spilled.take(content)
    switch part {
    case "text": content.documents[0].text = [65, 66]
    case "title": content.documents[0].title = nil
    case "date": content.documents[0].date = "a"
    case "source": content.documents[0].source = ""
    default: content.documents[0].sentences = [0..<2]
    }
    #expect(throws: StoreError.content(.conflictingDocuments(id: "one"))) { try spilled.take(content) }
  }

  @Test func contentThatIsNotValid() throws {
    var content = GraphContent()
    content.statements = [.init(subject: 0, predicate: 0, object: 0, evidence: nil)]
    let spilled = try SpilledContent(folder: folder.path, memory: 1 << 12)
    #expect(throws: StoreError.self) { try spilled.take(content) }
  }

  @Test func foldersInWhichNoFileCanBeMade() throws {
    for path in ["\(folder.path)/none", "/proc", "/dev/null"] {
      #expect(throws: StoreError.self, "\(path)") { try SpilledContent(folder: path, memory: 1 << 12) }
    }
  }

  @Test func fullDisk() throws {
    let spilled = try SpilledContent(folder: folder.path, memory: 1 << 12)
    for content in Self.contents(seed: 1) { try spilled.take(content) }
    let store = try GraphWriter.encode(spilled)
    #expect(throws: StoreError.file(.io(path: "/dev/full", action: "write", errno: 28))) {
      try store.write(to: "/dev/full")
    }
  }
}
