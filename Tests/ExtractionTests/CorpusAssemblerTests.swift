import Bytes
import Glibc
import GraphModel
import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

/// Documents are joined to one graph, whatever their order and the memory, and whether in one run or in parts.
@Suite struct CorpusAssemblerTests {
  private static let extractor = Result { Extractor(schema: try Schema.embedded()) }

  /// What some documents say: random ones, of which some have texts with the same names.
  private func extractions(_ count: Int, _ generator: inout SeededGenerator) throws -> [DocumentExtraction] {
    try (0..<count).map { number in
      var document = try RandomParse.document(&generator)
      document.metadata.id = "document \(number)"
      document.metadata.date = generator.chance(50) ? "2025-03-0\(1 + generator.below(9))" : nil
      return try Self.extractor.get().extract(document)
    }
  }

  private func graph(_ extractions: [DocumentExtraction], memory: Int) throws -> GraphContent {
    let assembler = try Self.extractor.get().assembler(folder: "/tmp", memory: memory)
    for extraction in extractions { try assembler.add(extraction) }
    var parts: [GraphContent] = []
    _ = try assembler.assemble { parts.append($0) }
    return try GraphContent.union(parts)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func orderAndMemoryDoNotMatter(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let extractions = try extractions(40, &generator)
    let expected = try GraphContent.union([try Self.extractor.get().assemble(extractions)])
    #expect(expected.statements.count > 40, "seed \(seed)")
    for memory in [1 << 10, 1 << 17, 1 << 30] {
      let shuffled = extractions.shuffled(using: &generator)
      #expect(try graph(shuffled, memory: memory) == expected, "seed \(seed), \(memory) bytes")
    }
  }

  @Test(arguments: [5, 6, 7] as [UInt64])
  func whatADocumentSaysIsReadAsItWasWritten(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for extraction in try extractions(30, &generator) {
      let bytes = ExtractionWriter.bytes(of: extraction)
      #expect(ExtractionReader.extraction(bytes) == extraction, "seed \(seed)")
      for _ in 0..<20 {
        var damaged = bytes
        damaged[generator.below(damaged.count)] = UInt8(generator.below(256))
        if generator.chance(30) { damaged.removeLast(generator.below(damaged.count)) }
        guard let read = ExtractionReader.extraction(damaged) else { continue }
        // What is taken for sound can be joined.
        _ = try Self.extractor.get().assemble([read])
      }
    }
  }

  @Test func partsGiveTheGraphOfAll() throws {
    var generator = SeededGenerator(seed: 8)
    let extractions = try extractions(24, &generator)
    let expected = try GraphContent.union([try Self.extractor.get().assemble(extractions)])
    let folder = try TemporaryFolder()
    let maker = [UInt8](0..<16)
    for count in [1, 2, 7] {
      let joined = try Self.extractor.get().assembler(folder: "/tmp", memory: 1 << 20)
      for part in 0..<count {
        let assembler = try Self.extractor.get().assembler(folder: "/tmp", memory: 1 << 12)
        for number in stride(from: part, to: extractions.count, by: count) { try assembler.add(extractions[number]) }
        let path = folder.file("\(count)-\(part).part")
        try assembler.write(to: path, maker: maker, inPlaceOf: .nothing)
        let file = try ExtractionFile(path: path)
        #expect(try file.maker == maker && ExtractionFile.isOne(path))
        try file.forEach { try joined.add($0) }
      }
      var parts: [GraphContent] = []
      _ = try joined.assemble { parts.append($0) }
      #expect(try GraphContent.union(parts) == expected, "\(count) parts")
    }
  }

  @Test func aPartThatIsDamagedOrNotWholeIsRefused() throws {
    var generator = SeededGenerator(seed: 9)
    let folder = try TemporaryFolder()
    let path = folder.file("x.part")
    let assembler = try Self.extractor.get().assembler(folder: "/tmp", memory: 1 << 20)
    for extraction in try extractions(5, &generator) { try assembler.add(extraction) }
    try assembler.write(to: path, maker: [UInt8](repeating: 7, count: 16), inPlaceOf: .nothing)
    let bytes = try MappedFile(path: path).bytes.array()
    for length in [0, 7, 20, 31, 32, 100, bytes.count - 16, bytes.count - 1] {
      try AtomicFile.replace(path, with: Array(bytes.prefix(length)))
      #expect(throws: BytesError.self, "\(length) bytes") { try ExtractionFile(path: path).forEach { _ in } }
    }
    for _ in 0..<50 {
      var damaged = bytes
      damaged[generator.below(damaged.count)] ^= 1 << UInt8(generator.below(8))
      try AtomicFile.replace(path, with: damaged)
      #expect(throws: BytesError.self) { try ExtractionFile(path: path).forEach { _ in } }
    }
  }

  /// Wherever a run was ended, the next one has what was whole, and only for documents that are as they were.
  @Test func aJournalIsTakenAsFarAsItIsWhole() throws {
    var generator = SeededGenerator(seed: 11)
    let folder = try TemporaryFolder()
    let path = folder.file("x.journal")
    let maker = [UInt8](repeating: 3, count: 16)
    let documents = try (0..<6).map { number in
      var document = try RandomParse.document(&generator)
      document.metadata.id = "d\(number)"
      return document
    }
    let extractions = try documents.map { try Self.extractor.get().extract($0) }
    var journal = try #require(try ExtractionJournal(path: path, maker: maker))
    #expect(journal.count == 0)
    for (document, extraction) in zip(documents, extractions) { try journal.append(extraction, of: document) }
    try journal.flush()
    let bytes = try MappedFile(path: path).bytes.array()
    for _ in 0..<40 {
      let length = 32 + generator.below(bytes.count - 31)
      try AtomicFile.replace(path, with: Array(bytes.prefix(length)))
      var again = try #require(try ExtractionJournal(path: path, maker: maker))
      for (number, document) in documents.enumerated() {
        let isThere = number < again.count
        #expect(again.extraction(of: document) == (isThere ? extractions[number] : nil))
        if !isThere { try again.append(extractions[number], of: document) }
      }
      try again.flush()
      #expect(try MappedFile(path: path).bytes.array() == bytes)
    }
    let whole = try #require(try ExtractionJournal(path: path, maker: maker))
    var changed = documents[0]
    changed.metadata.date = "1999-01-01"
    #expect(whole.count == 6 && whole.extraction(of: changed) == nil)
    #expect(try ExtractionJournal(path: path, maker: [UInt8](repeating: 4, count: 16)) == nil)
    try AtomicFile.replace(path, with: Array("a text that somebody wrote".utf8))
    #expect(throws: BytesError.self) { try ExtractionJournal(path: path, maker: maker) }
  }

  @Test func aTextCountsOnceByItsFirstIDAndAnIDHasOneText() throws {
    var generator = SeededGenerator(seed: 10)
    var extractions = try extractions(2, &generator)
    var copy = extractions[0]
    copy.metadata.id = "a"
    extractions.append(copy)
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 0, 1, 2]] {
      let content = try graph(order.map { extractions[$0] }, memory: 1 << 20)
      #expect(content.documents.map(\.id) == ["a", "document 1"], "\(order)")
    }
    var other = extractions[1]
    other.metadata.id = "a"
    #expect(throws: ContentError.conflictingDocuments(id: "a")) {
      try graph([copy, other], memory: 1 << 20)
    }
  }

  @Test func capitalsOfHeadingsNameNoNode() throws {
    func names(_ forms: [String]) throws -> [String] {
      let extractions = try forms.enumerated().map { number, form in
        let noun = "\(form)=\(form.lowercased())/NOUN:NN/3/nsubj"
        let text = "The/DET/2/det \(noun) saw=see/VERB:VBD/0/root Russia/PROPN/3/obj/B-GPE"
        var document = try Referents.document(text, id: "document \(number)")
        document.metadata.source = "source \(number)"
        return try Self.extractor.get().extract(document)
      }
      return try graph(extractions, memory: 1 << 20).entities.map(\.name).filter { $0 != "Russia" && !$0.isEmpty }
    }
    #expect(try names(["MAN", "MAN", "MAN", "man"]) == ["man"])
    let rarelySmall = try names(Array(repeating: "MAN", count: 6) + ["man"])
    #expect(rarelySmall == ["MAN"], "as AI is, with a slip now and then")
  }
}
