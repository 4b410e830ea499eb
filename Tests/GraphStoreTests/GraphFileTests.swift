import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct GraphFileTests {
  @Test(arguments: zip(0..<14 as Range<UInt64>, [0, 1, 2, 3, 5, 8, 12, 16, 17, 25, 40, 60, 90, 130]))
  func answersAsTheOracle(seed: UInt64, size: Int) throws {
    let content = RandomGraph.content(seed: seed, size: size)
    let file = try GraphFile(bytes: GraphWriter.bytes(of: content))
    expectSameAnswers(file, try MemoryGraph(content), seed: seed)
    #expect(file.edgeCount > size || size < 2)
    #expect(file.damage == nil)
    try file.check()
  }

  @Test(arguments: 20..<28 as Range<UInt64>)
  func orderAndRepetitionDoNotMatter(seed: UInt64) throws {
    let content = RandomGraph.content(seed: seed, size: 30)
    let bytes = try GraphWriter.bytes(of: content)
    for other in 1...3 as ClosedRange<UInt64> {
      #expect(try GraphWriter.bytes(of: RandomGraph.shuffled(content, seed: other)) == bytes, "seed \(seed) \(other)")
    }
  }

  @Test(arguments: 30..<36 as Range<UInt64>)
  func readingBackAndWritingAgainGivesTheSameBytes(seed: UInt64) throws {
    let content = RandomGraph.content(seed: seed, size: 40)
    let bytes = try GraphWriter.bytes(of: content)
    #expect(try GraphWriter.bytes(of: GraphContent(of: GraphFile(bytes: bytes))) == bytes)
    #expect(try GraphWriter.bytes(of: GraphContent(of: MemoryGraph(content))) == bytes)
  }

  @Test func theIdDependsOnTheContent() throws {
    var content = RandomGraph.content(seed: 1, size: 10)
    let first = try GraphFile(bytes: GraphWriter.bytes(of: content)).id
    content.documents[0].text.append(UInt8(ascii: "x"))
    let second = try GraphFile(bytes: GraphWriter.bytes(of: content)).id
    #expect(first.count == 16 && first != second)
  }

  @Test func theEmptyGraph() throws {
    let file = try GraphFile(bytes: GraphWriter.bytes(of: GraphContent()))
    #expect(file.entityCount == 0 && file.edgeCount == 0 && file.evidenceCount == 0)
    #expect(file.entities(named: "x").isEmpty && file.entities(matching: "", limit: 10).entities.isEmpty)
    try file.check()
  }

  @Test func sectionsAddUp() throws {
    let bytes = try GraphWriter.bytes(of: RandomGraph.content(seed: 2, size: 50))
    let file = try GraphFile(bytes: bytes)
    #expect(file.byteCount == bytes.count && file.formatVersion == StoreFormat.version)
    #expect(file.sections.map(\.name).contains("FORWARD"))
    let sum = file.sections.reduce(0) { $0 + $1.bytes }
    #expect(sum <= bytes.count && sum > bytes.count - 64 * (file.sections.count + 10))
  }

  @Test func writesAndOpensAFile() throws {
    let folder = try TemporaryFolder()
    let content = RandomGraph.content(seed: 3, size: 20)
    try GraphWriter.write(content, to: folder.file("g.tercet"))
    expectSameAnswers(try GraphFile(path: folder.file("g.tercet")), try MemoryGraph(content), seed: 3)
    #expect(folder.names() == ["g.tercet"])
  }

  @Test func severalThreadsReadOneStore() async throws {
    let content = RandomGraph.content(seed: 4, size: 40)
    let file = try GraphFile(bytes: GraphWriter.bytes(of: content))
    let expected = try GraphContent(of: MemoryGraph(content))
    let all = await withTaskGroup(of: GraphContent.self) { group in
      for _ in 0..<4 { group.addTask { GraphContent(of: file) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.allSatisfy { $0 == expected })
    #expect(file.damage == nil)
  }
}
