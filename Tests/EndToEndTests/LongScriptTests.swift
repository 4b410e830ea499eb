import Bytes
import GraphStore
import TestSupport
import Testing

/// Scripts of a megabyte in one statement: each is refused soon, with words, and without its memory.
@Suite struct LongScriptTests {
  private let folder: TemporaryFolder
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.file("news.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
  }

  @Test(arguments: [
    ("find ", "x"), ("find ", "'a "), ("path NATO to Rutte via (\n", "x\n"), ("find \"\n", "x\n"),
    ("path NATO to Rutte via ", "leads|"), ("path NATO to Rutte avoid ", "NATO,"), ("# \n(", "\n# c"),
    ("match ", "?x leads ?y, "), ("neighbors ", "in "),
  ])
  func statementOfAMegabyte(start: String, part: String) throws {
    let text = start + String(repeating: part, count: (1 << 20) / part.utf8.count)
    try AtomicFile.replace(folder.file("long.tq"), with: Array(text.utf8))
    for arguments in [["-f", folder.file("long.tq")], []] {
      let begin = ContinuousClock.now
      let run = try ProcessRun(
        TercetBinary.path, ["query", store, "--safe", "--timeout", "1"] + arguments,
        input: arguments.isEmpty ? text : "")
      #expect(ContinuousClock.now - begin < .seconds(20), "\(start)\(part)")
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.errors.contains("a statement has at most 256 KiB"), "\(run.errors.prefix(300))")
      #expect(run.errors.utf8.count < 2_000)
    }
  }

  @Test func manyErrorsTakeTimeInProportion() throws {
    let script = String(repeating: "facts Nobody\n", count: 10_000)
    let begin = ContinuousClock.now
    try AtomicFile.replace(folder.file("errors.tq"), with: Array(script.utf8))
    let run = try ProcessRun(TercetBinary.path, ["query", store, "-k", "-f", folder.file("errors.tq")])
    #expect(ContinuousClock.now - begin < .seconds(40))
    #expect(run.status == 2 && run.errors.contains("errors.tq:10000:7: error: no entity is called"))
  }

  /// A line that never ends takes the memory of its beginning.
  @Test func standardInputWithoutLineFeed() throws {
    let run = try ProcessRun(
      "/bin/sh",
      [
        "-c",
        "(head -c 100000000 /dev/zero | tr '\\0' a; echo; echo types) | (ulimit -v 400000; exec \"$0\" query \"$1\" -k)",
        TercetBinary.path, store,
      ])
    #expect(run.status == 2 && run.errors.contains("standard input:1:1: error: a statement has at most 256 KiB"))
    #expect(run.output.contains("Organization"), "\(run.errors)")
  }
}
