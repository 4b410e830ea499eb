import Bytes
import GraphModel
import GraphStore
import TestSupport
import Testing

/// Whatever is wrong from outside gets one clear message, the right status, and leaves nothing behind.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func tercet(_ arguments: [String], input: String = "", outputPath: String? = nil) throws -> ProcessRun {
    try ProcessRun(TercetBinary.path, arguments, input: input, outputPath: outputPath)
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try AtomicFile.replace(folder.file(name), with: bytes)
    return folder.file(name)
  }

  private func expect(
    _ run: ProcessRun, _ status: Int32, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.errors.contains(message), "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.errors.contains("error: "), sourceLocation: sourceLocation)
    #expect(!run.errors.contains("Fatal") && !run.errors.contains("Crash"), sourceLocation: sourceLocation)
  }

  @Test func aFileWithoutAName() throws {
    for command in [["build", "seeds"], ["import", "x.nt"]] {
      expect(try tercet(command + ["-o", ""]), 64, "--output")
    }
  }

  @Test func stores() throws {
    let good = folder.file("good.tercet")
    try GraphWriter.write(SampleGraph.content, to: good)
    let bytes = try #require(try? MappedFile(path: good)).bytes.array()
    for command in ["stats", "check", "export", "query"] {
      expect(try tercet([command, folder.file("none.tercet")]), 66, "none.tercet: error: ")
      expect(try tercet([command, try write("empty.tercet", [])]), 65, "empty.tercet: error: ")
      expect(
        try tercet([command, try write("foreign.tercet", Array("%PDF-1.7 and so on".utf8))]), 65, "foreign.tercet: ")
      expect(try tercet([command, try write("cut.tercet", Array(bytes.dropLast(100)))]), 65, "cut.tercet: error: ")
    }
    expect(try tercet(["stats", folder.path]), 66, "\(folder.path): error: ")
    // A byte of the names is turned over: the store opens, and the damage is told.
    var damaged = bytes
    damaged[damaged.count * 3 / 4] ^= 0x55
    let check = try tercet(["check", try write("damaged.tercet", damaged)])
    #expect(check.status == 65 && check.output.isEmpty && check.errors.contains("damaged.tercet"), "\(check.errors)")
  }

  @Test func texts() throws {
    let store = folder.file("new.tercet")
    expect(try tercet(["build", folder.file("none.txt"), "-o", store]), 66, "none.txt: error: ")
    let empty = folder.file("folder")
    _ = try ProcessRun("/bin/mkdir", [empty])
    expect(try tercet(["build", empty, "-o", store]), 66, "folder: error: ")
    expect(
      try tercet(["build", try write("cut.txt", Array("Café, café".utf8.dropLast())), "-o", store]), 65, "byte 10")
    expect(try tercet(["build", try write("blank.txt", Array(" \n ".utf8)), "-o", store]), 65, "blank.txt: error: ")
    expect(try tercet(["build", try write("nul.txt", [0x41, 0, 0x42]), "-o", store]), 65, "NUL")
    expect(try tercet(["extract", try write("bad.jsonl", Array("{\"text\": 1}\n".utf8))]), 65, "bad.jsonl:1: error: ")
    #expect(!folder.names().contains("new.tercet"))
  }

  @Test func errorsOfManyDocumentsDoNotFlood() throws {
    let bad = try write("bad.jsonl", Array(String(repeating: "{}\n", count: 3_000).utf8))
    let run = try tercet(["extract", bad])
    #expect(run.status == 65 && run.errors.split(separator: "\n").count { $0.contains(": error: ") } == 1_000)
    #expect(run.errors.contains("and 2000 more inputs like these\n") && run.errors.contains("3000 of the inputs"))
  }

  @Test func goodDocumentsOfABatchAreNotLost() throws {
    let store = folder.file("new.tercet")
    let good = try write("good.txt", Array("Mark Rutte leads NATO.".utf8))
    let bad = try write("bad.txt", [0x81])
    let run = try tercet(["build", bad, good, "-o", store])
    expect(run, 65, "bad.txt: byte 0: error: ")
    #expect(try tercet(["query", store, "-c", "stats"]).output.contains("documents\t1"))
    let again = try tercet(["build", good, "-o", store])
    expect(again, 64, "--force")
    #expect(try tercet(["build", good, "-o", store, "--force"]).status == 0)
    #expect(folder.names() == ["bad.txt", "good.txt", "new.tercet"])
  }

  @Test func outputs() throws {
    let text = try write("good.txt", Array("Mark Rutte leads NATO.".utf8))
    let store = folder.file("news.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
    expect(try tercet(["build", text, "-o", folder.file("no/such/folder.tercet")]), 74, "cannot be written")
    expect(try tercet(["stats", store], outputPath: "/dev/full"), 74, "no space left on device")
    expect(try tercet(["query", store, "-c", "types"], outputPath: "/dev/full"), 74, "no space left on device")
    expect(try tercet(["extract", text], outputPath: "/dev/full"), 74, "no space left on device")
    expect(try tercet(["export", store, "-o", "/dev/full"]), 74, "/dev/full: error: ")
  }

  /// What is said about work that is done changes nothing about it; answers that cannot be written are an error.
  @Test func messagesMayBeLost() throws {
    _ = try write("good.txt", Array("Mark Rutte leads NATO.".utf8))
    for place in ["2>&-", "2> /dev/full", "2> >(true)", "0<&- 1>&- 2>&-"] {
      let run = try shell("$tercet build good.txt -o n.tercet --force \(place); echo $? >&4")
      #expect(run.output == "0\n", "\(place): \(run)")
      #expect(try shell("$tercet check n.tercet").status == 0, "\(place)")
    }
    #expect(try shell("$tercet build none.txt -o n.tercet --force 2>&-").status == 66)
    expect(try shell("$tercet check n.tercet >&-"), 74, "standard output: error: ")
    #expect(try shell("$tercet check n.tercet >&- 2>&-").status == 74)
  }

  @Test func closedPipesAreQuiet() throws {
    let store = folder.file("news.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
    for command in ["export '\(store)' --format jsonl", "query '\(store)' -c types", "help", "completions zsh"] {
      let line = "'\(TercetBinary.path)' \(command) | true; echo ${PIPESTATUS[0]}"
      let run = try ProcessRun("/bin/bash", ["-c", line])
      #expect(run.output == "0\n" && run.errors.isEmpty, "\(command): \(run.output)\(run.errors)")
    }
  }

  @Test func scripts() throws {
    let store = folder.file("news.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
    expect(try tercet(["query", store, "-f", folder.file("none.tq")]), 66, "none.tq: error: cannot be read")
    expect(try tercet(["query", store, "-f", folder.path]), 66, "expected a file, got a folder")
    expect(
      try tercet(["query", store, "-f", try write("bytes.tq", [0x74, 0x0A, 0xFF])]), 65, "bytes.tq: byte 2: error: ")
    expect(try tercet(["query", store, "--safe", "-c", "run x.tq"]), 2, "safe mode")
  }

  private func shell(_ line: String) throws -> ProcessRun {
    // Above this limit the program would be killed.
    let setting = "cd '\(folder.path)'; ulimit -v 2000000; exec 4>&1; tercet='\(TercetBinary.path)'; "
    return try ProcessRun("/bin/bash", ["-c", setting + line])
  }

  @Test func pipesAndDevices() throws {
    let store = folder.file("news.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
    _ = try write("a.txt", Array("Mark Rutte leads NATO.".utf8))
    expect(try tercet(["query", store, "-f", "/dev/zero"]), 65, "a script of at most 16777216 bytes")
    expect(try tercet(["query", store, "-c", "run /dev/zero"]), 2, "/dev/zero: expected a regular file")
    expect(try shell("mkdir d; mkfifo d/b.txt; $tercet extract d"), 66, "d/b.txt: error: expected a regular file")
    expect(try shell("ln -s /dev/zero d/c.txt; $tercet extract d"), 66, "d/c.txt: error: expected a regular file")
    expect(try shell("$tercet extract /dev/zero"), 65, "at most 33554432 bytes")
    expect(try shell("mkdir s; mkfifo s/a.ttl; $tercet extract a.txt --schema s"), 66, "s/a.ttl: error: ")
    #expect(try shell("$tercet extract <(cat a.txt)").status == 0)
    #expect(try shell("cat a.txt | $tercet extract -").status == 0)
    #expect(try shell("cp a.txt $'\\xff.txt'; $tercet extract $'\\xff.txt'").output.contains("\u{FFFD}"))
  }

  /// A few kilobytes that unpack to 64 MiB of elements, of text, and to very many documents.
  @Test func bombs() throws {
    expect(
      try shell("yes '<p>' | head -c 67108864 | gzip -1 > p.html.gz; $tercet extract p.html.gz"), 65,
      "at most 16777216 bytes in one web page")
    expect(
      try shell("yes '<p>' | head -c 4000000 > q.html; $tercet extract q.html"), 65,
      "at most 400000 tags and attributes in one web page")
    expect(
      try shell(
        "(printf 'Subject: x\\n\\n'; yes Rutte | head -c 67108864) | gzip -1 > m.eml.gz; $tercet extract m.eml.gz"),
      65, "at most 50331648 bytes in one mail")
    expect(
      try shell(
        "yes '{\"text\": \"\"}' | head -c 200000 | gzip > l.jsonl.gz; $tercet extract l.jsonl.gz 2>&1 | head -1 >&2"),
      0, "l.jsonl.gz:1: error: ")
  }

  @Test func schemas() throws {
    let text = try write("good.txt", Array("Mark Rutte leads NATO.".utf8))
    expect(try tercet(["extract", text, "--schema", folder.file("none")]), 66, "none")
    _ = try ProcessRun("/bin/mkdir", [folder.file("broken")])
    _ = try write("broken/a.ttl", Array("@prefix : <x> .\n:a :b ;;; \"\n".utf8))
    let broken = try tercet(["check", folder.file("broken")])
    #expect(broken.status == 65 && broken.errors.contains("a.ttl:"), "\(broken.errors)")
    expect(try tercet(["extract", text, "--model", text]), 65, "good.txt: error: ")
  }
}
