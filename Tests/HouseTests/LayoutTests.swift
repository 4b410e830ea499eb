import Testing

struct LayoutTests {
  private static let layout = Layout(
    """
    # made up
    system Glibc
    module Low
      imports CLow
      folders A < B, C < .
    module High
      imports Low, Store in Open Write
      folders . < X
    """)

  private static func source(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, text: text) }

  private static func folders(_ files: [SourceFile]) -> [String] {
    let rest = [
      source("Sources/Low/A/A.swift", ""), source("Sources/Low/B/B.swift", ""), source("Sources/Low/C/C.swift", ""),
      source("Sources/Low/Low.swift", ""), source("Sources/High/High.swift", ""), source("Sources/High/X/X.swift", ""),
    ]
    return FolderWall(layout: layout, files: files + rest).findings().map(\.description)
  }

  @Test func readsLayout() {
    #expect(Self.layout.mistakes.isEmpty)
    #expect(Self.layout["Low"]?.levels == ["A": 0, "B": 1, "C": 1, ".": 2])
    #expect(Self.layout["High"]?.guarded == ["Store": ["Open", "Write"]])
    #expect(Layout("folders A < B").mistakes.count == 1)
    #expect(Layout("module A\nmodule A\nmodules B").mistakes.count == 2)
  }

  @Test func folderThatPointsUpIsFound() throws {
    let high = Self.source("Sources/Low/C/Tree.swift", "struct Tree {}\nprivate struct Hidden {}")
    let up = Self.source("Sources/Low/A/Leaf.swift", "struct Leaf {\n  let tree: Tree\n}")
    let found = Self.folders([high, up])
    #expect(found.count == 1)
    #expect(try #require(found.first).hasPrefix("Sources/Low/A/Leaf.swift:2: A uses Tree of C"))
  }

  @Test func foldersOfOneLevelDoNotUseEachOther() {
    let high = Self.source("Sources/Low/C/Tree.swift", "public enum Tree {}")
    #expect(Self.folders([high, Self.source("Sources/Low/B/Leaf.swift", "extension Tree {}")]).count == 1)
  }

  @Test func whatNamesNoTypeIsNoUse() {
    let high = Self.source("Sources/Low/C/Tree.swift", "struct Tree { struct Branch {} }\nprivate struct Hidden {}")
    let down = Self.source("Sources/Low/Top.swift", "let x = Tree()")
    let other = Self.source(
      "Sources/Low/A/Leaf.swift",
      #"// Tree\#nlet a = "Tree", b = Kind.Tree, c: Hidden, d: Branch\#nprivate struct Nest { struct Own {} }"#)
    let shadow = Self.source("Sources/Low/A/Nest.swift", "struct Nest { enum Tree {}; let tree: Tree }")
    #expect(Self.folders([high, down, other, shadow]) == [])
    #expect(Self.folders([high, Self.source("Sources/Low/A/L.swift", #"let a = "\(Low.Tree())""#)]).count == 1)
  }

  @Test func functionsAndAddedMembersAreUses() {
    let high = Self.source(
      "Sources/Low/C/Text.swift",
      """
      extension String { var folded: String { self }; var cut: Int { 1 }; private var hidden: Int { 1 } }
      extension [UInt8] { func glyph(at: Int) -> Int { 1 } }
      func order(_ a: Int) -> Int { 1 }
      """)
    let low = Self.source("Sources/Low/A/Own.swift", "struct Own { var cut: Int; enum E { case order } }")
    func found(_ text: String) -> Int { Self.folders([high, low, Self.source("Sources/Low/A/L.swift", text)]).count }
    #expect(found("let a = b.folded") == 1)
    #expect(found("let a = bytes.glyph(at: 1)") == 1)
    #expect(found("let a = order(1)") == 1)
    #expect(found("struct S { private func order(_ a: Int) {}; func b() { order(1) } }") == 0)
    #expect(found("let a = own.cut + folded + x.hidden + E.order + order") == 0)
  }

  @Test func unknownFoldersAndModulesAreFound() {
    #expect(Self.folders([Self.source("Sources/Low/D/D.swift", "")]).count == 1)
    #expect(Self.folders([Self.source("Sources/New/D/D.swift", "")]).count == 1)
    #expect(FolderWall(layout: Self.layout, files: [Self.source("Sources/Low/A/A.swift", "")]).findings().count == 4)
  }

  @Test func importsThatLayoutLacksAreFound() {
    func findings(_ path: String, _ text: String) -> [String] {
      ModuleWall(layout: Self.layout, files: [Self.source(path, text)]).findings().map(\.description)
    }
    #expect(findings("Sources/High/A.swift", "public import Low\nimport Glibc") == [])
    #expect(findings("Sources/High/A.swift", "\ninternal import Query")[0].hasPrefix("Sources/High/A.swift:2: "))
    #expect(findings("Sources/Low/A/A.swift", "import High").count == 1)
    #expect(findings("Sources/High/Open/A.swift", "import Store") == [])
    #expect(findings("Sources/High/X/A.swift", "import Store").count == 1)
    let upward = Layout("module A\n imports B\nmodule B")
    #expect(ModuleWall(layout: upward, files: []).findings().count == 1)
  }

  @Test func homonymsAreFound() {
    let files = [
      Self.source("Sources/Low/A.swift", "struct Date {}\nstruct Own { enum Kind {} }"),
      Self.source("Sources/High/B.swift", "\nenum Date {}\nprivate struct Own {}\nstruct Other { enum Kind {} }"),
    ]
    let found = HomonymWall(files: files).findings()
    #expect(found.map(\.key) == ["Date"])
    #expect(found.first?.description.hasPrefix("Sources/High/B.swift:2: ") == true)
  }

  @Test func foldersOfTheTreePointDown() {
    expectNone(FolderWall(layout: Self.committed, files: SourceTree.sources).findings())
  }

  @Test func modulesOfTheTreeImportWhatTheyMay() {
    expectNone(ModuleWall(layout: Self.committed, files: SourceTree.sources).findings())
  }

  @Test func namesOfTheTreeMeanOneThing() {
    expectNone(Allowance("homonyms.txt").remaining(HomonymWall(files: SourceTree.sources).findings()))
  }

  private static let committed = Layout(SourceTree.text(of: Layout.path))
}
