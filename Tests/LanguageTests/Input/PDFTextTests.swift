import Testing

@testable import Language

/// What is made of the lines that pdftotext finds, and that a PDF is never taken for a text.
@Suite struct PDFTextTests {
  /// Pages of lines with 14 points from one to the next; an empty line leaves a gap. A line that begins with spaces is
  /// moved in by as many times five points.
  private static func layout(_ pages: [[String]], head: String = "") -> [UInt8] {
    var xml = "<!DOCTYPE html><html><head>\(head)</head><body><doc>"
    for page in pages {
      xml += "<page width=\"595\" height=\"842\"><flow><block>"
      for (number, text) in page.enumerated() where !text.isEmpty {
        let indent = Double(text.prefix { $0 == " " }.count) * 5
        let words = text.split(separator: " ")
        let (left, top) = (72 + indent, Double(70 + number * 14))
        let right = left + Double(words.joined(separator: " ").count) * 5
        xml += "<line xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(top + 10)\">"
        for word in words { xml += "<word xMin=\"1\">\(word)</word>\n" }
        xml += "</line>"
      }
      xml += "</block></flow></page>"
    }
    return Array((xml + "</doc></body></html>").utf8)
  }

  private static func paragraphs(_ pages: [String]...) -> [String] {
    PDFText(PDFPage.pages(of: layout(pages)).pages).paragraphs()
  }

  @Test func linesAreJoinedAndGapsPart() {
    #expect(
      Self.paragraphs([
        "Sweden voted on Tuesday to raise the", "tax on fuel, said its finance minister.", "",
        "Farmers called it a betrayal",
        "of their work.",
      ]) == [
        "Sweden voted on Tuesday to raise the tax on fuel, said its finance minister.",
        "Farmers called it a betrayal of their work.",
      ])
  }

  @Test func indentsAndShortLastLinesPart() {
    #expect(
      Self.paragraphs([
        "Sweden voted on Tuesday to raise the tax on fuel.", "   Farmers called it a betrayal of their work, and",
        "left. They went home.", "The tax brings in four billion kronor every year.",
      ]) == [
        "Sweden voted on Tuesday to raise the tax on fuel.",
        "Farmers called it a betrayal of their work, and left. They went home.",
        "The tax brings in four billion kronor every year.",
      ])
  }

  @Test(arguments: [
    (["The inter-", "national court."], "The international court."),
    (["A well-known man, a well-", "known woman."], "A well-known man, a well-known woman."),
    (["It is known well. A well-", "known woman."], "It is known well. A well-known woman."),
    (["The government. The govern-", "ment."], "The government. The government."),
    (["In the Trans-", "Atlantic pact."], "In the Trans-Atlantic pact."),
    (["From 2020-", "2025 on."], "From 2020-2025 on."), (["He left -", "and came."], "He left - and came."),
    (["The o\u{FB03}cer of the bri\u{AD}", "gade."], "The officer of the brigade."),
    (["The co\u{AD}lonel left."], "The colonel left."),
  ])
  func dividedWords(_ lines: [String], _ text: String) { #expect(Self.paragraphs(lines) == [text]) }

  @Test func headsAndNumbersOfPagesAreLeftOut() {
    let found = Self.paragraphs(
      ["The Wire - Politics", "", "Sweden voted on Tuesday to raise", "", "- 1 -"],
      ["The Wire - Politics", "", "the tax on fuel.", "", "Farmers left.", "", "- 2 -"],
      ["The Wire - Politics", "", "A poll followed.", "", "- 3 -"])
    #expect(found == ["Sweden voted on Tuesday to raise the tax on fuel.", "Farmers left.", "A poll followed."])
    // A line that comes once is text, and so is a number in the middle of one.
    let single = Self.paragraphs([
      "Politics", "", "Sweden voted.", "", "1,200 farmers left.", "", "They came in", "1917.",
    ])
    #expect(single == ["Politics", "Sweden voted.", "1,200 farmers left.", "They came in 1917."])
  }

  @Test func titleAndDate() {
    let head = "<title>Vote on &amp; off</title><meta name=\"CreationDate\" content=\"2024-06-09T10:00:00Z\"/>"
    let (pages, title, date) = PDFPage.pages(of: Self.layout([["Hello."]], head: head))
    #expect(pages.count == 1 && title == "Vote on & off" && date == "2024-06-09T10:00:00Z")
    #expect(PDFPage.pages(of: Array(Self.layout([["Hello there."]]).prefix(120))).pages.count <= 1)
    #expect(PDFText([]).paragraphs().isEmpty)
  }

  @Test(arguments: [
    ("%PDF-1.7\n%âãÏÓ", true), ("\u{FEFF}%PDF-1.4", true), ("HTTP/1.1 200\r\n\r\n%PDF-1.4", true), (" %PDF-1.4", true),
    ("It says %PDF-1.4 here.", false), ("PDF", false), ("%PD", false), ("", false),
  ])
  func isKnownByItsHead(_ head: String, _ isPDF: Bool) { #expect(PDFDocument.isPDF(Array(head.utf8)[...]) == isPDF) }

  /// Whatever the name, and whether it can be read or not: its code is no text.
  @Test(arguments: ["a.txt", "-", "a.md", "a.html", "a.eml", "a.jsonl", "a"])
  func itsCodeIsNeverRead(path: String) {
    let bytes = Array("%PDF-1.4\nSweden voted on Tuesday. Farmers left.\n".utf8)
    for reader in [DocumentReader(), DocumentReader(format: .text), DocumentReader(isPretokenized: true)] {
      #expect(throws: InputError.self) { try reader.documents(in: bytes, of: InputFile(path: path, id: "a")) }
    }
    for code in ["{\\rtf1\\ansi Sweden voted.}", "%!PS-Adobe-3.0\n(Sweden voted.) show"] {
      let error = #expect(throws: InputError.self) {
        try DocumentReader().documents(in: Array(code.utf8), of: InputFile(path: path, id: "a"))
      }
      #expect(error?.code == "input.foreign")
    }
  }
}
