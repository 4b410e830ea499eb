/// Which elements of a page are none of its article: by what they are, by their names, and by how much is in them.
struct PageFurniture {
  private let page: HTMLPage
  private let kinds: [HTMLBoilerplate.Kind]
  /// The heading that the title of the page repeats, or its only one; nil where there is none.
  private let headline: Int?
  /// Whether it is no name of a site, which stands in the head of pages, too.
  private let isTitled: Bool

  init(_ page: HTMLPage, headline: HTMLHeadline?) {
    self.page = page
    self.headline = headline?.node
    isTitled = headline?.isTitle ?? false
    var isInArticle = [Bool](repeating: false, count: page.nodes.count)
    kinds = page.nodes.enumerated().map { index, node in
      if node.parent >= 0 { isInArticle[index] = isInArticle[node.parent] }
      defer { if node.name == "article" || node.name == "main" { isInArticle[index] = true } }
      return HTMLBoilerplate.kind(of: node, isInArticle: isInArticle[index])
    }
  }

  /// By node: whether it is in an element that never is part of an article.
  func certain() -> [Bool] { spread { kinds[$0] == .never } }

  /// By node: whether it is in an element that is none of the article.
  ///
  /// - Parameter measures: of what ``certain()`` leaves.
  func all(_ measures: PageMeasures) -> [Bool] {
    let others = page.nodes.indices.filter { kinds[$0] == .others && !isArticle($0, measures, of: measures.total) }
    // Each of them once, however they lie in one another.
    var (left, end) = (measures.total, 0)
    for node in others where node >= end {
      left -= measures.running(node)
      end = page.ends[node]
    }
    var isNone = [Bool](repeating: false, count: page.nodes.count)
    for node in others { isNone[node] = true }
    return spread { node in
      kinds[node] == .never || isNone[node] || kinds[node] == .layout && !hasMost(node, measures, of: left)
    }
  }

  private func holds(_ node: Int, _ part: Int?) -> Bool { part.map(page.subtree(node).contains) ?? false }

  /// Whether the headline and half of the page are in an element.
  private func isArticle(_ node: Int, _ measures: PageMeasures, of total: Int) -> Bool {
    measures.running(node) * 2 > total && holds(node, headline)
  }

  /// Whether so much of the page is in an element that there is no article without it.
  private func hasMost(_ node: Int, _ measures: PageMeasures, of total: Int) -> Bool {
    let size = measures.running(node)
    if size == 0 { return false }
    if holds(node, headline) { return page.nodes[node].name == "header" && isTitled || size * 4 >= total }
    return size * 2 > total && (headline == nil || (total - size) * 4 < total)
  }

  private func spread(_ isNone: (Int) -> Bool) -> [Bool] {
    var isDropped = [Bool](repeating: false, count: page.nodes.count)
    for (index, node) in page.nodes.enumerated() {
      isDropped[index] = node.parent >= 0 && isDropped[node.parent] || isNone(index)
    }
    return isDropped
  }
}
