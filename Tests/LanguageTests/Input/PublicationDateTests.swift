import Testing

@testable import Language

/// The day on which a page, a file or a line says that it was published.
@Suite struct PublicationDateTests {
  private static let text = String(
    repeating: "<p>Farmers in the north, who had blocked two motorways, called the vote a betrayal.</p>", count: 3)

  private static func date(head: String = "", _ body: String, language: String = "en") throws -> String? {
    let page =
      "<html lang=\(language)><head><title>Vote on fuel</title>\(head)</head><body>\(body)</body></html>"
    let results = try DocumentReader().documents(in: Array(page.utf8), of: InputFile(path: "p.html", id: "p"))
    return try #require(results.first).get().document.metadata.date
  }

  @Test(arguments: [
    "<meta name='citation_publication_date' content='2024/06/09'>",
    "<meta name='DC.Date.Issued' content='2024-06-09'>",
    "<meta name='parsely-pub-date' content='2024-06-09T22:10:00Z'>",
    "<meta itemprop='datePublished' content='20240609T101500'>",
    "<meta name='pubdate' content='Sun, 09 Jun 2024 10:00:00 GMT'>",
    "<meta name='date' content='June 9, 2024'>",
    "<meta name='publish-date' content='1717927200000'>",
    "<meta name='date' content='2020-01-01'><meta property='article:published_time' content='2024-06-09T10:00'>",
    "<meta property='article:modified_time' content='2025-01-01'><meta property='og:published_time' content='2024-06-09'>",
    "<script type='application/ld+json'>[{\"@graph\": [{\"@type\": \"NewsArticle\", \"datePublished\" : \"2024-06-09\"}]}]</script>",
    "<script type='application/ld+json'>{\"@type\": \"Organization\"}</script><script type='application/ld+json; charset=utf-8'>{\"dateModified\": \"2025-01-01\", \"datePublished\": \"2024-06-09T08:00\"}</script>",
    "<link rel=canonical href='https://example.org/2024/06/09/vote'>",
    "<meta property='og:url' content='https://example.org/news/2024-06-09-vote'>",
  ])
  func forMachines(head: String) throws {
    #expect(try Self.date(head: head, "<h1>Vote on fuel</h1>\(Self.text)") == "2024-06-09")
  }

  @Test(arguments: [
    "<span itemprop=datePublished content='2024-06-09'>yesterday</span>",
    "<span itemprop='datePublished dateCreated'>June 9th, 2024</span>",
    "<span property='schema:datePublished' content='2024-06-09T01:00'></span>",
    "<abbr class='published' title='2024-06-09T10:00:00Z'>yesterday</abbr>",
    "<time data-timestamp='1717927200'>yesterday</time>",
    "<time datetime='yesterday' data-timestamp='1717927200000'>yesterday</time>",
    "<time datetime='2024-06-09 10:00'>yesterday</time>", "<time pubdate datetime='2024-06-09'>yesterday</time>",
    "<p>Published June 9, 2024</p>", "<div>First published on Sunday 9 June 2024 at 14:05 GMT by Jane Doe</div>",
    "<div>9 June 2024, 14:05 GMT</div>", "<p class=byline>By Jane Doe | Jun. 9, 2024</p>",
    "<div>Updated June 11, 2024; published June 9, 2024</div>", "<div>Posted: 2024-06-09</div>",
    "<p>Updated 9 June 2024</p>", "<div>09.06.2024</div>",
  ])
  func besideTheHeadline(line: String) throws {
    #expect(try Self.date("<h1>Vote on fuel</h1>\(line)\(Self.text)") == "2024-06-09")
  }

