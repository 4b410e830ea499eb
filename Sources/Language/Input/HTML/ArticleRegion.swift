/// The part of a page that has its article: the element for which the paragraphs vote, and what beside it goes on with
/// the same text.
///
/// Votes are as in Mozilla's Readability; text density and link density decide, as in Kohlschütter, Fankhauser and
/// Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010).
struct ArticleRegion {
  private let page: HTMLPage
  private let blocks: [PageBlock]
  private let measures: PageMeasures
  private let isDropped: [Bool]
  private let headline: Int?
  /// By node: whether it is in the region.
  private(set) var contains: [Bool]
  /// Characters of paragraphs in it.
  private var size = 0

  /// - Parameters:
  ///   - blocks: those that are not dropped.
  ///   - headline: the node of it.
  /// - Complexity: O(*n*) in the number of nodes.
  init(
    _ page: HTMLPage, _ blocks: [PageBlock], _ measures: PageMeasures, isDropped: [Bool], headline: Int?
  ) {
    self.page = page
    self.blocks = blocks
    self.measures = measures
    self.isDropped = isDropped
    self.headline = headline
    contains = [Bool](repeating: false, count: page.nodes.count)
    // Without a paragraph the page is all there is.
    guard measures.total > 0, let best = best() else {
      contains = [Bool](repeating: true, count: page.nodes.count)
      return
    }
    take(best)
    widen(from: best)
  }

  private mutating func take(_ node: Int) {
    for index in page.subtree(node) { contains[index] = true }
    size += measures.running(node)
  }

  // MARK: - The element with most of the text

  /// The element with the most votes, in what the page names its article where most of the paragraphs are in that.
  private func best() -> Int? {
    var votes = [Double](repeating: 0, count: page.nodes.count)
    for block in blocks where block.node >= 0 && block.isRunningText {
      let vote = 1 + Double(block.text.count(where: { $0 == "," })) + min(Double(block.size) / 100, 3)
      var (element, share) = (page.nodes[block.node].parent, 1.0)
      for _ in 0..<3 where element >= 0 {
        votes[element] += vote * share
        (element, share) = (page.nodes[element].parent, share / 2)
      }
      if page.nodes[block.node].name == "div" || page.nodes[block.node].name == "td" { votes[block.node] += vote }
    }
    let named = page.nodes.indices.last {
      !isDropped[$0] && HTMLBoilerplate.isNamedArticle(page.nodes[$0]) && measures.running($0) * 2 > measures.total
    }
    return (named.map(page.subtree) ?? page.nodes.indices).max { (votes[$0], -$0) < (votes[$1], -$1) }
  }

  // MARK: - What goes on with it

  /// Elements around the best one that have more than it are looked at up to here.
  private static let mostLevels = 6

  private mutating func widen(from best: Int) {
    let story = storyAround(best)
    let owners = Set(blocks.lazy.filter(\.isRunningText).map(\.node))
    var (path, level) = (best, 0)
    while level < Self.mostLevels, page.nodes[path].parent >= 0 {
      let parent = page.nodes[path].parent
      let isInStory = story.map { page.subtree($0).contains(parent) } ?? false
      var hasOthers = false
      for child in page.children(parent) where child != path && !isDropped[child] && !page.nodes[child].isText {
        guard measures.all(child) > 0 else { continue }
        hasOthers = true
        let isTaken =
          isInStory ? isProse(child) : level == 0 && story == nil ? stands(child, beside: path) : goesOn(child, path)
        if isTaken { take(child) }
      }
      // The element's own text, between its children.
      if isInStory || level == 0, owners.contains(parent) { contains[parent] = true }
      if hasOthers { level += 1 }
      path = parent
    }
  }

  /// The innermost element around a node that the page calls an article; nil where there is none.
  private func storyAround(_ node: Int) -> Int? {
    var element = node
    while element >= 0 {
      if HTMLBoilerplate.isNamedStory(page.nodes[element]) { return element }
      element = page.nodes[element].parent
    }
    return nil
  }

  /// Whether an element has headings or sentences, and little else.
  private func isProse(_ node: Int) -> Bool {
    let rest = measures.all(node) - measures.headings(node)
    return rest == 0 || measures.sentences(node) * 2 >= rest
  }

  /// Whether what stands right beside the article's text is part of it.
  private func stands(_ node: Int, beside path: Int) -> Bool {
    guard isProse(node) else { return false }
    let isParagraph = ["p", "blockquote", "pre", "ul", "ol"].contains(page.nodes[node].name)
    if isParagraph || measures.all(node) == measures.headings(node) { return true }
    return node < path && !isAboveHeadline(node) || goesOn(node, path)
  }

  /// Whether a box further away goes on with the text: one as large, one of the same kind, or a small one between the
  /// headline and the text.
  private func goesOn(_ node: Int, _ path: Int) -> Bool {
    let text = measures.running(node)
    guard text > 0, isProse(node) else { return false }
    if text * 5 >= size, measures.paragraphs(node) > 1 || text >= Self.longParagraph { return true }
    if isSameKind(page.nodes[node], page.nodes[path]) || HTMLBoilerplate.isNamedPart(page.nodes[node]) { return true }
    return node < path && headline != nil && !isAboveHeadline(node)
  }

  private func isAboveHeadline(_ node: Int) -> Bool { page.ends[node] <= headline ?? -1 }

  private static let longParagraph = 200

  private func isSameKind(_ a: HTMLPage.Node, _ b: HTMLPage.Node) -> Bool {
    if HTMLBoilerplate.isArticleBody(a), HTMLBoilerplate.isArticleBody(b) { return true }
    guard a.name == b.name, let name = a.attributes["class"], !name.isEmpty else { return false }
    return name == b.attributes["class"]
  }
}
