import TestSupport
import Testing

@testable import Language

@Suite struct WordDocumentTests {
  private static let head =
    "<?xml version=\"1.0\"?><!-- a --><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
  private static let foot = "</w:body></w:document>"

  private static func archive(_ body: String, properties: String? = nil, main: String = "word/document.xml") -> [UInt8]
  {
    var archive = ZipForgery()
    archive.add("[Content_Types].xml", "<Types/>")
    archive.add(
      "_rels/.rels",
      "<Relationships><Relationship Type='http://x/relationships/officeDocument' Target='/\(main)'/></Relationships>")
    archive.add(main, head + body + foot, isPacked: true)
    if let properties { archive.add("docProps/core.xml", properties) }
    return archive.bytes
  }

  private static func read(_ bytes: [UInt8]) throws -> Document {
    let results = try DocumentReader().documents(in: bytes, of: InputFile(path: "a.docx", id: "a"))
    return try #require(results.first).get().document
  }

  private static func paragraph(_ runs: String) -> String { "<w:p><w:pPr><w:jc w:val='x'/></w:pPr>\(runs)</w:p>" }
  private static func run(_ text: String) -> String {
    "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>\(text)</w:t></w:r>"
  }

  @Test func textTitleAndDate() throws {
    let document = try Self.read(
      Self.archive(
        Self.paragraph(Self.run("Sweden ") + Self.run("&amp; Norw&#x61;y") + Self.run(" met.")) + Self.paragraph("")
          + "<w:tbl><w:tr><w:tc>\(Self.paragraph(Self.run("A cell.")))</w:tc></w:tr></w:tbl>",
        properties:
          "<p:c xmlns:p='x'><dc:title>Talks  in\nOslo</dc:title><dcterms:created a='b'>2024-06-09T10:00:00Z</dcterms:created></p:c>"
      ))
    #expect(String(decoding: document.source, as: UTF8.self) == "Sweden & Norway met.\n\nA cell.")
    #expect(document.metadata.title == "Talks in Oslo" && document.metadata.date == "2024-06-09")
  }

  @Test func whatIsNotReadAndWhatStandsForLetters() throws {
    let deleted = "<w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>"
    let field = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
    let box =
      "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(Self.paragraph(Self.run("Box.")))</w:txbxContent></mc:Choice>"
      + "<mc:Fallback>\(Self.paragraph(Self.run("Box.")))</mc:Fallback></mc:AlternateContent></w:r>"
    let letters =
      "<w:r><w:t>Mid</w:t><w:noBreakHyphen/><w:t>May</w:t><w:br/><w:t>came</w:t><w:tab/><w:t>late.</w:t></w:r>"
    let document = try Self.read(
      Self.archive(Self.paragraph(deleted + field + box + letters) + Self.paragraph("<a:t>no</a:t>")))
    #expect(String(decoding: document.source, as: UTF8.self) == "Box.\n\nMid-May came late.")
  }

  /// The archive, not the name, tells what it is.
  @Test func namesDoNotMatter() throws {
    let bytes = Self.archive(Self.paragraph(Self.run("Norway left.")), main: "word/other.xml")
    for path in ["a.txt", "-", "a.html", "a.eml"] {
      let results = try DocumentReader().documents(in: bytes, of: InputFile(path: path, id: "a"))
      #expect(String(decoding: try #require(results.first).get().document.source, as: UTF8.self) == "Norway left.")
    }
  }

  @Test func othersAreRefused() throws {
    var sheet = ZipForgery()
    sheet.add("xl/workbook.xml", "<a/>")
    var bomb = ZipForgery()
    bomb.add("word/document.xml", String(repeating: "<w:p>", count: InputLimits.wordPart / 5 + 1), isPacked: true)
    var locked = ZipForgery()
    locked.add("word/document.xml", "<a/>", flags: 1)
    let good = Self.archive(Self.paragraph(Self.run("Norway left.")))
    var damaged = good
    damaged[good.count / 2] ^= 0x20
    func problem(_ bytes: [UInt8]) -> String? {
      do {
        _ = try Self.read(bytes)
        return nil
      } catch { return (error as? InputError)?.message }
    }
    #expect(problem(good) == nil)
    #expect(problem(sheet.bytes) == "expected a Word document, found an archive of other files")
    #expect(problem(bomb.bytes) == "expected at most 67108864 bytes unpacked in one Word document, found more")
    #expect(problem(locked.bytes) == "expected a Word document, found one that a password locks")
    #expect(
      problem(Array(good.dropLast(30))) == "expected a Word document, found an archive that is damaged or breaks off")
    #expect(problem(damaged) != nil)
    #expect(
      problem(Self.archive("<w:p><w:r><w:t>Norway"))
        == "expected a Word document, found XML that is malformed or breaks off")
    #expect(problem(Self.archive("")) == "expected text, found no word")
    #expect(problem(Array("not an archive".utf8)) != nil)
  }

  /// Text parts cut, doubled and strewn with random bytes: an answer or an error, no crash.
  @Test(arguments: 1...60) func mutatedParts(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let body = Self.paragraph(
      Self.run("Sweden &amp; Norway met.") + "<w:del><w:t>no</w:t></w:del><![CDATA[x]]><!-- y -->")
    var bytes = Array((Self.head + body + body + Self.foot).utf8)
    for _ in 0..<random.below(12) {
      let place = random.below(bytes.count)
      switch random.below(3) {
      case 0: bytes[place] = UInt8(random.below(128))
      case 1: bytes.removeSubrange(place..<min(place + random.below(20), bytes.count))
      default: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
      }
      if bytes.isEmpty { bytes = [60] }
    }
    var archive = ZipForgery()
    archive.add("word/document.xml", String(decoding: bytes, as: UTF8.self), isPacked: true)
    if let document = try? Self.read(archive.bytes) {
      #expect(!document.source.contains(0) && !document.source.isEmpty, "seed \(seed)")
    }
    let paragraphs = PDFText(PDFPage.pages(of: bytes).pages).paragraphs()
    #expect(paragraphs.isEmpty, "seed \(seed)")
  }

  @Test func deepAndEntitiesAreHarmless() throws {
    let deep = String(repeating: "<w:x>", count: 200_000) + String(repeating: "</w:x>", count: 200_000)
    let document = try Self.read(Self.archive(deep + Self.paragraph(Self.run("&lol; &#0; &#x110000; &lt;"))))
    #expect(String(decoding: document.source, as: UTF8.self) == "&lol; &#0; &#x110000; <")
  }
}
