/// The heading of the article among those of a page.
struct HTMLHeadline {
  let node: Int
  /// Whether the title of the page repeats it.
  let isTitle: Bool

  /// Bytes of a heading that are looked at.
  private static let longest = 4 << 10

  /// The first heading of the first rank that the title of the page repeats, else the only one; nil where there is
  /// none.
  init?(_ page: HTMLPage) {
    var title = ""
    var found: [Int] = []
    // Behind the last title and heading: what is in them is no other.
    var end = 0
    for (index, node) in page.nodes.enumerated() where !node.isText && index >= end {
      switch node.name {
      case "title":
        title += " " + page.text(index, most: Self.longest).lowercased()
        end = page.ends[index]
      case "meta" where node.attributes["property"]?.lowercased() == "og:title":
        title += " " + (node.attributes["content"] ?? "").prefix(Self.longest).lowercased()
      case "h1" where found.count < Self.most:
        found.append(index)
        end = page.ends[index]
      default: break
      }
    }
    let repeated = found.first { index in
      let text = page.text(index, most: Self.longest).lowercased()
      // The name of the site stands in titles, too.
      return text.split(separator: " ").count >= 3 && title.contains(text)
    }
    guard let node = repeated ?? (found.count == 1 ? found[0] : nil) else { return nil }
    self.node = node
    isTitle = repeated != nil
  }

  /// Headings that are compared.
  private static let most = 20
}