  @Test func aboveItAndAtTheEnd() throws {
    #expect(try Self.date("<div>June 9, 2024</div><h1>Vote on fuel</h1>\(Self.text)") == "2024-06-09")
    #expect(try Self.date("<h1>Vote on fuel</h1>\(Self.text)<p>Published: 9 June 2024</p>") == "2024-06-09")
    // The day of the visit at the top of the page.
    #expect(
      try Self.date(
        "<div><time datetime='2025-01-01'>today</time></div><h1>Vote on fuel</h1><time datetime='2024-06-09'>then</time>\(Self.text)"
      ) == "2024-06-09")
  }

  /// Dates that the page has and that are not those of its publication.
  @Test(arguments: [
    "<p>It began on June 9, 2024.</p>",
    "<p>On June 9, 2024, the ministers had met in Oslo to speak of the plan, he said.</p>",
    "<time datetime='noon'>noon</time>", "<div>Posted 06/09/2024</div>", "<p>Sold since 2024</p>",
    "<time data-timestamp='12:05'>noon</time>", "<div>Posted 01/02/2023</div>", "<div>31 June 2024</div>",
  ])
  func othersAreNone(line: String) throws {
    #expect(try Self.date("<h1>Vote on fuel</h1>\(line)\(Self.text)") == nil)
  }

  /// Where a page says no day of publication, the day of the last change is taken, that of the file last of all.
  @Test(arguments: [
    "<meta property='article:modified_time' content='2024-06-09T10:00:00Z'>",
    "<meta http-equiv='last-modified' content='2025-01-01'><meta property='og:updated_time' content='2024-06-09'>",
    "<meta http-equiv='Last-Modified' content='Sun, 09 Jun 2024 10:00:00 GMT'>",
    "<meta http-equiv='last-modified' content='2025-01-01'><script type='application/ld+json'>{\"dateModified\": \"2024-06-09\"}</script>",
    "<meta property='article:modified_time' content='2025-01-01'><link rel=canonical href='https://example.org/2024/06/09/vote'>",
  ])
  func lastChanges(head: String) throws {
    #expect(try Self.date(head: head, "<h1>Vote on fuel</h1>\(Self.text)") == "2024-06-09")
  }

  @Test func theLanguageTellsWhichNumberIsTheMonth() throws {
    let page = "<h1>Vote on fuel</h1><div>Posted 06/09/2024</div>\(Self.text)"
    #expect(try Self.date(page, language: "en-US") == "2024-06-09")
    #expect(try Self.date(page, language: "en-GB") == "2024-09-06")
  }

  @Test func theLineItselfIsNoText() throws {
    let page = "<h1>Vote on fuel</h1><p>Published June 9, 2024, 10:15 GMT</p>\(Self.text)"
    let read = try DocumentReader().documents(in: Array(page.utf8), of: InputFile(path: "p.html", id: "p"))
    #expect(!String(decoding: try #require(read.first).get().document.source, as: UTF8.self).contains("Published"))
  }

  @Test(arguments: [
    ("2025-03-14-talks.txt", "2025-03-14"), ("20250314_talks.txt", "2025-03-14"),
    ("talks_2025_03_14.txt", "2025-03-14"),
    ("x/2025-03-14.md", "2025-03-14"), ("talks 14 March 2025.txt", "2025-03-14"),
    ("202503141210-talks.txt", "2025-03-14"),
    ("2025-03-14-talks-2025-03-14.txt", "2025-03-14"), ("news/2025/03/14/talks.html", "2025-03-14"),
    ("talks.txt", nil), ("12345678.txt", nil), ("20251399.txt", nil), ("a20250314b.txt", nil), ("4520250314.txt", nil),
    ("2025-03-14-to-2025-03-20.txt", nil), ("meridian-0515.txt", nil), ("03-04-2025.txt", nil),
    ("2025/03/talks.txt", nil),
  ])
  func ofFileNames(_ path: String, _ day: String?) { #expect(FileNameDate.day(of: path)?.iso == day) }

  @Test func aNameIsAskedOnlyWhereTheDocumentSaysNothing() throws {
    func read(_ text: String, _ path: String) throws -> InputDocument {
      let results = try DocumentReader().documents(in: Array(text.utf8), of: InputFile(path: path, id: "a"))
      return try #require(results.first).get()
    }
    let named = try read("Norway left.", "2025-03-14.txt")
    #expect(named.document.metadata.date == "2025-03-14" && named.notes == [.dateOfName])
    let told = try read("---\ndate: 2024-06\n---\nNorway left.", "2025-03-14.txt")
    #expect(told.document.metadata.date == "2024-06" && told.notes.isEmpty)
    // Documents of one file are of many days.
    #expect(try read("{\"text\": \"Norway left.\"}", "2025-03-14.jsonl").document.metadata.date == nil)
  }
}
