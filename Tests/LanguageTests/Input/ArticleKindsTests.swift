import Testing

@testable import Language

/// Where the article of a page stands: each rule has pages that need it, and one that it must not touch.
@Suite struct ArticleKindsTests {
  private static let lines = [
    "Sweden's parliament voted on Tuesday to raise the tax on fuel, the finance minister told reporters.",
    "Farmers in the north, who had blocked two motorways, called the vote a betrayal of their work.",
    "The tax brings in four billion kronor a year, half of which the railways will get for repairs.",
    "A poll of the broadcaster found that most drivers would rather pay more than lose the trains.",
  ]
  private static let text = lines.map { "<p>\($0)</p>" }

  private static func all(_ range: ClosedRange<Int> = 0...3, times: Int = 1) -> String {
    String(repeating: text[range].joined(), count: times)
  }

  private static func teaser(_ number: Int) -> String {
    "Something else of day number \(number) is told here in one line, with a comma in it."
  }

  private static func row(_ count: Int, _ part: (Int) -> String) -> String { (0..<count).map(part).joined() }

  private static func read(_ body: String, title: String = "Vote") throws -> String {
    let page =
      "<html><head><title>\(title) | Wire</title></head><body><nav><a href=/>Home</a></nav>\(body)"
      + "<footer><p>© Wire, all rights reserved in all of the countries.</p></footer></body></html>"
    let results = try DocumentReader().documents(in: Array(page.utf8), of: InputFile(path: "p.html", id: "p"))
    return String(decoding: try #require(results.first).get().document.source, as: UTF8.self)
  }

  /// Expects all four lines, in order, and nothing of other stories.
  private static func expectArticle(
    _ body: String, title: String = "Vote", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try read(body, title: title)
    let places = lines.map { found.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil }, "\(found)", sourceLocation: sourceLocation)
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(found)", sourceLocation: sourceLocation)
    #expect(!found.contains("Something else"), "\(found)", sourceLocation: sourceLocation)
    #expect(!found.contains("all rights"), sourceLocation: sourceLocation)
  }

  // MARK: - Words of furniture in the names of wrappers

  @Test(arguments: [
    "<div class='layout sidebar-left'><div class='c'><h1>Vote</h1>\(all())</div></div>",
    "<div class='no-ads with-newsletter'><div>\(all())</div></div>",
    "<div id='modal-root' class='overlayWrap'><div class='modal-window'>\(all())</div></div>",
    "<form id='form1'><div class='nav-drawer-push'>\(all())</div></form>",
    "<div class='widget blog'>\(all())</div><div class='widget'><p>\(teaser(1))</p></div>",
    "<div aria-hidden='true'><h1>Vote</h1>\(all())</div>",
    "<div class='social-page'><h1>Vote on the tax on fuel</h1>\(all())</div>",
    "<div class='promo'>\(all())</div>", "<h1>Vote</h1><div class='promo-wrapper'>\(all())</div>",
    "<div class='related-on'><div class='teaser'>\(all())</div></div><div class='x'><p>It rained.</p></div>",
    "<div class='promo'>\(all(times: 2))<ul>\(row(5) { "<li><a href='/\($0)'>Headline of another</a></li>" })</ul></div>",
    "<div class='layout-related-rail'>\(all(times: 3))</div><div class='sidebar'><p>\(teaser(1))</p></div>",
    "<div>\(text.map { "<div class='promo-text'>\($0)</div>" }.joined())</div>",
    "<aside>\(all())</aside>", "<main><aside class='related'><h1>Vote</h1>\(all())</aside></main>",
    "<div role='complementary'>\(all(times: 2))</div><div class='cookies'><p>\(teaser(1))</p></div>",
  ])
  func wrappersMayHaveAnyName(_ body: String) throws { try Self.expectArticle(body) }

