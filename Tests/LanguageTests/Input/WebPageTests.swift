import Bytes
import TestSupport
import Testing

@testable import Language

@Suite struct WebPageTests {
  private static let first =
    "The minister met Marco Rubio in Brussels on Thursday, and praised the alliance for its patience."
  private static let second =
    "Officials said that the talks would go on in The Hague, where leaders will gather in June."

  private static func read(_ page: String, path: String = "page.html") throws -> Document {
    let results = try DocumentReader().documents(in: Array(page.utf8), of: InputFile(path: path, id: "page"))
    return try #require(results.first).get().document
  }

  private static func paragraphs(_ document: Document) -> [String] {
    String(decoding: document.source, as: UTF8.self).split(separator: "\n\n").map(String.init)
  }

  static let layouts: [(name: String, page: String)] = [
    (
      "article",
      """
      <html><head><title>Talks | Wire</title></head><body><nav><a href=/>Home</a> <a href=/w>World news today</a></nav>
      <article><header><h1>Talks</h1><p class=byline>By Jane Doe, our correspondent in Brussels, and others</p></header>
      <p>\(first)</p><div class="share-tools"><a href=#>Share this</a></div><p>\(second)</p>
      <aside><p>Ten facts about the alliance that you did not know, and five that you did.</p></aside></article>
      <footer>© 2025 Wire. All rights reserved, in all countries and in all languages.</footer></body></html>
      """
    ),
    (
      "no article element",
      """
      <body><div id=menu><ul><li><a href=/a>Politics</a><li><a href=/b>Business</a></ul></div>
      <div class="site-content"><h1>Talks</h1><div class="entry"><p>\(first)<p>\(second)</div></div>
      <div id="sidebar"><p>Subscribe to our daily letter, and never miss what happens in the world.</p></div></body>
      """
    ),
    (
      "old table layout",
      """
      <table><tr><td><a href=1>One</a><br><a href=2>Two</a><br><a href=3>Three</a></td>
      <td><b>Talks</b><br>\(first)<br><br>\(second)</td></tr></table>
      """
    ),
    (
      "main",
      """
      <body><header><p>The newspaper of record since 1901, read all over the country.</p></header>
      <main><h1>Talks</h1><p>\(first)</p><p>\(second)</p></main></body>
      """
    ),
    (
      "itemprop",
      """
      <body><div><p>Sign up for alerts, and choose what you want to hear of, every day.</p>
      <div itemprop="articleBody"><p>\(first)</p><p>\(second)</p></div></div></body>
      """
    ),
    ("unclosed", "<p>\(first)<p>\(second)<div><b><i>"),
    (
      "bad nesting",
      "<body><b><p>\(first)</b></p></div></div></table><p>\(second)</i></body></body></html><script>var x = '<p>no</p>'"
    ),
    (
      "comments and cookies",
      """
      <body><div class="cookieConsent"><p>We use cookies to improve this site, please accept all of them, now.</p></div>
      <div class=story><p>\(first)</p><p>\(second)</p></div>
      <section id=comments><p>Somebody: I think that this is wrong, and that everybody knows it by now, really.</p></section>
      """
    ),
  ]

  @Test(arguments: layouts.indices) func theArticleIsFound(_ index: Int) throws {
    let (name, page) = Self.layouts[index]
    let found = Self.paragraphs(try Self.read(page))
    let kept = found.filter { $0 != "Talks" }
    #expect(kept == [Self.first, Self.second], "\(name)")
  }

  @Test func titleDateAndSource() throws {
    let og = try Self.read(
      """
      <head><meta property="og:title" content="Rutte  meets Rubio"><meta property="og:site_name" content="Wire">
      <meta property="article:published_time" content="2025-04-03T10:00:00+02:00"></head><p>\(Self.first)</p>
      """)
    #expect(og.metadata.title == "Rutte meets Rubio")
    #expect(og.metadata.date == "2025-04-03")
    #expect(og.metadata.source == "Wire")
    let linked = try Self.read(
      """
      <title>Rutte meets Rubio in Brussels | Wire</title><script type="application/ld+json">
      {"@type": "NewsArticle", "datePublished": "2025-04-02T08:00:00Z"}</script><p>\(Self.first)</p>
      """)
    #expect(linked.metadata.title == "Rutte meets Rubio in Brussels")
    #expect(linked.metadata.date == "2025-04-02")
    let time = try Self.read("<h1>Talks</h1><time datetime='2024-12-31'>New Year's Eve</time><p>\(Self.first)</p>")
    #expect(time.metadata.title == "Talks")
    #expect(time.metadata.date == "2024-12-31")
    let silent = try Self.read("<p>\(Self.first)</p><time datetime='noon'>noon</time>")
    #expect(silent.metadata.date == nil)
  }

  @Test func charactersAndSpaces() throws {
    let page =
      "<meta charset=iso-8859-1><p>Na\u{E9}ve &amp; <b>Łódź</b>’s &#8220;plan&#8221; of the\n  ministers, who met in Kraków today.</p>"
    #expect(
      Self.paragraphs(try Self.read(page)) == ["Naéve & Łódź’s “plan” of the ministers, who met in Kraków today."])
    var latin = Array("<meta charset=iso-8859-1><p>The caf".utf8)
    latin += [0xE9] + Array(" of the minister in Orl".utf8) + [0xE9] + Array("ans, where all of them met.</p>".utf8)
    let read = try DocumentReader().documents(in: latin, of: InputFile(path: "p.html", id: "p"))
    #expect(
      Self.paragraphs(try #require(read.first).get().document) == [
        "The café of the minister in Orléans, where all of them met."
      ])
  }

  @Test func pagesAreKnownByWhatTheyBeginWith() throws {
    let page = " <!DOCTYPE html><html><body><p>\(Self.first)</p></body></html>"
    #expect(Self.paragraphs(try Self.read(page, path: "-")) == [Self.first])
    #expect(Self.paragraphs(try Self.read(page, path: "page.txt")) == [Self.first])
    #expect(String(decoding: try Self.read("a < b and <p>", path: "page.txt").source, as: UTF8.self) == "a < b and <p>")
  }

  @Test func pagesWithoutText() {
    for page in ["", "<html></html>", "<nav><a href=/>Home</a></nav>", "<script>var a = 1</script>"] {
      #expect(throws: InputError.empty(path: "page.html")) { try Self.read(page) }
    }
  }

  /// Pages cut, doubled and strewn with random bytes: an answer or an error, no crash.
  @Test(arguments: 1...40) func mutatedPages(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(Self.layouts[random.below(Self.layouts.count)].page.utf8)
    for _ in 0..<random.below(60) {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes[place] = UInt8(random.below(256))
      case 1: bytes.removeSubrange(place..<min(place + random.below(20), bytes.count))
      case 2: bytes.insert(contentsOf: Array("<div><p class='a'><!--".utf8), at: place)
      default: bytes.insert(contentsOf: bytes[place..<min(place + 40, bytes.count)], at: place)
      }
      if bytes.isEmpty { bytes = [60] }
    }
    let results = try? DocumentReader(format: .html).documents(in: bytes, of: InputFile(path: "p.html", id: "p"))
    for result in results ?? [] {
      if case .success(let read) = result {
        #expect(String(validating: read.document.source, as: UTF8.self) != nil, "seed \(seed)")
      }
    }
  }
}
