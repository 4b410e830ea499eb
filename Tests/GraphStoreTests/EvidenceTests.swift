import GraphModel
import GraphStore
import TestSupport
import Testing

/// Evidence as texts have it: ranges at names and at words, several rows a sentence, sets of rules that recur.
@Suite struct EvidenceTests {
  private static let words = [
    "Rutte", "leads", "the", "alliance", "—", "Okoye’s", "bank", "in", "NATO", "and", ",", "(40",
  ]

  private static func content(seed: UInt64, rows: Int) -> GraphContent {
    var random = SeededGenerator(seed: seed)
    func phrase(_ length: Int) -> String {
      (0..<length).map { _ in words[random.below(words.count)] }.joined(separator: " ")
    }
    var content = GraphContent()
    content.entities = Set((0..<30).map { _ in phrase(1 + random.below(2)) }).sorted().map {
      GraphContent.Entity(name: $0, type: "Thing")
    }
    content.entities.append(.nothing)
    content.predicates = (0..<5).map { GraphContent.Predicate(name: "predicate \($0)") }
    content.documents = (0..<20).map { number in
      var text = ""
      var sentences: [Range<UInt32>] = []
      for _ in 0...random.below(20) {
        let start = UInt32(text.utf8.count)
        text += phrase(random.below(25))
        sentences.append(start..<UInt32(text.utf8.count))
        text += " "
      }
      return GraphContent.Document(id: "\(number)", text: Array(text.utf8), sentences: sentences)
    }
    for _ in 0..<rows { content.statements.append(statement(in: content, &random)) }
    return content
  }

  private static func statement(in content: GraphContent, _ random: inout SeededGenerator) -> GraphContent.Statement {
    let document = random.below(content.documents.count)
    let text = content.documents[document].text
    let sentence = random.below(content.documents[document].sentences.count)
    let bounds = content.documents[document].sentences[sentence]
    let subject = random.below(content.entities.count)
    let object = random.below(content.entities.count)
    func at(_ entity: Int?) -> Range<UInt32> {
      let name = Array((entity.map { content.entities[$0].name } ?? words[random.below(words.count)]).utf8)
      let places = text.indices.filter { place in
        bounds ~= UInt32(place) && text[place...].starts(with: name)
      }
      if let place = places.randomElement(using: &random) { return UInt32(place)..<UInt32(place + name.count) }
      let ends = [0, 0].map { _ in UInt32(random.below(text.count + 1)) }.sorted()
      return random.chance(20) ? ends[0]..<ends[1] : bounds
    }
    var evidence = GraphContent.Evidence(
      document: document, sentence: sentence, subject: at(subject), predicate: at(nil), object: at(object),
      rules: ["rule \(random.chance(90) ? random.below(4) : random.below(900))"], confidence: UInt8(random.below(101)))
    if random.chance(20) { evidence.predicate = evidence.subject }
    if random.chance(20) { evidence.predicate = evidence.object }
    if random.chance(30) { evidence.quantity = random.chance(50) ? content.entities[object].name : "40" }
    if random.chance(30) { evidence.time = "2025-0\(1 + random.below(9))" }
    if random.chance(10) { evidence.place = "Oslo" }
    if random.chance(90) { evidence.event = random.below(5) }
    if random.chance(30) { evidence.office = "office \(random.chance(90) ? random.below(9) : random.below(900))" }
    if random.chance(30) { evidence.wording = "verb \(random.chance(90) ? random.below(9) : random.below(900))" }
    if random.chance(30) { evidence.adjuncts = (0..<random.below(4)).map { _ in at(nil) } }
    if content.entities[object].name.isEmpty, random.chance(80) {
      evidence.object = evidence.predicate.upperBound..<evidence.predicate.upperBound
    }
    return GraphContent.Statement(
      subject: subject, predicate: random.below(content.predicates.count), object: object,
      evidence: random.chance(90) ? evidence : nil)
  }

  @Test(arguments: [(1, 1), (2, 63), (3, 64), (4, 65), (5, 4_000), (6, 400), (7, 400)] as [(UInt64, Int)])
  func everyRowComesBack(seed: UInt64, rows: Int) throws {
    let content = Self.content(seed: seed, rows: rows)
    let file = try GraphFile(bytes: GraphWriter.bytes(of: content))
    try file.check()
    expectSameAnswers(file, try MemoryGraph(content), seed: seed)
  }

  /// A sentence may be as long as a text: only its beginning is searched for names.
  @Test func aVeryLongSentence() throws {
    var content = GraphContent()
    content.entities = [.init(name: "end", type: "Thing"), .init(name: "word", type: "Thing")]
    content.predicates = [.init(name: "follow")]
    let text = Array(String(repeating: "word ", count: 50_000).utf8) + Array("end".utf8)
    content.documents = [.init(id: "long", text: text, sentences: [0..<UInt32(text.count)])]
    content.statements = (0..<40).map { number in
      let place = UInt32(number * 5_000)
      return GraphContent.Statement(
        subject: 0, predicate: 0, object: 1,
        evidence: .init(
          document: 0, sentence: 0, subject: UInt32(text.count - 3)..<UInt32(text.count), predicate: place..<place + 9,
          object: place..<place + 4))
    }
    expectSameAnswers(
      try GraphFile(bytes: GraphWriter.bytes(of: content)), try MemoryGraph(content), seed: 0)
  }

  /// Only what evidence says is forged, with right checksums: nothing may trap or hang.
  @Test(arguments: 0..<3 as Range<UInt64>)
  func forgedEvidenceNeverTraps(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let content = Self.content(seed: seed, rows: 200)
    let bytes = try GraphWriter.bytes(of: content)
    let section = try #require(StoreForgery.sections(of: bytes).first { $0.name == "EVIDENCE" })
    for _ in 0..<60 {
      var forged = bytes
      for _ in 0...random.below(4) {
        forged[section.range.lowerBound + random.below(section.range.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      StoreForgery.repairChecksums(&forged)
      _ = CorruptStoreTests.outcome(of: forged, expecting: content)
    }
  }
}
