/// What a page says of itself: title, date, publisher.
struct HTMLMetadata {
  private(set) var title: String?
  /// As the page writes it, ISO 8601 in front: `2025-04-02T10:00:00Z`.
  private(set) var date: String?
  private(set) var source: String?

  init(_ page: HTMLPage) {
    var meta: [String: String] = [:]
    var (pageTitle, heading, time, linkedData): (String?, String?, String?, String?)
    // Behind the last title and heading without a word: what is in them has none either.
    var (titleEnd, headingEnd) = (0, 0)
    for (index, node) in page.nodes.enumerated() where !node.isText {
      switch node.name {
      case "meta":
        let name = node.attributes["property"] ?? node.attributes["name"] ?? node.attributes["itemprop"]
        if let name = name?.lowercased(), let content = node.attributes["content"], meta[name] == nil {
          meta[name] = content
        }
      case "title" where pageTitle == nil && index >= titleEnd:
        pageTitle = Self.words(page.text(index, most: Self.longestTitle))
        titleEnd = page.ends[index]
      case "h1" where heading == nil && index >= headingEnd:
        heading = Self.words(page.text(index, most: Self.longestTitle))
        headingEnd = page.ends[index]
      case "time": time = time ?? node.attributes["datetime"]
      case "script" where node.attributes["type"]?.lowercased() == "application/ld+json":
        linkedData = linkedData ?? Self.published(in: page.text(index, most: Self.longestScript))
      default: break
      }
    }
    title = Self.words(meta["og:title"] ?? "") ?? heading ?? pageTitle.map(Self.withoutSite)
    let named = Self.dateNames.lazy.compactMap { meta[$0] }.first
    date = [named, linkedData, time].lazy.compactMap { $0 }.first { Self.isDate($0) }.map { String($0.prefix(10)) }
    source = Self.words(meta["og:site_name"] ?? "")
  }

  /// Bytes of a title that are kept, and of a script in which a date is looked for.
  private static let longestTitle = 4 << 10
  private static let longestScript = 1 << 20

  private static let dateNames = [
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dc.date.issued",
    "dc.date", "dcterms.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "date",
  ]

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

  /// The value of `"datePublished"` in JSON-LD.
  private static func published(in json: String) -> String? {
    guard let name = json.range(of: "\"datePublished\"") else { return nil }
    let rest = json[name.upperBound...].drop { $0 == ":" || $0.isWhitespace }
    guard rest.first == "\"" else { return nil }
    return String(rest.dropFirst().prefix { $0 != "\"" })
  }

  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(10))
    return bytes.count == 10 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
      && [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { (0x30...0x39).contains(bytes[$0]) }
  }
}

extension String {
  /// Where `part` first stands; nil when it does not.
  fileprivate func range(of part: String) -> Range<String.Index>? {
    firstRange(of: part)
  }
}
