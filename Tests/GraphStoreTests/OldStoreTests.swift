import GraphStore
import Testing

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

  /// As long as version 1 is the newest, writing the same content gives the same file but for the packed texts.
  @Test(.enabled(if: GraphFile.version == 1))
  func versionOneIsStillWritten() throws {
    let written = try GraphFile(bytes: GraphWriter.bytes(of: VersionOneStore.content))
    #expect(try written.id == GraphFile(path: Self.path("version-1.tercet")).id)
  }
}
