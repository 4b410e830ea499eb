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

  /// As long as version 2 is the newest, writing the same content gives the same file but for what is packed.
  @Test(.enabled(if: StoreFormat.version == 2))
  func versionTwoIsStillWritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("g.tercet")
    try GraphWriter.write(VersionTwoStore.content, to: path)
    try StoredGraph(path: path).add(VersionTwoStore.addition, to: path)
    let golden = try StoredGraph(path: Self.path("version-2.tercet"))
    let written = try StoredGraph(path: path)
    #expect(written.base.id == golden.base.id)
    #expect(written.journal.changes == golden.journal.changes)
  }
}