  @Test(arguments: [
    "<div class='text'>\(all())</div><div class='sidebar-left'><p>\(teaser(1))</p><p>\(teaser(2))</p></div>",
    "<div class='text'>\(all())</div><div class='modal'><p>\(teaser(1))</p></div>",
    "<div class='c'><h1>Vote</h1>\(all())</div><div class='reader-comments'>\(row(9) { "<p>\(teaser($0))</p>" })</div>",
    "<div>\(all())<div class='promo-content'><p>\(teaser(1))</p></div></div>",
    "<div><h1>Vote</h1>\(all())</div><div class='promo'>\(row(5) { "<p>\(teaser($0))</p>" })</div>",
    "<div><h1>Vote</h1>\(all())</div><aside>\(row(6) { "<p>\(teaser($0))</p>" })</aside>",
    "<h1>Vote</h1><div>\(all())</div><div class='related-rail'>\(row(20) { "<div><a href='/\($0)'>Headline of another</a><p>\(teaser($0))</p></div>" })</div>",
    "<header><h1>Wire</h1><p>\(teaser(1))</p></header><div>\(all())</div>",
  ])
  func whatTheyNameIsLeftOut(_ body: String) throws { try Self.expectArticle(body) }

  // MARK: - The first paragraphs in boxes of their own

  @Test(arguments: [
    "<div class='s'><div class='one'>\(text[0])</div><div class='two'>\(text[1])</div><div>\(all(2...3, times: 4))</div></div>",
    "<div class='s'>\(text[0])\(text[1])<div class='more'>\(all(2...3, times: 4))</div></div>",
    "<div class='s'><div class='more'>\(all(0...2, times: 4))</div>\(text[3])</div>",
    "<header><h1>Vote on the fuel tax</h1><p>\(lines[0])</p></header><div><div>\(all(1...3, times: 3))</div></div>",
    "<article><div class='intro'><b>\(lines[0])</b></div><div>\(all(1...2, times: 4))</div><div>\(text[3])</div></article>",
    "<div><h1>Vote</h1><div><div>\(text[0])</div></div><div><div>\(all(1...3, times: 4))</div></div></div>",
  ])
  func theLeadIsFound(_ body: String) throws { try Self.expectArticle(body, title: "Vote on the fuel tax") }

  /// A line above the headline or below the article, of another box, is none of it.
  @Test(arguments: [
    "<div class='x'><p>\(teaser(1))</p></div><div><h1>Vote</h1><div>\(all(times: 2))</div></div>",
    "<div><h1>Vote</h1><div>\(all(times: 2))</div></div><div class='x'><p>\(teaser(1))</p></div>",
  ])
  func linesOfOtherBoxesAreLeftOut(_ body: String) throws { try Self.expectArticle(body) }

  // MARK: - Several sections

  @Test(arguments: [
    "<div><div class='p1'><section class='o'><div>\(all(0...1, times: 3))</div></section></div><div class='p2'><section class='o'><div>\(all(2...3, times: 3))</div></section></div></div>",
    "<div><div class='chunk'>\(all(0...1, times: 3))</div><figure><img src=x></figure><div class='chunk'>\(all(2...3))</div></div>",
    "<div><div itemprop='articleBody'>\(all(0...1, times: 3))</div><div>advert</div><div itemprop='articleBody'>\(all(2...3))</div></div>",
    "<main><article>\(all(0...1, times: 2))</article><div class='ad-slot'>Buy</div><article>\(all(2...3, times: 2))</article></main>",
    "<article>\(all(0...1))<h2>More in need as prices rise</h2>\(all(2...3))</article>",
  ])
  func sectionsAreJoined(_ body: String) throws { try Self.expectArticle(body) }

  @Test func whatFollowsAHeadingOfOthersIsLeftOut() throws {
    for heading in ["Related stories", "Most read", "More from Wire", "Comments", "You may also like", "Read next"] {
      try Self.expectArticle(
        "<div><div>\(Self.all(times: 2))<div><h3>\(heading)</h3></div><p>\(Self.teaser(1))</p><p>\(Self.teaser(2))</p></div></div>"
      )
    }
  }

  // MARK: - Cards, lists and labels

  @Test(arguments: [
    "<main>\(row(12) { "<article class='k'><h3><a href='/\($0)'>Headline of another \($0)</a></h3><p>\(teaser($0))</p></article>" })<div><h1>Vote</h1>\(all(times: 2))</div></main>",
    "<article class='m'>\(all(times: 2))</article>\(row(8) { "<article class='k'><p>\(teaser($0))</p></article>" })",
    "<div class='p'><div>\(all(times: 2))</div><ul>\(row(20) { "<li>\(teaser($0))</li>" })</ul></div>",
    "<div class='p'><div>\(all(times: 2))</div><div>\(row(9) { "<a href='/\($0)'><h4>Headline of another</h4><p>\(teaser($0))</p></a>" })</div></div>",
    "<div class='p'><div>\(row(6) { "<div class='tile'><p>\(teaser($0))</p></div>" })</div><div>\(all(times: 2))</div></div>",
  ])
  func cardsAreLeftOut(_ body: String) throws { try Self.expectArticle(body) }

