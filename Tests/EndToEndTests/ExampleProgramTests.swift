import Bytes
import Tercet
import TestSupport
import Testing

/// The programs below Examples, as they were built.
@Suite struct ExampleProgramTests {
  @Test func readsText() throws {
    let run = try ProcessRun(TercetBinary.beside("ReadText"), [], input: "Norway is worried. Mark Rutte leads NATO.\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2. Mark Rutte leads NATO.\n   Mark Rutte · lead · NATO\n"), "\(run.output)")
  }

  @Test func asksGraph() throws {
    let folder = try TemporaryFolder()
    let store = folder.file("a.tercet")
    let build = try ProcessRun(
      TercetBinary.path, ["build", "-", "-o", store, "--quiet"], input: "Mark Rutte leads NATO.")
    try #require(build.status == 0, "\(build.errors)")
    let run = try ProcessRun(TercetBinary.beside("AskGraph"), [store, "neighbors NATO via leads"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("neighbor: Mark Rutte\n") && run.output.contains("support: 1\n"), "\(run.output)")
    let unknown = try ProcessRun(TercetBinary.beside("AskGraph"), [store, "neighbors Rute"])
    #expect(unknown.status == 2 && unknown.output.contains("Rute"), "\(unknown.output)")
  }

  @Test func exportsNeighborhood() throws {
    let folder = try TemporaryFolder()
    let text = "Mark Rutte leads NATO. Norway is a member of NATO."
    try AtomicFile.replace(folder.file("a.txt"), with: Array(text.utf8))
    let run = try ProcessRun(TercetBinary.beside("ExportNeighborhood"), ["Rutte", folder.path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("<!doctype html>") && run.output.contains("Norway"), "\(run.output.prefix(200))")
  }

  /// Whoever reads by the library gets the very file that the program writes.
  @Test func libraryWritesTheFileOfTheProgram() throws {
    let folder = try TemporaryFolder()
    let input = try TemporaryFolder()
    for (name, text) in [
      ("a.md", "# Talks\n\nMark Rutte leads NATO.\n"), ("b.txt", "Rutte met Jonas Store in Oslo.\n"),
      (
        "c.html", "<html><title>Rome</title><body><article><p>Store visited Rome on Monday.</p></article></body></html>"
      ),
    ] {
      try AtomicFile.replace(input.file(name), with: Array(text.utf8))
    }
    let build = try ProcessRun(
      TercetBinary.path, ["build", input.path, "-o", folder.file("program.tercet"), "--quiet"])
    try #require(build.status == 0, "\(build.errors)")
    var texts: [NewsText] = []
    try NewsText.forEach(in: [input.path]) { texts.append(try $0.get()) }
    _ = try NewsReader().build(texts, at: folder.file("library.tercet"))
    let files = try ["program.tercet", "library.tercet"].map { try MappedFile(path: folder.file($0)).bytes.array() }
    #expect(texts.count == 3 && files[0] == files[1])
  }
}
