import Bytes
import TestSupport
import Testing

/// Adding and removing documents gives the graph that reading the rest at once would have given, byte for byte.
@Suite struct EditingTests {
  private let folder: TemporaryFolder
  private let texts = [
    "a.txt":
      "---\ntitle: Talks\ndate: 2025-04-03\nid: talks\n---\nNATO Secretary General Mark Rutte met Marco Rubio in Brussels.\n",
    "b.md": "# Doubts\n\nMr. Rutte **leads** NATO. *Rubio* visited Spain, and Spain is worried about the deal.\n",
    "c.txt": "# 3 of 7\nRutte visited Madrid. He praised * Spain * on Friday.\n",
  ]

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in texts { try AtomicFile.replace(folder.file(name), with: Array(text.utf8)) }
  }

  private func tercet(_ arguments: String...) throws -> ProcessRun {
    try ProcessRun(TercetBinary.path, arguments)
  }

  private func bytes(_ name: String) throws -> [UInt8] { try MappedFile(path: folder.file(name)).bytes.array() }

  private func build(_ name: String, _ inputs: String..., threads: String = "1") throws {
    let run = try ProcessRun(
      TercetBinary.path, ["build", "-o", folder.file(name), "--threads", threads] + inputs.map(folder.file))
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func addingAndRemoving() throws {
    try build("all.tercet", "a.txt", "b.md", "c.txt")
    try build("again.tercet", "c.txt", "a.txt", "b.md", threads: "3")
    #expect(try bytes("all.tercet") == bytes("again.tercet"))
    for (base, new) in [(["a.txt", "b.md"], "c.txt"), (["c.txt", "a.txt"], "b.md"), (["b.md", "c.txt"], "a.txt")] {
      let store = "without-\(new).tercet"
      try build(store, base[0], base[1])
      let before = try bytes(store)
      #expect(try tercet("add", folder.file(store), folder.file(new)).status == 0)
      #expect(try bytes(store) == bytes("all.tercet"), "\(new)")
      let id = new == "a.txt" ? "talks" : String(new.prefix(1))
      #expect(try tercet("remove", folder.file(store), id).status == 0)
      #expect(try bytes(store) == before, "\(new)")
    }
  }

  @Test func whatIsThereIsSkipped() throws {
    try build("news.tercet", "a.txt", "b.md")
    let before = try bytes("news.tercet")
    try AtomicFile.replace(folder.file("same.md"), with: Array((texts["b.md"] ?? "").utf8))
    let run = try tercet("add", folder.file("news.tercet"), folder.file("a.txt"), folder.file("same.md"))
    #expect(run.status == 0)
    #expect(run.errors.contains("a.txt: skipped, talks is already in the graph"))
    #expect(run.errors.contains("same.md: skipped"))
    #expect(try bytes("news.tercet") == before)
    let unknown = try tercet("remove", folder.file("news.tercet"), "talk")
    #expect(unknown.status == 1 && unknown.errors.contains("did you mean talks?"))
    #expect(try bytes("news.tercet") == before)
    #expect(try tercet("add", folder.file("none.tercet"), folder.file("a.txt")).status == 66)
  }
}
