/// Finds what a page says of other stories in a row of boxes or a list: a title that is a link, a picture, a line.
struct PageCards {
  private let page: HTMLPage
  private let measures: PageMeasures

  /// Characters that a box about another story has at most, and that a page has beside such boxes if they are any.
  private static let longestCard = 500
  private static let shortestStory = 200
  /// As many alike are a row.
  private static let shortestRow = 3

  private static let cardNames: Set<String> = ["a", "article", "dd", "div", "figure", "li", "section", "td"]

  init(_ page: HTMLPage, _ measures: PageMeasures) {
    self.page = page
    self.measures = measures
  }

  /// By node: whether it is such a box, or a list of them; none where the page has little else.
  ///
  /// - Complexity: O(*n*) in the number of nodes.
  func marked(_ isDropped: [Bool]) -> [Bool] {
    var marked = [Bool](repeating: false, count: page.nodes.count)
    var (text, unlinked) = (0, 0)
    for parent in page.nodes.indices where !page.nodes[parent].isText && !isDropped[parent] {
      for card in row(in: parent, isDropped) where !marked[card.node] {
        marked[card.node] = true
        text += measures.running(card.node)
        if !card.hasTitle { unlinked += measures.running(card.node) }
      }
    }
    let rest = measures.total - text
    // Entries of a running report look like cards without links; they are more than what is around them.
    guard rest >= Self.shortestStory, rest * 2 >= unlinked else {
      return [Bool](repeating: false, count: page.nodes.count)
    }
    let neighbors = Neighbors(page, measures, isDropped)
    for list in page.nodes.indices where !marked[list] && !isDropped[list] && isLoose(list, neighbors) {
      let size = measures.running(list)
      if rest - size >= Self.shortestStory { marked[list] = true }
    }
    return marked
  }

  /// The children of an element that are cards: most of those with one name.
  private func row(in parent: Int, _ isDropped: [Bool]) -> [(node: Int, hasTitle: Bool)] {
    // Few elements have so many boxes.
    var boxes: [Int] = []
    for child in page.children(parent)
    where Self.cardNames.contains(page.nodes[child].name) && !isDropped[child] && measures.all(child) > 0 {
      boxes.append(child)
    }
    guard boxes.count >= Self.shortestRow else { return [] }
    var found: [(node: Int, hasTitle: Bool)] = []
    for name in Set(boxes.map { page.nodes[$0].name }).sorted() {
      let alike = boxes.filter { page.nodes[$0].name == name }
      let cards = alike.compactMap { box in card(box).map { (node: box, hasTitle: $0) } }
      if cards.count >= Self.shortestRow, cards.count * 2 > alike.count { found += cards }
    }
    return found
  }

  /// Whether a box may be a card, and whether a title that is a link says so; nil where it is none.
  private func card(_ node: Int) -> Bool? {
    guard measures.all(node) <= Self.longestCard, measures.paragraphs(node) <= 2 else { return nil }
    if measures.linkedTitles(node) > 0 { return true }
    return page.nodes[node].name == "article" || HTMLBoilerplate.isNamedCard(page.nodes[node]) ? false : nil
  }

  /// Whether a list of sentences or of labels belongs to no paragraph: none goes before it or behind it, and it is in
  /// no text.
  private func isLoose(_ list: Int, _ neighbors: Neighbors) -> Bool {
    guard ["ul", "ol", "dl"].contains(page.nodes[list].name), measures.all(list) > 0,
      measures.paragraphs(list) >= Self.shortestRow || measures.sentences(list) == 0
    else { return false }
    // Items of several paragraphs are a text cut into points.
    guard page.children(list).allSatisfy({ measures.paragraphs($0) <= 1 }) else { return false }
    var box = list
    for _ in 0..<3 {
      let heading = neighbors.heading[box]
      // What a heading announces is part of the text, unless it announces others.
      if heading >= 0 { return HTMLBoilerplate.introducesOthers(page.text(heading, most: 100)) }
      guard neighbors.before[box] < 0, neighbors.after[box] < 0, page.nodes[box].parent >= 0 else { break }
      box = page.nodes[box].parent
    }
    let beside = [neighbors.before[box], neighbors.after[box]].filter { $0 >= 0 }
    if beside.isEmpty || beside.contains(where: isParagraph) { return false }
    return !(beside.count == 2 && beside.allSatisfy { measures.running($0) > 0 })
  }

  private func isParagraph(_ node: Int) -> Bool {
    page.nodes[node].isText || ["p", "blockquote", "pre"].contains(page.nodes[node].name)
  }

  /// By node: the children of the same element with text before and behind it, headings aside; -1 for none.
  private struct Neighbors {
    private(set) var before: [Int]
    private(set) var after: [Int]
    /// By node: the heading between it and the text before; -1 for none.
    private(set) var heading: [Int]

    init(_ page: HTMLPage, _ measures: PageMeasures, _ isDropped: [Bool]) {
      before = [Int](repeating: -1, count: page.nodes.count)
      after = before
      heading = before
      var lastHeading = before
      func hasText(_ index: Int) -> Bool {
        let node = page.nodes[index]
        if node.isText { return node.text.contains { !$0.isWhitespace } }
        return measures.all(index) > measures.headings(index)
      }
      /// By element: the last of its children with text.
      var last = before
      for (index, node) in page.nodes.enumerated() where node.parent >= 0 && !isDropped[index] {
        before[index] = last[node.parent]
        heading[index] = lastHeading[node.parent]
        if hasText(index) {
          last[node.parent] = index
          lastHeading[node.parent] = -1
        } else if !node.isText, measures.headings(index) > 0 {
          lastHeading[node.parent] = index
        }
      }
      last = [Int](repeating: -1, count: page.nodes.count)
      for (index, node) in page.nodes.enumerated().reversed() where node.parent >= 0 && !isDropped[index] {
        after[index] = last[node.parent]
        if hasText(index) { last[node.parent] = index }
      }
    }
  }
}
