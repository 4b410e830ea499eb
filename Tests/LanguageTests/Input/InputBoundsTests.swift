import Bytes
import Glibc
import TestSupport
import Testing

@testable import Language

/// What is handed in is looked at before it is read, and read no further than it may be.
@Suite struct InputBoundsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ content: String) throws {
    try AtomicFile.replace(folder.file(name), with: Array(content.utf8))
  }

  private func write(nameBytes name: [UInt8], _ content: String) throws {
    let path = FilePath(folder.path).appending(FilePath(bytes: name))
    let descriptor = unsafe open(path.bytes.map { CChar(bitPattern: $0) } + [0], O_WRONLY | O_CREAT, 0o644)
    try #require(descriptor >= 0)
    let bytes = Array(content.utf8)
    #expect(unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
  }

  @Test func anIdIsNoLongerThanAStoreKeeps() throws {
    func line(_ length: Int) -> String { #"{"id":"\#(String(repeating: "x", count: length))","text":"Rutte left."}"# }
    try write("a.jsonl", line(65_536) + "\n" + line(65_537) + "\n")
    let batch = DocumentReader().read([folder.file("a.jsonl")])
    #expect(batch.documents.map(\.place) == [folder.file("a.jsonl") + ":1"])
    #expect(batch.errors == [.overLimit(path: folder.file("a.jsonl") + ":2", limit: 65_536, of: .id)])
  }

  @Test func errorsRepeatLittleOfWhatIsWrong() {
    let long = String(repeating: "2", count: 1_000)
    #expect(InputError.date(place: "a", text: long).message.count < 200)
    #expect(InputError.duplicate(id: long, place: "a", first: "b").message.count < 200)
  }

  @Test func pipesAndDevicesOfAFolderAreNotOpened() throws {
    try write("a.txt", "Rutte met Rubio.")
    #expect(unsafe mkfifo(folder.file("b.txt"), 0o644) == 0)
    #expect(unsafe symlink("/dev/zero", folder.file("c.txt")) == 0)
    #expect(unsafe symlink("a.txt", folder.file("d.txt")) == 0)
    #expect(unsafe mkfifo(folder.file("e.pipe"), 0o644) == 0)
    let batch = DocumentReader().read([folder.path])
    #expect(batch.errors == [.special(path: folder.file("b.txt")), .special(path: folder.file("c.txt"))])
    #expect(batch.documents.map(\.document.metadata.id) == ["a", "d"])
    // Found as a file, and a pipe by the time it is opened.
    let pipe = InputFile(FilePath(folder.file("b.txt")), id: "b", isNamed: false)
    var documents = FileDocuments(of: pipe, reader: DocumentReader())
    #expect(throws: InputError.special(path: folder.file("b.txt"))) { try documents.next() }
    #expect(documents.nextOrProblem() == nil)
  }

  @Test func aFileTellsItsSizeBeforeItIsRead() throws {
    let path = folder.file("a.txt")
    try write("a.txt", "")
    #expect(unsafe truncate(path, 5 << 30) == 0)
    #expect(
      DocumentReader().read([path]).errors == [.tooLarge(path: path, bytes: 5 << 30, limit: InputLimits.document)])
  }

  @Test func endlessInputEndsAtTheLimit() throws {
    let batch = DocumentReader().read(["/dev/zero"])
    #expect(batch.errors == [.tooLarge(path: "/dev/zero", bytes: .max, limit: InputLimits.document)])
  }

  @Test func frontMatterIsBounded() throws {
    let file = InputFile(path: "a.txt", id: "a")
    let lines = "---\n" + String(repeating: "key: value\n", count: 10_000)
    #expect(
      throws: InputError.frontMatter(
        path: "a.txt", line: 1, problem: "expected a second line of three hyphens, found none in 65536 bytes")
    ) { try DocumentReader().documents(in: Array((lines + "---\nText.").utf8), of: file) }
  }

  @Test func linesOfDocumentsComeOneByOne() throws {
    let good = "{\"text\": \"Rutte met Rubio.\"}\n"
    let bytes = Array("\u{FEFF}\(good)\n\(good){}\n".utf8) + [0x22, 0xFF, 0x0A] + Array(good.utf8)
    var documents = FileDocuments(
      of: InputFile(path: "a.jsonl", id: "a"), in: InputStream(bytes, path: "a.jsonl"), reader: DocumentReader())
    #expect(try documents.next()?.get().document.metadata.id == "a-1")
    #expect(try documents.next()?.get().place == "a.jsonl:3")
    #expect(throws: InputError.self) { try documents.next()?.get() }
    // Bytes that are no text end it.
    #expect(throws: InputError.notUTF8(path: "a.jsonl:5", offset: 1)) { try documents.next() }
    #expect(documents.nextOrProblem() == nil)
  }

  @Test func aLineOfDocumentsIsBounded() throws {
    let line = [UInt8](repeating: 0x20, count: InputLimits.line + 1)
    var documents = FileDocuments(
      of: InputFile(path: "a.jsonl", id: "a"), in: InputStream(line, path: "a.jsonl"), reader: DocumentReader())
    #expect(throws: InputError.overLimit(path: "a.jsonl:1", limit: InputLimits.line, of: .line)) {
      try documents.next()
    }
  }

  @Test func idsOfOtherFilesAreKnownByTheirPlace() throws {
    try write("a.jsonl", "{\"text\": \"A b.\", \"id\": \"x\"}\n{\"text\": \"C d.\", \"id\": \"x\"}\n")
    try write("b.txt", "---\nid: x\n---\nText.")
    let batch = DocumentReader().read([folder.path])
    let first = folder.file("a.jsonl") + ":1"
    #expect(
      batch.errors == [
        .duplicate(id: "x", place: folder.file("a.jsonl") + ":2", first: first),
        .duplicate(id: "x", place: folder.file("b.txt"), first: first),
      ])
  }

  @Test func namesNeedNotBeUTF8() throws {
    try write(nameBytes: [0xFF, 0xFE] + Array(".txt".utf8), "Rutte met Rubio.")
    try write(nameBytes: [0xFF, 0xFD] + Array(".txt".utf8), "Rubio met Rutte.")
    let batch = DocumentReader().read([folder.path])
    #expect(batch.errors.isEmpty)
    #expect(batch.documents.map(\.document.metadata.id) == ["\u{FFFD}\u{FFFD}", "\u{FFFD}\u{FFFD}-2"])
    #expect(batch.documents.map { String(decoding: $0.document.source, as: UTF8.self) }.first == "Rubio met Rutte.")
  }

  @Test(arguments: [
    ("Subject: x\n" + String(repeating: " y\n", count: 400_000) + "\nHello.", InputError.Bounded.mailHeaders, 1 << 20),
    ("X: " + String(repeating: "y", count: 2 << 20) + "\n\nHello.", .mailHeaders, 1 << 20),
    (
      "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\nContent-Type: a/b\n\n", count: 2_000),
      .mailParts, 1_000
    ),
  ])
  func mailsAreBounded(_ mail: String, _ what: InputError.Bounded, _ limit: Int) {
    #expect(throws: InputError.overLimit(path: "m.eml", limit: limit, of: what)) {
      try DocumentReader().documents(in: Array(mail.utf8), of: InputFile(path: "m.eml", id: "m"))
    }
  }

  /// The headers that a mail may have, all of them one.
  @Test func foldedHeadersTakeLinearTime() throws {
    let mail = "Subject: x\n" + String(repeating: " y\n", count: 340_000) + "\nHello."
    let results = try DocumentReader().documents(in: Array(mail.utf8), of: InputFile(path: "m.eml", id: "m"))
    #expect(try results.first?.get().document.metadata.title?.utf8.count == 680_001)
  }

  @Test func quotationsAreLeftOut() {
    let text = "Yes.\r\nOn Monday she wrote:\r\n> No.\r\n>\r\nSo be it.\n\n-- \nRutte"
    #expect(String(decoding: MailText.withoutQuotes(Array(text.utf8)), as: UTF8.self) == "Yes.\nSo be it.\n")
    #expect(MailText.withoutQuotes([]).isEmpty)
    #expect(MailText.quotedPrintable(Array("=4".utf8)[...]) == Array("=4".utf8))
    #expect(MailText.quotedPrintable(Array("a=3d=\r\n=\nb=G1=".utf8)[...]) == Array("a=b=G1=".utf8))
    #expect(MailText.quotedPrintable(Array("=41=42".utf8)[...], upTo: 1) == [0x41])
    #expect(MailText.base64(Array("QUJD".utf8)[...], upTo: 2) == [0x41, 0x42])
  }
}
