import Bytes
import Glibc
import Language
import TestSupport
import Testing

struct InputReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ content: String) throws { try write(name, Array(content.utf8)) }

  private func write(_ name: String, _ content: [UInt8]) throws {
    var parent = folder.path
    for part in name.split(separator: "/").dropLast() {
      parent += "/" + part
      _ = unsafe mkdir(parent, 0o755)
    }
    let opened = unsafe fopen(folder.file(name), "w")
    let file = try unsafe #require(opened)
    let written = unsafe fwrite(content, 1, content.count, file)
    #expect(written == content.count)
    unsafe fclose(file)
  }

  private func text(_ document: InputDocument) -> String { String(decoding: document.document.source, as: UTF8.self) }

  @Test func foldersAreWalkedInNameOrder() throws {
    try write("b.txt", "Second.")
    try write("a.md", "First.")
    try write("c/d.text", "Third.")
    try write("c/skipped.csv", "No.")
    try write("c/skipped.CSV.gz", "No.")
    try write(".hidden.txt", "No.")
    try write(".git/e.txt", "No.")
    let batch = DocumentReader().read([folder.path])
    #expect(batch.errors.isEmpty)
    #expect(
      batch.skipped.kinds.map { "\($0.count) \($0.name): \($0.first.joined(separator: ", "))" } == [
        "2 hidden: .git/, .hidden.txt", "1 csv: c/skipped.csv", "1 csv.gz: c/skipped.CSV.gz",
      ])
    #expect(batch.documents.map(\.document.metadata.id) == ["a", "b", "d"])
    #expect(batch.documents.map(\.layout) == [.markdown, .text, .text])
    #expect(batch.documents.map(\.place) == ["a.md", "b.txt", "c/d.text"].map { folder.file($0) })
  }

  @Test func aNamedFileIsTakenWhateverItsEnding() throws {
    try write("story.news", "Words.")
    let batch = DocumentReader().read([folder.file("story.news")])
    #expect(batch.documents.map(\.document.metadata.id) == ["story"])
  }

  /// A table or other data is refused by its name, as in a folder, unless somebody says that it is text.
  @Test(arguments: ["a.csv", "a.CSV.gz", "a.json", "a.svg"]) func aNamedFileOfDataIsRefused(name: String) throws {
    try write(name, "person,office\nMark Rutte,secretary\n")
    let ending = name.contains("csv") || name.contains("CSV") ? "csv" : String(name.dropFirst(2))
    let batch = DocumentReader().read([folder.file(name)])
    #expect(batch.documents.isEmpty && batch.errors == [.data(path: folder.file(name), ending: ending)])
    #expect(DocumentReader(format: .text).read([folder.file(name)]).documents.count == 1)
  }

  @Test func idsThatClashArePathsWithinTheFolder() throws {
    try write("x/a.txt", "One.")
    try write("y/a.txt", "Two.")
    try write("y/b.txt", "Three.")
    #expect(DocumentReader().read([folder.path]).documents.map(\.document.metadata.id) == ["x/a", "y/a", "b"])
  }

  @Test func frontMatterIsParsedOffAndTheTextKept() throws {
    let text = "\r\nMark Rutte  spoke.\r\n"
    try write(
      "a.txt",
      "\u{FEFF}---\r\ntitle: \"Allies: a meeting\"\r\ndate: 2025-04-02T09:00:00Z\r\nid: x-1\r\ntags: none\r\n---\r\n"
        + text)
    let document = try #require(DocumentReader().read([folder.path]).documents.first)
    #expect(self.text(document) == text)
    #expect(
      document.document.metadata == Document.Metadata(id: "x-1", title: "Allies: a meeting", date: "2025-04-02"))
  }

  @Test(arguments: [
    ("a.txt", "Allies worry\n\nThey met.", "Allies worry"),
    ("a.txt", "Allies worry\nThey met in Brussels on Thursday.", "Allies worry"),
    ("a.txt", "They met.\n\nAllies worry.", nil),
    ("a.txt", "Allies worry", nil),
    ("a.md", "# Allies worry\n\nThey met.", "Allies worry"),
    ("a.txt", "- one\n\n- two", nil),
    ("a.txt", "---\n\nThey met.", nil),
  ])
  func headlinesAreTitles(_ name: String, _ content: String, _ title: String?) throws {
    try write(name, content)
    let document = try #require(DocumentReader().read([folder.path]).documents.first)
    #expect(document.document.metadata.title == title)
    #expect(text(document) == content)
  }

  @Test func jsonLinesGiveADocumentEach() throws {
    try write(
      "a.jsonl",
      """
      {"id": "one", "title": "T", "date": "2025-04-02", "source": "S", "text": "A \\"b\\" \\u00e9\\ud83d\\ude00\\n", "more": [1, {"x": null}]}

      {"text": "Two."}
      {"text": "Three.", "date": "2022-05"}
      {"text": "Four.", "date": "2022"}
      """)
    let documents = DocumentReader().read([folder.path]).documents
    #expect(documents.map(\.document.metadata.id) == ["one", "a-3", "a-4", "a-5"])
    #expect(documents.map(\.place) == [1, 3, 4, 5].map { folder.file("a.jsonl") + ":\($0)" })
    #expect(documents.map(\.document.metadata.date) == ["2025-04-02", nil, "2022-05", "2022"])
    #expect(text(documents[0]) == "A \"b\" é😀\n")
    #expect(documents[0].document.metadata == .init(id: "one", title: "T", date: "2025-04-02", source: "S"))
  }

  @Test(arguments: [
    ("{\"text\": \"a\"", "expected \"}\" at byte 13"),
    ("[1]", "expected \"{\" at byte 1"),
    ("{\"text\": 1}", "expected a string \"text\", found another value"),
    ("{\"title\": \"a\"}", "expected a string \"text\", found none"),
    ("{\"text\": \"a\", \"id\": 7}", "expected a string \"id\", found another value"),
    ("{\"text\": \"a\", \"date\": 20250301}", "expected a string \"date\", found another value"),
    ("{\"text\": \"a\"} x", "expected the end of the line at byte 15"),
    ("{\"text\": \"a\\x\"}", "expected an escape at byte 13"),
    ("{\"text\": \"\\ud83d\"}", "expected a character instead of half a pair at byte 17"),
    ("{\"a\": nul, \"text\": \"a\"}", "expected a value at byte 7"),
    ("{\"text\": \"a", "expected the end of a string at byte 12"),
  ])
  func badJSONIsNamedByLine(_ line: String, _ problem: String) throws {
    try write("a.jsonl", "{\"text\": \"Good.\"}\n\(line)\n{\"text\": \"Good too.\"}\n")
    let batch = DocumentReader().read([folder.path])
    #expect(batch.errors == [.json(path: folder.file("a.jsonl"), line: 2, problem: problem)])
    #expect(batch.documents.count == 2)
  }

  @Test func deepJSONIsRefused() throws {
    try write("a.jsonl", "{\"x\": " + String(repeating: "[", count: 100_000))
    #expect(
      DocumentReader().read([folder.path]).errors
        == [.json(path: folder.file("a.jsonl"), line: 1, problem: "expected at most 64 levels at byte 70")])
  }

  @Test func aBadDocumentDoesNotLoseTheOthers() throws {
    try write("a.txt", Array("Café ".utf8) + [0xE9, 0x20] + Array("here.".utf8))
    try write("b.txt", "abc\u{0}")
    try write("c.txt", " \n\u{A0}")
    try write("d.txt", "---\ndate: 2025-02-30\n---\nText.")
    try write("e.txt", "---\nid: same\n---\nText.")
    try write("f.txt", "---\nid: same\n---\nOther.")
    try write("f2.txt", "---\nid: same\n---\nText.")
    try write("g.txt", "---\ntitle: never closed\n")
    try write("h.txt", "Good.")
    try write("i.txt", "Good.")
    let batch = DocumentReader().read([folder.path, folder.file("missing")])
    #expect(batch.documents.map(\.document.metadata.id) == ["same", "same", "h", "i"])
    #expect(batch.documents.map(\.repeats) == [nil, "same", nil, "h"])
    #expect(
      batch.errors == [
        .missing(path: folder.file("missing")),
        .notUTF8(path: folder.file("a.txt"), offset: 6),
        .binary(path: folder.file("b.txt"), offset: 3),
        .empty(path: folder.file("c.txt")),
        .date(place: folder.file("d.txt") + ":2", text: "2025-02-30"),
        .duplicate(id: "same", place: folder.file("f.txt"), first: folder.file("e.txt")),
        .frontMatter(
          path: folder.file("g.txt"), line: 1, problem: "expected a second line of three hyphens, found the end"),
      ])
  }

  @Test(arguments: ["#", "---", "* \n*", "```\n```", "> "])
  func markdownOfMarksAloneHasNoWord(text: String) throws {
    try write("a.md", text)
    let batch = DocumentReader().read([folder.path])
    #expect(batch.documents.isEmpty && batch.errors.map(\.code) == ["input.empty"], "\(batch.errors)")
  }

  @Test func foldersWithoutDocumentsAreErrors() throws {
    try write("picture.png", "x")
    let batch = DocumentReader().read([folder.path])
    #expect(batch.errors == [.noDocuments(folder: folder.path)])
    #expect(batch.errors.first?.exitStatus == .noInput)
  }

  @Test func unreadableFilesAreErrors() throws {
    try write("a.txt", "Text.")
    try write("loop/b.txt", "Text.")
    let links = unsafe (
      symlink(folder.path, folder.file("loop/again")), symlink(folder.file("nowhere"), folder.file("dangling.txt"))
    )
    #expect(links == (0, 0))
    let batch = DocumentReader().read([folder.path])
    #expect(batch.documents.map(\.document.metadata.id) == ["a", "b"])
    #expect(batch.errors == [.missing(path: folder.file("dangling.txt"))])
    #expect(batch.skipped.kinds.map(\.first) == [["loop/again/"]])
  }

  @Test func pretokenizedTextIsTakenAsItIs() throws {
    try write("a.txt", "---\nA b .\n")
    let batch = DocumentReader(isPretokenized: true).read([folder.file("a.txt")])
    let document = try #require(batch.documents.first)
    #expect(document.layout == .pretokenized)
    #expect(text(document) == "---\nA b .\n")
    #expect(document.document.metadata.title == nil)
  }

  @Test func everyErrorHasPlaceMessageAndRemedy() {
    let errors: [InputError] = [
      .missing(path: "p"), .unreadable(path: "p", reason: "r"), .interrupted(path: "p", reason: "r"),
      .noDocuments(folder: "p"), .empty(path: "p"), .notUTF8(path: "p", offset: 1), .binary(path: "p", offset: 1),
      .tooLarge(path: "p", bytes: 1, limit: 1), .gzip(path: "p", problem: "x"), .html(path: "p"),
      .noLibrary(path: "p", library: "libxml2"), .duplicate(id: "i", place: "p", first: "q"),
      .json(path: "p", line: 1, problem: "x"), .frontMatter(path: "p", line: 1, problem: "x"),
      .noProgram(path: "p", program: "x", package: "y"), .pdf(path: "p", problem: "x"),
      .word(path: "p", problem: "x"), .foreign(path: "p", kind: "x"), .date(place: "p", text: "t"), .special(path: "p"),
      .overLimit(path: "p", limit: 1, of: .page), .data(path: "p", ending: "csv"),
    ]
    #expect(Set(errors.map(\.code)).count == errors.count)
    for error in errors {
      #expect(error.code.hasPrefix("input."))
      #expect(error.place?.hasPrefix("p") == true)
      #expect(error.remedy?.isEmpty == false)
      #expect(!error.message.isEmpty && error.message.last != ".")
    }
  }
}
