/// The main text of a page: paragraphs, headings and list items, without what surrounds an article.
///
/// Text density and link density decide, as in Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow
/// Text Features" (WSDM 2010), and paragraphs vote for the elements around them, as in Mozilla's Readability.
struct HTMLArticle {
  /// A paragraph, heading or list item.
  private struct Block {
    var node: Int
    var text: String
    /// Characters of `text` in links.
    var linked: Int
    var isHeading: Bool

    var linkDensity: Double { text.isEmpty ? 0 : Double(linked) / Double(text.count) }
  }

  private let page: HTMLPage
  private let isDropped: [Bool]
  /// By node: the nearest block element that holds it; -1 for none.
  private let blockOf: [Int]
  /// By node: whether a link inside its block holds it.
  private let isLinked: [Bool]

  /// - Complexity: O(*n*) in the number of nodes, however deep they nest.
  init(_ page: HTMLPage) {
    self.page = page
    let count = page.nodes.count
    var isDropped = [Bool](repeating: false, count: count)
    var isInArticle = isDropped
    var isLinked = isDropped
    var blockOf = [Int](repeating: -1, count: count)
    for (index, node) in page.nodes.enumerated() {
      let isBlock = Self.blockNames.contains(node.name)
      if node.parent >= 0 {
        isInArticle[index] = isInArticle[node.parent]
        isLinked[index] = isLinked[node.parent] && !isBlock
        blockOf[index] = blockOf[node.parent]
      }
      isDropped[index] =
        (node.parent >= 0 && isDropped[node.parent])
        || HTMLBoilerplate.isDropped(node, isInArticle: isInArticle[index])
      if node.name == "article" || node.name == "main" { isInArticle[index] = true }
      if node.name == "a" { isLinked[index] = true }
      if isBlock { blockOf[index] = index }
    }
    (self.isDropped, self.isLinked, self.blockOf) = (isDropped, isLinked, blockOf)
  }

  /// The paragraphs of the article in order, white space as single spaces; empty when the page has no text.
  func paragraphs() -> [String] {
    let blocks = blocks()
    guard let container = container(of: blocks) else { return [] }
    let inside = blocks.filter { page.subtree(container).contains($0.node) }
    var kept: [Block] = []
    for block in inside where block.isHeading || (block.linkDensity < 0.5 && !HTMLBoilerplate.isNotice(block.text)) {
      kept.append(block)
    }
    // A heading with nothing below it introduces what was dropped.
    while kept.last?.isHeading == true { kept.removeLast() }
    return kept.map(\.text)
  }

  // MARK: - Blocks

  private static let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3",
    "h4",
    "h5", "h6", "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]

  /// The runs of text between the borders of block elements.
  private func blocks() -> [Block] {
    var blocks: [Block] = []
    var text = ""
    var linked = 0
    var owner = -1
    func flush() {
      guard !text.isEmpty else { return }
      let isHeading = owner >= 0 && page.nodes[owner].name.count == 2 && page.nodes[owner].name.first == "h"
      blocks.append(Block(node: owner, text: text, linked: linked, isHeading: isHeading))
      text = ""
      linked = 0
    }
    var joins = false
    for (index, node) in page.nodes.enumerated() where !isDropped[index] {
      if !node.isText {
        if Self.blockNames.contains(node.name) || node.name == "br" { flush() }
        continue
      }
      let block = blockOf[index]
      if block != owner {
        flush()
        owner = block
        joins = false
      }
      // `<b>U.S</b>.`: no space stands between the two.
      joins = joins && !(node.text.first?.isWhitespace ?? true)
      var hasWord = false
      for word in HTMLPage.Words(node.text) {
        if !text.isEmpty, !joins || hasWord { text += " " }
        text += word
        hasWord = true
        if isLinked[index] { linked += word.count + 1 }
      }
      joins = hasWord && !(node.text.last?.isWhitespace ?? true)
    }
    flush()
    return blocks
  }

  // MARK: - The element that holds the article

  /// The element with the article: what the page names so where most of the running text is in it, otherwise the one
  /// for which the paragraphs vote.
  private func container(of blocks: [Block]) -> Int? {
    var votes = [Double](repeating: 0, count: page.nodes.count)
    var total = 0
    for block in blocks where block.node >= 0 && isRunningText(block) {
      total += block.text.count
      let vote = 1 + Double(block.text.count(where: { $0 == "," })) + min(Double(block.text.count) / 100, 3)
      var (element, share) = (page.nodes[block.node].parent, 1.0)
      for _ in 0..<3 where element >= 0 {
        votes[element] += vote * share
        (element, share) = (page.nodes[element].parent, share / 2)
      }
      if page.nodes[block.node].name == "div" || page.nodes[block.node].name == "td" { votes[block.node] += vote }
    }
    guard total > 0 else { return blocks.isEmpty ? nil : 0 }
    if let named = named(blocks, total) { return named }
    let best = votes.indices.max { (votes[$0], -$0) < (votes[$1], -$1) }
    return best.map { widened($0, votes) }
  }

  private func isRunningText(_ block: Block) -> Bool {
    !block.isHeading && block.text.count >= 40 && block.linkDensity < 0.33
  }

  /// The innermost of the elements that say they are the article and have half of the running text.
  private func named(_ blocks: [Block], _ total: Int) -> Int? {
    // Running text before each node, so that the text of an element is a difference.
    var before = [Int](repeating: 0, count: page.nodes.count + 1)
    for block in blocks where block.node >= 0 && isRunningText(block) { before[block.node + 1] += block.text.count }
    for index in 1..<before.count { before[index] += before[index - 1] }
    return page.nodes.indices.last { index in
      let range = page.subtree(index)
      return !isDropped[index] && HTMLBoilerplate.isNamedArticle(page.nodes[index])
        && (before[range.upperBound] - before[range.lowerBound]) * 2 > total
    }
  }

  /// The element around the best one, where its other children have nearly as many votes: text in several boxes.
  private func widened(_ best: Int, _ votes: [Double]) -> Int {
    var choice = best
    for _ in 0..<4 {
      let parent = page.nodes[choice].parent
      guard parent >= 0 else { return choice }
      let hasRival = page.subtree(parent).contains {
        page.nodes[$0].parent == parent && $0 != choice && votes[$0] > votes[best] * 0.3
      }
      if !hasRival { return choice }
      choice = parent
    }
    return choice
  }
}
