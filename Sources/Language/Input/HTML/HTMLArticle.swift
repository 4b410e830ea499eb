/// The main text of a page: paragraphs, headings and list items, without what surrounds an article.
struct HTMLArticle {
  private let content: PageContent
  private var page: HTMLPage { content.page }

  init(_ content: PageContent) { self.content = content }

  /// The paragraphs of the article in order, white space as single spaces; empty when the page has no text.
  ///
  /// - Complexity: O(*n*) in the number of nodes, however deep they nest.
  func paragraphs() -> [String] {
    let all = content.blocks
    let cards = spread(PageCards(page, PageMeasures(all, page)).marked(content.isFurniture))
    // What stories elsewhere are about does not count for this one.
    let isNone = content.furniture.all(PageMeasures(all, page) { !cards[$0.node] })
    let isDropped = isNone.indices.map { isNone[$0] || cards[$0] }
    let isLess = isDropped != content.isFurniture
    let blocks = withoutOthers(isLess ? PageBlock.blocks(of: page, isDropped: isDropped) : all)
    let region = ArticleRegion(
      page, blocks, PageMeasures(blocks, page), isDropped: isDropped, headline: content.headline?.node)
    return kept(blocks.filter { $0.node < 0 || region.contains[$0.node] })
  }

  private func spread(_ marks: [Bool]) -> [Bool] {
    var marks = marks
    for (index, node) in page.nodes.enumerated() where node.parent >= 0 && marks[node.parent] { marks[index] = true }
    return marks
  }

  /// The blocks without what follows headings such as `Related stories`, up to the next heading of that rank or the end
  /// of what the heading is in; what goes before the first paragraph stays.
  private func withoutOthers(_ blocks: [PageBlock]) -> [PageBlock] {
    var kept: [PageBlock] = []
    var hasText = false
    var others: (rank: Int, end: Int)?
    for block in blocks {
      if let (rank, end) = others {
        if block.node < end, (block.heading ?? 7) > rank { continue }
        others = nil
      }
      if hasText, block.heading != nil, HTMLBoilerplate.introducesOthers(block.text) {
        others = (block.heading ?? 7, page.ends[box(around: block)])
        continue
      }
      hasText = hasText || block.isRunningText
      kept.append(block)
    }
    return kept
  }

  /// The element that a heading is in, those that hold nothing else passed over.
  private func box(around block: PageBlock) -> Int {
    var node = block.node
    for _ in 0..<3 where page.nodes[node].parent >= 0 {
      let end = page.ends[node]
      node = page.nodes[node].parent
      if page.ends[node] > end { break }
    }
    return node
  }

  /// What of the region is text: no links, labels or notices, and no heading whose text they were.
  private func kept(_ blocks: [PageBlock]) -> [String] {
    let owners = Set(blocks.lazy.filter(\.isSentence).map(\.node))
    let linked = linkedParagraphs(blocks)
    var kept: [PageBlock] = []
    /// Whether something was left out behind the last that was kept.
    var hasGap = false
    for (place, block) in blocks.enumerated() {
      guard block.isKept || linked.contains(place), !isLabel(block, owners),
        !PublicationLine.isNothingElse(block.text)
      else {
        hasGap = true
        continue
      }
      if let rank = block.heading, hasGap, let last = kept.last?.heading, last >= rank { kept.removeLast() }
      kept.append(block)
      hasGap = false
    }
    // A heading with nothing below it introduces what was dropped.
    while kept.last?.heading != nil { kept.removeLast() }
    return kept.map(\.text)
  }

  /// Places of the paragraphs that are a link as a whole and part of the text, because it goes on behind them in the
  /// same element; at its end stand links to other stories.
  private func linkedParagraphs(_ blocks: [PageBlock]) -> Set<Int> {
    var found: Set<Int> = []
    /// By element: whether the next of its paragraphs is text.
    var goesOn: [Int: Bool] = [:]
    for place in blocks.indices.reversed() {
      let block = blocks[place]
      guard block.isParagraph, block.node >= 0 else { continue }
      let parent = page.nodes[block.node].parent
      if block.isLinkedSentence, goesOn[parent] == true { found.insert(place) }
      // Bylines and other labels are passed over.
      if block.isSentence || block.linkDensity >= 0.5 { goesOn[parent] = block.isSentence }
    }
    return found
  }

  /// Whether a block is a word or two in a box, as players and buttons have, and no part of a paragraph.
  private func isLabel(_ block: PageBlock, _ owners: Set<Int>) -> Bool {
    guard block.heading == nil, !block.isParagraph, block.node >= 0, !owners.contains(block.node) else { return false }
    guard ["article", "center", "div", "main", "section"].contains(page.nodes[block.node].name) else { return false }
    return block.words < 8 && !block.endsSentence
  }
}
