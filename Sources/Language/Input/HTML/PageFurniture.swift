/// Which elements of a page are none of its article: by what they are, by their names, and by how much is in them.
struct PageFurniture {
  private let page: HTMLPage
  private let kinds: [HTMLBoilerplate.Kind]
  /// The heading that the title of the page repeats, or its only one; nil where there is none.
  private let headline: Int?
  /// Whether it is no name of a site, which stands in the head of pages, too.
  private let isTitled: Bool
  /// By node: whether it is in an element that never is part of an article.
  let certain: [Bool]

  /// Characters that an article has at least where another box has more.
  private static let shortestStory = 200
  /// Characters of paragraphs for each title that is a link, as rows of other stories have them at most.
  private static let longestSummary = 200

  init(_ page: HTMLPage, headline: HTMLHeadline?) {
    self.page = page
    self.headline = headline?.node
    isTitled = headline?.isTitle ?? false
    var isInArticle = [Bool](repeating: false, count: page.nodes.count)
    let kinds = page.nodes.enumerated().map { index, node in
      if node.parent >= 0 { isInArticle[index] = isInArticle[node.parent] }
      defer { if node.name == "article" || node.name == "main" { isInArticle[index] = true } }
      return HTMLBoilerplate.kind(of: node, isInArticle: isInArticle[index])
    }
    self.kinds = kinds
    certain = Self.certain(page, kinds, headline: headline?.node)
  }

  /// By node: whether it is in an element that never is part of an article, or stands beside one.
  private static func certain(_ page: HTMLPage, _ kinds: [HTMLBoilerplate.Kind], headline: Int?) -> [Bool] {
    let never = spread(page) { kinds[$0] == .never }
    guard page.nodes.indices.contains(where: { kinds[$0] == .beside && !never[$0] }) else { return never }
    let measures = PageMeasures(PageBlock.blocks(of: page, isDropped: never), page)
    let total = total(page, kinds, measures, headline: headline)
    func isAll(_ node: Int) -> Bool {
      let size = measures.running(node)
      return size > 0 && size * 5 >= total * 4 && isProse(node, measures)
    }
    return spread(page) { node in kinds[node] == .never || kinds[node] == .beside && !isAll(node) }
  }

  /// Characters of all paragraphs, without those in layout that has less than half of them: notices may be long.
  private static func total(
    _ page: HTMLPage, _ kinds: [HTMLBoilerplate.Kind], _ measures: PageMeasures, headline: Int?
  ) -> Int {
    var (total, end) = (measures.total, 0)
    for node in page.nodes.indices where node >= end && kinds[node] == .layout {
      let isHeadline = headline.map(page.subtree(node).contains) ?? false
      guard !isHeadline, measures.running(node) * 2 < measures.total else { continue }
      total -= measures.running(node)
      end = page.ends[node]
    }
    return total
  }

  /// Whether an element has paragraphs, and not a line below each of many titles that are links.
  private static func isProse(_ node: Int, _ measures: PageMeasures) -> Bool {
    let titles = measures.linkedTitles(node)
    return titles * 2 <= measures.paragraphs(node) || titles * longestSummary <= measures.running(node)
  }

  /// By node: whether it is in an element that is none of the article.
  ///
  /// - Parameter measures: of what ``certain`` leaves.
  func all(_ measures: PageMeasures) -> [Bool] {
    let total = Self.total(page, kinds, measures, headline: headline)
    var others = page.nodes.indices.filter { node in
      switch kinds[node] {
      case .others: !isArticle(node, measures) && !hasBulk(node, measures, of: total)
      case .replies: !isArticle(node, measures) && (headline != nil || measures.running(node) < measures.total)
      default: false
      }
    }
    var left = rest(without: others, measures)
    if left == 0 {
      // There is no article beside them: each of its paragraphs has such a name.
      others.removeAll {
        kinds[$0] == .others && measures.running($0) > 0 && Self.isProse($0, measures)
      }
      left = rest(without: others, measures)
    }
    var isNone = [Bool](repeating: false, count: page.nodes.count)
    for node in others { isNone[node] = true }
    return Self.spread(page) { node in
      certain[node] || isNone[node] || kinds[node] == .layout && !hasMost(node, measures, of: left)
    }
  }

  /// Characters of paragraphs in none of these elements, which are ascending.
  private func rest(without others: [Int], _ measures: PageMeasures) -> Int {
    // Each of them once, however they lie in one another.
    var (left, end) = (measures.total, 0)
    for node in others where node >= end {
      left -= measures.running(node)
      end = page.ends[node]
    }
    return left
  }

  private func holds(_ node: Int, _ part: Int?) -> Bool { part.map(page.subtree(node).contains) ?? false }

  /// Whether the headline and half of the page are in an element.
  private func isArticle(_ node: Int, _ measures: PageMeasures) -> Bool {
    measures.running(node) * 2 > measures.total && holds(node, headline)
  }

  /// Whether most paragraphs are in an element, and with the headline outside too few are for a story of its own.
  private func hasBulk(_ node: Int, _ measures: PageMeasures, of total: Int) -> Bool {
    let size = measures.running(node)
    guard size * 2 > total, Self.isProse(node, measures) else { return false }
    if headline == nil || holds(node, headline) { return true }
    return total - size < Self.shortestStory || (total - size) * 4 < total
  }

  /// Whether so much of the page is in an element that there is no article without it.
  private func hasMost(_ node: Int, _ measures: PageMeasures, of total: Int) -> Bool {
    let size = measures.running(node)
    if size == 0 { return false }
    if holds(node, headline) { return page.nodes[node].name == "header" && isTitled || size * 4 >= total }
    return size * 2 > total && (headline == nil || (total - size) * 4 < total)
  }

  private static func spread(_ page: HTMLPage, _ isNone: (Int) -> Bool) -> [Bool] {
    var isDropped = [Bool](repeating: false, count: page.nodes.count)
    for (index, node) in page.nodes.enumerated() {
      isDropped[index] = node.parent >= 0 && isDropped[node.parent] || isNone(index)
    }
    return isDropped
  }
}
