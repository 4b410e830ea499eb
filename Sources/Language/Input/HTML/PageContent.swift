/// A page with what both its text and its metadata are looked for in.
struct PageContent {
  let page: HTMLPage
  /// Nil where the page has none that stands out.
  let headline: HTMLHeadline?
  let furniture: PageFurniture
  /// By node: whether it is in an element that never is part of an article.
  let isFurniture: [Bool]
  /// The blocks in none of those.
  let blocks: [PageBlock]

  /// - Complexity: O(*n*) in the number of nodes, however deep they nest.
  init(_ page: HTMLPage) {
    self.page = page
    headline = HTMLHeadline(page)
    furniture = PageFurniture(page, headline: headline)
    isFurniture = furniture.certain
    blocks = PageBlock.blocks(of: page, isDropped: isFurniture)
  }
}
