import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

@Suite struct OldStoreTests {
  /// Tests/Golden/stores of this checkout.
  static func path(_ name: String) -> String {
    let tests = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    return "\(tests)/Golden/stores/\(name)"
  }

  @Test func versionOneOpens() throws {
    let file = try GraphFile(path: Self.path("version-1.tercet"))
    #expect(file.formatVersion == 1)
    expectSameAnswers(file, try MemoryGraph(VersionOneStore.content), seed: 0)
    try file.check()
    #expect(file.name(of: EntityID(1)) == "Ada Núñez")
    #expect(file.entities(named: "Okoye").map { file.name(of: $0) } == ["bank", "Boris Okoye"])
    #expect(file.sentence(0, of: DocumentID(0)) == "Brussels, 3 April.")
  }

  @Test func versionTwoOpens() throws {
    let file = try StoredGraph(path: Self.path("version-2.tercet"))
    #expect(file.base.formatVersion == 2 && file.changeCount == 1)
    let content = try GraphContent.union([VersionTwoStore.content, VersionTwoStore.addition])
    expectSameAnswers(file, try MemoryGraph(content), seed: 0)
    try file.check()
  }

  /// One that was written before there were stories, and one with them.
  @Test(arguments: [("version-3.tercet", false), ("version-3-stories.tercet", true)])
  func versionThreeOpens(name: String, hasStories: Bool) throws {
    let file = try StoredGraph(path: Self.path(name))
    #expect(file.base.formatVersion == 3 && file.changeCount == 1 && (file.base.stories != nil) == hasStories)
    let content = try GraphContent.union([VersionThreeStore.content, VersionThreeStore.addition])
    expectSameAnswers(file, try MemoryGraph(content), seed: 0)
    try file.check()
  }

  @Test func versionFourOpens() throws {
    let file = try StoredGraph(path: Self.path("version-4.tercet"))
    #expect(file.base.formatVersion == 4 && file.changeCount == 1 && file.base.stories != nil)
    let content = try GraphContent.union([VersionThreeStore.content, VersionThreeStore.addition])
    expectSameAnswers(file, try MemoryGraph(content), seed: 0)
    try file.check()
  }

  /// As long as version 4 is the newest, writing the same content gives the same file but for what is packed.
  @Test(.enabled(if: StoreFormat.version == 4))
  func versionFourIsStillWritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("g.tercet")
    try GraphWriter.write(VersionThreeStore.content, to: path)
    try StoredGraph(path: path).add(VersionThreeStore.addition, to: path)
    let golden = try StoredGraph(path: Self.path("version-4.tercet"))
    let written = try StoredGraph(path: path)
    #expect(written.base.id == golden.base.id)
    #expect(written.journal.changes == golden.journal.changes)
  }

  /// Changes of the new form are not put behind a store of an older version, whose readers would not know them: it is
  /// written anew, with the changes behind it.
  @Test(arguments: ["version-2.tercet", "version-3.tercet", "version-3-stories.tercet"])
  func aChangeRaisesTheVersion(name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("g.tercet")
    try AtomicFile.replace(path, with: [UInt8](try MappedFile(path: Self.path(name)).bytes.array()))
    var addition = VersionThreeStore.content
    if name != "version-2.tercet" {
      addition = GraphContent()
      addition.documents = [.init(id: "last", text: Array("It rained.".utf8), sentences: [0..<10])]
    }
    try StoredGraph(path: path).add(addition, to: path)
    let graph = try StoredGraph(path: path)
    #expect(graph.base.formatVersion == StoreFormat.version && graph.changeCount == 0)
    let old =
      name == "version-2.tercet"
      ? [VersionTwoStore.content, VersionTwoStore.addition] : [VersionThreeStore.content, VersionThreeStore.addition]
    expectSameAnswers(graph, try MemoryGraph(try GraphContent.union(old + [addition])), seed: 0)
    try graph.check()
  }
}
