import Testing

struct SizeTests {
  private static func files(_ count: Int, in folder: String) -> [SourceFile] {
    (0..<count).map { SourceFile(path: "\(folder)/F\($0).swift", text: "") }
  }

  @Test func longFileIsFound() {
    let line = "let x = 1\n"
    let most = SourceFile(path: "Sources/A/A.swift", text: String(repeating: line, count: 400))
    let more = SourceFile(path: "Sources/A/B.swift", text: String(repeating: line, count: 401))
    #expect(SizeWall.longFiles([most, more]).map(\.path) == ["Sources/A/B.swift"])
  }

  @Test func crowdedFolderIsFound() {
    func crowded(_ files: [SourceFile]) -> [String] { SizeWall.crowdedFolders(files).map(\.path) }
    #expect(crowded(Self.files(12, in: "Sources/A")) == [])
    #expect(crowded(Self.files(13, in: "Sources/A")) == ["Sources/A"])
    #expect(crowded(Self.files(30, in: "Sources/A/B") + Self.files(30, in: "Tests/ATests")) == [])
    #expect(crowded(Self.files(31, in: "Sources/A/B") + Self.files(31, in: "Tests/ATests")).count == 2)
    #expect(crowded(Self.files(13, in: "Sources/A/B") + Self.files(1, in: "Sources/A/B/C")) == ["Sources/A/B"])
  }

  @Test func wideLineIsFound() {
    let wide = "a " + String(repeating: "ü", count: 118)
    #expect(SizeWall.wideLines(path: "A.md", "\(wide)\n| \(wide)b |\n\(wide)b\n").map(\.line) == [3])
  }

  @Test func filesOfTheTreeAreShort() { expectNone(SizeWall.longFiles(SourceTree.files)) }

  @Test func foldersOfTheTreeAreUncrowded() {
    expectNone(Allowance("crowded-folders.txt").remaining(SizeWall.crowdedFolders(SourceTree.files)))
  }

  @Test func linesOfTheTreeAreReadable() {
    let pages = SourceTree.pages.flatMap { SizeWall.wideLines(path: $0.path, $0.text) }
    let sources = SourceTree.sources.flatMap { SizeWall.wideLines(path: $0.path, $0.text) }
    expectNone(Allowance("wide-lines.txt").remaining(pages + sources))
  }
}
