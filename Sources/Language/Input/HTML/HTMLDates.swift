/// Finds the day on which a page says that it was published: for machines first, then for readers; else that of its
/// last change, which is not before it.
struct HTMLDates {
  private let content: PageContent
  private var page: HTMLPage { content.page }

  init(_ content: PageContent) { self.content = content }

  /// The day of publication, or else of the last change; nil where the page says none.
  ///
  /// - Complexity: O(*n*) in the number of nodes.
  func published() -> CalendarDate? {
    named(Self.ranks) ?? linkedData("\"datePublished\"") ?? linkedData("\"dateCreated\"") ?? marked() ?? time()
      ?? PublicationLine.day(on: content) ?? address()
      ?? named(Self.ranksOfChanges) ?? linkedData("\"dateModified\"") ?? named(Self.ranksOfFiles)
  }

  // MARK: - For machines

  /// Names of `meta` without marks and capitals: `article:published_time`, `DC.date.issued`.
  private static let names = [
    "articlepublishedtime", "ogarticlepublishedtime", "ogpublishedtime", "articlepublished", "datepublished",
    "publisheddate", "publishedtime", "published", "parselypubdate", "sailthrudate", "citationpublicationdate",
    "citationonlinedate", "citationdate", "dcdateissued", "dctermsissued", "dcissued", "dcdate", "dctermsdate",
    "dcdatecreated", "dctermscreated", "dctermsavailable", "pubdate", "publishdate", "publicationdate", "publishtime",
    "originalpublicationdate", "articledateoriginal", "articleoriginaldate", "cxenseparserecspublishtime", "btpubdate",
    "rnewsdatepublished", "ptime", "displaydate", "releasedate", "datecreated", "created", "date",
  ]
  private static let ranks = ranked(names)
  /// The same of the last change, and of the file that the server has, which may be made anew every day.
  private static let ranksOfChanges = ranked([
    "articlemodifiedtime", "ogarticlemodifiedtime", "ogmodifiedtime", "ogupdatedtime", "datemodified", "modifiedtime",
    "dctermsmodified", "dcdatemodified", "modified",
  ])
  private static let ranksOfFiles = ranked(["lastmodified"])

  private static func ranked(_ names: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// Bytes of a name or an address that is looked at.
  private static let longestName = 2 << 10

  /// The day of the `meta` of the best rank.
  private func named(_ ranks: [String: Int]) -> CalendarDate? {
    var best: (rank: Int, day: CalendarDate)?
    for node in page.nodes where node.name == "meta" {
      guard let content = node.attributes["content"] else { continue }
      for attribute in ["property", "name", "itemprop", "http-equiv"] {
        guard let name = node.attributes[attribute]?.prefix(64).lowercased().filter(\.isLetter),
          let rank = ranks[name], rank < best?.rank ?? .max, let day = WrittenDate.machine(content)
        else { continue }
        best = (rank, day)
      }
    }
    return best?.day
  }

  /// Bytes of a script in which a date is looked for.
  private static let longestScript = 1 << 20

  /// The first day under a key of JSON-LD (https://schema.org/datePublished).
  private func linkedData(_ key: String) -> CalendarDate? {
    for (index, node) in page.nodes.enumerated() where node.name == "script" {
      guard node.attributes["type"]?.lowercased().hasPrefix("application/ld+json") == true else { continue }
      if let day = Self.value(of: key, in: page.text(index, most: Self.longestScript)) { return day }
    }
    return nil
  }

  private static func value(of key: String, in json: String) -> CalendarDate? {
    var rest = json[...]
    while let name = rest.firstRange(of: key) {
      rest = rest[name.upperBound...]
      let value = rest.prefix(200).drop { $0 == ":" || $0.isWhitespace }
      guard value.first == "\"" else { continue }
      if let day = WrittenDate.machine(String(value.dropFirst().prefix { $0 != "\"" })) { return day }
    }
    return nil
  }

  /// Elements that are marked as the date of publication: by microdata, RDFa, microformats or `pubdate`.
  private func marked() -> CalendarDate? {
    for (index, node) in page.nodes.enumerated() where !node.attributes.isEmpty && node.name != "meta" {
      let terms = ["itemprop", "property"].compactMap { node.attributes[$0]?.lowercased() }
        .flatMap { $0.split(separator: " ") }.map { $0.split(separator: ":").last ?? "" }
      let classes = node.attributes["class"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
      let isMarked =
        terms.contains("datepublished") || terms.contains("published_time") || node.attributes["pubdate"] != nil
        || classes.contains("dt-published") || classes.contains("published") || classes.contains("entry-date")
      guard isMarked else { continue }
      let values = ["datetime", "content", "title"].lazy.compactMap { node.attributes[$0] }
      if let day = values.lazy.compactMap({ WrittenDate.machine($0) }).first { return day }
      if let day = WrittenDate(in: page.text(index, most: Self.longestName), order: order)?.day { return day }
    }
    return nil
  }

  /// The first `time` behind the headline, else the first of all.
  private func time() -> CalendarDate? {
    var first: CalendarDate?
    for (index, node) in page.nodes.enumerated() where node.name == "time" {
      let values = ["datetime", "data-timestamp"].lazy.compactMap { node.attributes[$0] }
      guard let day = values.compactMap({ WrittenDate.machine($0) }).first else { continue }
      if index > content.headline?.node ?? -1 { return day }
      first = first ?? day
    }
    return first
  }

  /// `https://example.org/2025/03/14/talks` where the page names its own address.
  private func address() -> CalendarDate? {
    for node in page.nodes {
      let address: String?
      switch node.name {
      case "link" where node.attributes["rel"]?.lowercased() == "canonical": address = node.attributes["href"]
      case "meta" where node.attributes["property"]?.lowercased() == "og:url": address = node.attributes["content"]
      default: continue
      }
      let path = String((address ?? "").prefix(Self.longestName))
      if let found = WrittenDate(in: path), !found.others.isEmpty { return found.day }
    }
    return nil
  }

  private var order: WrittenDate.Order? { PublicationLine.order(of: page) }
}
