/// What a page says of itself: title, date, publisher.
struct HTMLMetadata {
  private(set) var title: String?
  /// The day, ISO 8601: `2025-04-02`.
  private(set) var date: String?
  private(set) var source: String?

  init(_ content: PageContent) {
    let page = content.page
    var meta: [String: String] = [:]
    var (pageTitle, heading): (String?, String?)
    // Behind the last title and heading without a word: what is in them has none either.
    var (titleEnd, headingEnd) = (0, 0)
    for (index, node) in page.nodes.enumerated() where !node.isText {
      switch node.name {
      case "meta":
        let name = node.attributes["property"] ?? node.attributes["name"]
        if let name = name?.lowercased(), let content = node.attributes["content"], meta[name] == nil {
          meta[name] = content
        }
      case "title" where pageTitle == nil && index >= titleEnd:
        pageTitle = Self.words(page.text(index, most: Self.longestTitle))
        titleEnd = page.ends[index]
      case "h1" where heading == nil && index >= headingEnd:
        heading = Self.words(page.text(index, most: Self.longestTitle))
        headingEnd = page.ends[index]
      default: break
      }
    }
    title =
      Self.words(meta["og:title"] ?? "") ?? content.headline.flatMap {
        Self.words(page.text($0.node, most: Self.longestTitle))
      }
      ?? heading ?? pageTitle.map(Self.withoutSite)
    date = HTMLDates(content).published()?.iso
    source = Self.words(meta["og:site_name"] ?? "")
  }

  /// Bytes of a title that are kept.
  private static let longestTitle = 4 << 10

  private static func words(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// `Rutte meets Rubio | Harbor Wire` without the name of the site: the longest part.
  private static func withoutSite(_ title: String) -> String {
    for mark in [" | ", " — ", " – ", " - ", " :: "] {
      let parts = title.split(separator: mark)
      if parts.count > 1, let longest = parts.max(by: { $0.count < $1.count }) { return String(longest) }
    }
    return title
  }
}