  @Test func labelsOfPlayersAreLeftOut() throws {
    let labels = "<div>Current Time 0:00</div><div>Loaded</div><ul><li>Captions</li><li>Chapters</li></ul>"
    let found = try Self.read("<main><div><div>\(labels)</div></div><h1>Vote</h1>\(Self.all(times: 2))</main>")
    for label in ["Current", "Loaded", "Captions", "Chapters"] { #expect(!found.contains(label), "\(found)") }
  }

  /// Lists, short sentences and boxes that are the article.
  @Test(arguments: [
    "<article>\(text[0])<p>The plan has three parts:</p><ul><li>\(lines[1])</li><li>\(lines[2])</li><li>\(lines[3])</li></ul></article>",
    "<article><div>\(text[0])\(text[1])</div><div><h2>What we know</h2><ul><li>\(lines[2])</li><li>\(lines[3])</li><li>The vote on the budget as a whole is on Friday.</li></ul></div></article>",
    "<main><h1>Vote</h1>\(text.map { "<article><h3>10:05</h3>\($0)</article>" }.joined())</main>",
    "<div>\(text.map { "<div class='card'><div class='card-body'>\($0)</div></div>" }.joined())</div>",
    "<div>\(text.map { "<div class='para'>\($0)</div>" }.joined())</div>",
    "<story-page><story-text>\(all())</story-text></story-page>",
    "<div>\(lines.joined(separator: "<br><br>"))</div>",
    "<ol>\(text.map { "<li>\($0)</li>" }.joined())</ol>",
    "<table><tr><td><a href=/a>One</a></td><td>\(all())</td></tr></table>",
  ])
  func whatLooksLikeThemIsKept(_ body: String) throws { try Self.expectArticle(body) }

  /// A sentence with many links is one; a link with a word beside it is none.
  @Test func linkedText() throws {
    let linked =
      "<p><a href=/a>Sweden</a> and <a href=/b>Norway</a> told <a href=/c>the European Commission</a> on Friday that "
      + "<a href=/d>the new railway</a> would be late.</p>"
    let found = try Self.read(
      "<div>\(linked)\(Self.all())<p><a href=/e>Five things that you did not know about trains</a> today</p></div>")
    #expect(found.hasPrefix("Sweden and Norway told the European Commission on Friday"))
    #expect(!found.contains("Five things"))
  }

  /// A page of nothing but teasers, or of what readers say, has no article.
  @Test(arguments: [
    "<div class='promo'>\(row(9) { "<div><a href='/\($0)'>Headline of another</a><p>\(teaser($0))</p></div>" })</div>",
    "<aside>\(row(9) { "<div><a href='/\($0)'>Headline of another</a><p>\(teaser($0))</p></div>" })</aside>",
    "<h1>Vote</h1><div class='comments'>\(row(9) { "<p>\(teaser($0))</p>" })</div>",
  ])
  func whatOthersSayIsNoArticle(_ body: String) { #expect(throws: InputError.self) { try Self.read(body) } }

  /// A paragraph that is a link as a whole goes on where the text does; a teaser at the end does not.
  @Test func aParagraphMayBeALink() throws {
    func link(_ text: String) -> String { "<p><a href=/x>\(text)</a></p>" }
    let rest = Self.text[1...].joined()
    try Self.expectArticle("<article><h1>Vote</h1>\(link(Self.lines[0]))\(rest)</article>")
    try Self.expectArticle("<article>\(link(Self.lines[0]))<p>By Ann Lee</p>\(rest)</article>")
    try Self.expectArticle(
      "<article>\(Self.text[0])\(link(Self.lines[1]))\(Self.text[2])\(Self.text[3])\(link(Self.teaser(1)))</article>")
    try Self.expectArticle(
      "<article>\(Self.all())<a href=/y><p>\(Self.teaser(1))</p></a>\(link(Self.teaser(2)))\(link(Self.teaser(3)))</article>"
    )
  }

  @Test func shortSentencesOfTheArticleAreKept() throws {
    let found = try Self.read(
      "<article>\(Self.all())<p>“No,” she said.</p><div>It rained.</div><div>Share</div></article>")
    #expect(found.hasSuffix("“No,” she said.\n\nIt rained."))
  }
}
