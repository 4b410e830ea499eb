import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// Changes behind a store, in its file.
@Suite struct StoredGraphTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func bytes(_ path: String) throws -> [UInt8] { try MappedFile(path: path).bytes.array() }

  /// Three contents with the same documents, each with some of the statements.
  static func parts(seed: UInt64, size: Int) -> [GraphContent] {
    let all = RandomGraph.content(seed: seed, size: size)
    return (0..<3).map { part in
      var content = all
      content.statements = all.statements.enumerated().filter { $0.offset % 3 == part }.map(\.element)
      return content
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func changesComeBack(seed: UInt64) throws {
    let parts = Self.parts(seed: seed, size: 10 + Int(seed) * 3)
    let graph = try GraphFile(bytes: GraphWriter.bytes(of: parts[0]))
    var all = GraphChange()
    for change in [
      try GraphChange(adding: parts[1], to: graph),
      GraphChange(removing: Set([DocumentID(0)].prefix(graph.documentCount)), from: graph),
    ] {
      let read = try #require(change.readAgain, "seed \(seed)")
      #expect(read == change, "seed \(seed)")
      all.append(change)
    }
    #expect(all.readAgain == all, "seed \(seed)")
  }

  @Test func additionsAreTheUnion() throws {
    let path = folder.file("g.tercet")
    let parts = Self.parts(seed: 11, size: 30)
    try GraphWriter.write(parts[0], to: path)
    let first = try StoredGraph(path: path)
    for part in parts.dropFirst() { try StoredGraph(path: path).add(part, to: path) }
    let all = try StoredGraph(path: path)
    let length = try Self.bytes(path).count
    #expect(all.changeCount == 2 && all.byteCount == length)
    expectSameAnswers(all, try MemoryGraph(GraphContent.union(parts)), seed: 11)
    try all.check()
    // Who has it open sees what was there.
    expectSameAnswers(first, try MemoryGraph(parts[0]), seed: 11)
    let before = try Self.bytes(path)
    try all.add(parts[1], to: path)
    #expect(try Self.bytes(path) == before, "what is known changes nothing")
  }

  @Test func manyChangesBecomeOne() throws {
    let path = folder.file("g.tercet")
    let all = try RandomGraph.content(seed: 21, size: 40).normalized()
    var first = all
    first.statements = []
    try GraphWriter.write(first, to: path)
    let reader = try StoredGraph(path: path)
    let step = max(all.statements.count / 70, 1)
    var most = 0
    for start in stride(from: 0, to: all.statements.count, by: step) {
      var part = all
      part.statements = Array(all.statements[start..<min(start + step, all.statements.count)])
      let graph = try StoredGraph(path: path)
      try graph.add(part, to: path)
      most = max(most, graph.changeCount)
    }
    let graph = try StoredGraph(path: path)
    #expect(most == 32 && graph.changeCount < 32)
    expectSameAnswers(graph, try MemoryGraph(all), seed: 21)
    #expect(reader.edgeCount == 0)
    // What was made one is taken back as far as words tell, not as a whole.
    let decision = try graph.merge(EntityID(0), into: EntityID(1), at: path)
    for _ in 0..<40 {
      let now = try StoredGraph(path: path)
      try now.add(Self.parts(seed: UInt64(now.changeCount), size: 4)[0], to: path)
    }
    let edges = try StoredGraph(path: path).edgeCount
    #expect(try StoredGraph(path: path).undo(at: path) != nil)
    #expect(try StoredGraph(path: path).edgeCount >= edges - 60 && decision.serial > 0)
  }

  @Test func whatIsCutWasNotCommitted() throws {
    let path = folder.file("g.tercet")
    let parts = Self.parts(seed: 12, size: 10)
    try GraphWriter.write(parts[0], to: path)
    var ends = [try Self.bytes(path).count]
    for part in parts.dropFirst() {
      try StoredGraph(path: path).add(part, to: path)
      ends.append(try Self.bytes(path).count)
    }
    let whole = try Self.bytes(path)
    for length in ends[0]...whole.count {
      let graph = try StoredGraph(bytes: Array(whole[..<length]))
      #expect(graph.changeCount == ends.dropFirst().count { $0 <= length }, "length \(length)")
      #expect((graph.uncommittedBytes == 0) == ends.contains(length), "length \(length)")
      // A file may have grown before its bytes reached the disk.
      let grown = try StoredGraph(bytes: Array(whole[..<length]) + [UInt8](repeating: 0, count: 100))
      if ends.contains(length) { #expect(grown.changeCount == graph.changeCount, "length \(length)") }
    }
    // The next writer takes the place of what was cut.
    try AtomicFile.replace(path, with: Array(whole[..<(ends[2] - 5)]))
    try StoredGraph(path: path).add(parts[2], to: path)
    #expect(try Self.bytes(path) == whole)
  }

  @Test func everyFlippedByteOfACommittedChangeIsNoticed() throws {
    let path = folder.file("g.tercet")
    let parts = Self.parts(seed: 13, size: 10)
    try GraphWriter.write(parts[0], to: path)
    let start = try Self.bytes(path).count
    for part in parts.dropFirst() { try StoredGraph(path: path).add(part, to: path) }
    let whole = try Self.bytes(path)
    for at in start..<whole.count {
      for mask in [1 << UInt8(at % 8), 0xFF] as [UInt8] {
        var damaged = whole
        damaged[at] ^= mask
        #expect(throws: StoreError.self, "byte \(at)") { try StoredGraph(bytes: damaged) }
      }
    }
  }

  @Test func aStoreOfVersionOneIsWrittenAnew() throws {
    let path = folder.file("old.tercet")
    try AtomicFile.replace(path, with: Self.bytes(OldStoreTests.path("version-1.tercet")))
    let addition = RandomGraph.content(seed: 3, size: 8)
    try StoredGraph(path: path).add(addition, to: path)
    let graph = try StoredGraph(path: path)
    #expect(graph.changeCount == 0 && graph.base.formatVersion == StoreFormat.version)
    expectSameAnswers(
      graph, try MemoryGraph(GraphContent.union([VersionOneStore.content, addition])), seed: 3)
  }
}
