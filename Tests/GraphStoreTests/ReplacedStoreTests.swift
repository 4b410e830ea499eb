import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// Each step that changes a store leaves one alone that another program put there, wrote into or cut short meanwhile.
@Suite struct ReplacedStoreTests {
  private static let steps: [(name: String, step: @Sendable (StoredGraph, String) throws -> Void)] = [
    ("add", { try $0.add(RandomGraph.content(seed: 5, size: 9), to: $1) }),
    ("remove", { try $0.remove([DocumentID(0)], from: $1) }),
    ("merge", { _ = try $0.merge(EntityID(0), into: EntityID(1), at: $1) }),
    ("undo", { _ = try $0.undo(at: $1) }),
    ("replace", { try GraphWriter.write(GraphContent(of: $0), to: $1, inPlaceOf: $0.replaced) }),
  ]
  private static let other = try? GraphWriter.bytes(of: RandomGraph.content(seed: 4, size: 60))

  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("g.tercet")
    try GraphWriter.write(RandomGraph.content(seed: 3, size: 20), to: path)
  }

  private func expectUnchanged(_ graph: StoredGraph, _ name: String, step: (StoredGraph, String) throws -> Void) throws
  {
    let bytes = try MappedFile(path: path).bytes.array()
    #expect(throws: StoreError.file(.changed(path: path)), "\(name)") { try step(graph, path) }
    #expect(try MappedFile(path: path).bytes.array() == bytes, "\(name)")
    #expect(folder.names() == ["g.tercet"])
  }

  @Test(arguments: steps.indices)
  func anotherStoreStays(number: Int) throws {
    let (name, step) = Self.steps[number]
    let other = try #require(Self.other)
    _ = try StoredGraph(path: path).merge(EntityID(2), into: EntityID(3), at: path)
    let graph = try StoredGraph(path: path)
    try AtomicFile.replace(path, with: other)
    try expectUnchanged(graph, name, step: step)
  }

  @Test(arguments: steps.indices)
  func aStoreThatIsCutShortGetsNoHole(number: Int) throws {
    let (name, step) = Self.steps[number]
    _ = try StoredGraph(path: path).merge(EntityID(2), into: EntityID(3), at: path)
    let graph = try StoredGraph(path: path)
    // Its size alone: what is mapped must stay to be read.
    _ = try ProcessRun("/usr/bin/truncate", ["-s", "\(graph.byteCount - 1)", path])
    try expectUnchanged(graph, name, step: step)
  }

  @Test func whatIsMadeOfManyChangesOrOfAnOldStoreReplacesNoOther() throws {
    let other = try #require(Self.other)
    let all = try RandomGraph.content(seed: 21, size: 40).normalized()
    for number in 0...32 {
      var part = all
      part.statements = Array(all.statements.prefix(number))
      if number == 0 { try GraphWriter.write(part, to: path) }
      try StoredGraph(path: path).add(part, to: path)
    }
    let many = try StoredGraph(path: path)
    #expect(many.changeCount == 32)
    try AtomicFile.replace(path, with: other)
    try expectUnchanged(many, "many") { try $0.add(all, to: $1) }
    try AtomicFile.replace(path, with: MappedFile(path: OldStoreTests.path("version-1.tercet")).bytes.array())
    let old = try StoredGraph(path: path)
    try AtomicFile.replace(path, with: other)
    try expectUnchanged(old, "old") { try $0.add(RandomGraph.content(seed: 5, size: 9), to: $1) }
  }

  @Test func theRightToChangeIsThatOfTheFileThatIsRead() throws {
    let (lock, graph) = try StoredGraph.opened(toChange: path)
    let file = try #require(graph.file)
    #expect(lock.isOf(file))
    #expect(throws: StoreError.file(.busy(path: path))) { try StoredGraph.opened(toChange: path) }
  }
}
