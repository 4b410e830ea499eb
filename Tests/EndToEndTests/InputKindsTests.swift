import Bytes
import Glibc
import TestSupport
import Testing

/// What a person has in a folder is read, or named.
@Suite struct InputKindsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ bytes: [UInt8]) throws { try AtomicFile.replace(folder.file(name), with: bytes) }
  private func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  private func tercet(_ arguments: [String], input: String = "", path: String? = nil) throws -> ProcessRun {
    try ProcessRun(
      TercetBinary.path, arguments, input: input, environment: path.map { ["PATH": $0] } ?? [:])
  }

  @Test func aFolderOfEverything() throws {
    _ = try ProcessRun("/bin/mkdir", [folder.file("d"), folder.file("d/.git")])
    try write("d/2025-03-14-a.txt", "Norway criticized Poland on Friday.")
    try write("d/b.txt", Array("The caf".utf8) + [0xE9] + Array(" of Oslo opened.".utf8))
    try write("d/c.txt", [0xFF, 0xFE, 0x4E, 0, 0x6F, 0, 0x2E, 0])
    try write("d/d.txt", "OSLO, March 3, 2025 — Norway praised Sweden.")
    try write("d/e.txt", "Norway criticized Poland on Friday.")
    for name in ["1.csv", "2.csv", "3.csv", "4.csv", "p.png", ".hidden", "Makefile"] { try write("d/\(name)", "x") }
    let store = folder.file("n.tercet")
    let run = try tercet(["build", folder.file("d"), "-o", store])
    #expect(run.status == 0)
    for line in [
      "1 text was not UTF-8 and was read as Latin-1: \(folder.file("d/b.txt"))",
      "1 text was in UTF-16: \(folder.file("d/c.txt"))",
      "1 document has the date of the file's name: 2025-03-14-a",
      "1 document has the date of the dateline: d",
      "\(folder.file("d/e.txt")): skipped, its text is already in the graph as 2025-03-14-a",
      "1 text had been read before and counts once",
      "not read: 4 csv (1.csv, 2.csv, 3.csv and 1 more); 2 hidden (.git/, .hidden); 1 png (p.png); 1 without ending (Makefile)",
      "4 documents",
    ] { #expect(run.errors.contains(line), "\(line) in \(run.errors)") }
    let loud = try tercet(["build", folder.file("d"), "-o", store, "--force", "--verbose"])
    #expect(loud.errors.contains("2025-03-14-a: 1 sentence, 2025-03-14 by the file's name\n"), "\(loud.errors)")
    #expect(loud.errors.contains(", 2025-03-03 by the dateline\n") && loud.errors.contains(", read as Latin-1\n"))
    #expect(try tercet(["build", folder.file("d"), "-o", store, "--force", "--quiet"]).errors.isEmpty)
    let dates = try tercet(["query", store, "-c", "documents"]).output
    #expect(dates.contains("2025-03-14") && dates.contains("2025-03-03"), "\(dates)")
    // The same texts again, also under the same ids.
    let again = try tercet(["add", store, folder.file("d")])
    #expect(again.status == 0 && again.errors.contains("stays as it is"), "\(again.errors)")
    let twice = try tercet(["extract", folder.file("d/d.txt"), folder.file("d/d.txt")])
    #expect(twice.status == 0 && twice.errors.contains("1 text had been read before"), "\(twice.errors)")
  }

  /// A folder of what is no document names what it has.
  @Test func aFolderOfNothing() throws {
    _ = try ProcessRun("/bin/mkdir", [folder.file("d")])
    try write("d/a.csv", "x")
    let run = try tercet(["build", folder.file("d"), "-o", folder.file("n.tercet")])
    #expect(run.status == 66 && run.errors.contains("not read: 1 csv (a.csv)"), "\(run.errors)")
  }

  @Test func wordDocuments() throws {
    var archive = ZipForgery()
    archive.add(
      "word/document.xml", "<w:document><w:p><w:r><w:t>Norway praised Sweden.</w:t></w:r></w:p></w:document>",
      isPacked: true)
    try write("a.docx", archive.bytes)
    let run = try tercet(["parse", folder.file("a.docx"), "--format", "tokens"])
    #expect(run.status == 0 && run.output == "Norway praised Sweden .\n", "\(run.errors)")
  }

  /// A stand-in for pdftotext, so that this holds where none is installed.
  @Test func pdfByAProgram() throws {
    _ = try ProcessRun("/bin/mkdir", [folder.file("bin")])
    try write(
      "bin/pdftotext",
      """
      #!/bin/sh
      case "$(head -c 9 "$5")" in %PDF-1.4a) exit 1 ;; %PDF-1.4b) exit 3 ;; esac
      printf '<doc><page><flow><line yMin="1" yMax="2"><word>Norway</word><word>left.</word></line></flow></page></doc>'
      """)
    _ = try ProcessRun("/bin/chmod", ["+x", folder.file("bin/pdftotext")])
    let path = "\(folder.file("bin")):/usr/bin:/bin"
    try write("-a.txt", "%PDF-1.4\nSweden left.")
    let read = try tercet(["parse", folder.file("-a.txt"), "--format", "tokens"], path: path)
    #expect(read.status == 0 && read.output == "Norway left .\n", "\(read.errors)")
    let piped = try tercet(["parse", "-", "--format", "tokens"], input: "%PDF-1.4\nSweden left.", path: path)
    #expect(piped.output == "Norway left .\n", "\(piped.errors)")
    for (mark, problem) in [("a", "pdftotext cannot open it"), ("b", "it does not permit that its text is taken")] {
      let run = try tercet(["parse", "-"], input: "%PDF-1.4\(mark)\nSweden left.", path: path)
      #expect(run.status == 65 && run.output.isEmpty && run.errors.contains(problem), "\(run.errors)")
    }
    let none = try tercet(["parse", "-"], input: "%PDF-1.4\nSweden left.", path: "/nowhere")
    #expect(none.status == 65 && none.output.isEmpty)
    #expect(none.errors.contains("pdftotext, which is not installed") && none.errors.contains("poppler-utils"))
  }

  private static var hasProgram: Bool { unsafe access("/usr/bin/pdftotext", X_OK) == 0 }

  @Test(.enabled(if: hasProgram)) func pdf() throws {
    let pages = [
      [
        "The Wire - Politics", "", "Farmers leave", "", "OSLO, March 3, 2025 - Norway's farmers left the inter-",
        "national talks with Sweden on Thurs-", "day, said the finance minister of", "", "1",
      ],
      ["The Wire - Politics", "", "Norway. The talks go on.", "", "2"],
    ]
    try write("a.pdf", PrintedPages(pages).bytes)
    let run = try tercet(["parse", folder.file("a.pdf"), "--format", "tokens"])
    #expect(
      run.output == """
        Farmers leave

        OSLO , March 3 , 2025 -
        Norway ’s farmers left the international talks with Sweden on Thursday , said the finance minister of Norway .
        The talks go on .

        """, "\(run.errors)")
  }

  /// How far a long run is stands on the terminal while it lasts, within one text, too, and is gone at the end.
  @Test func progressOfOneLargeText() throws {
    let text = (0..<4_000).map { "Norway criticized Poland on day \($0), said the minister of Sweden." }
    try write("a.txt", text.joined(separator: "\n\n"))
    let terminal = try PseudoTerminal(
      TercetBinary.path, ["build", folder.file("a.txt"), "-o", folder.file("n.tercet")],
      environment: ["TERM": "xterm"])
    #expect(terminal.sees("0 documents, ", within: 60))
    #expect(terminal.sees(" of 2", within: 60))
    #expect(terminal.sees("/s, ", within: 60))
    #expect(terminal.sees(" left", within: 60))
    #expect(terminal.sees("\r\u{1B}[K", within: 600))
    #expect(terminal.sees("1 document, ", within: 600), "\(terminal.screen.suffix(300))")
  }
}
