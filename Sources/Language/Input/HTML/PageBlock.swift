/// A run of text of a page between the borders of block elements: a paragraph, heading or list item.
struct PageBlock {
  /// The innermost block element that holds it.
  var node: Int
  var text: String
  /// Characters of `text` in links, and how many links they are.
  var linked = 0
  var links = 0
  /// 1 to 6 of a heading; nil of other text.
  var heading: Int?
  /// Whether the element is one for whole paragraphs.
  var isParagraph = false

  /// Characters of `text`.
  private(set) var size = 0
  /// Whether it is text of a paragraph and no label, heading or link.
  private(set) var isRunningText = false
  /// Whether it ends as sentences do, however short it is, or is running text.
  private(set) var isSentence = false
  /// Whether an article may have it.
  private(set) var isKept = false
  /// Whether it is a paragraph that is a sentence and a link as a whole; a part of the article only between others.
  private(set) var isLinkedSentence = false
  /// Whether a link is around the whole of it, as around boxes about other stories.
  fileprivate var isInLink = false

  init(node: Int) {
    self.node = node
    text = ""
  }

  var linkDensity: Double { size == 0 ? 0 : Double(linked) / Double(size) }

  var words: Int { text.split(separator: " ").count }

  var endsSentence: Bool {
    let end = text.unicodeScalars.reversed().first { !Self.closing.contains($0) }
    return end.map(Self.ends.contains) ?? false
  }

  private static let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]"]
  private static let ends: Set<Unicode.Scalar> = [".", "!", "?", "…", ":", ";"]
  /// Ends of what is told elsewhere.
  private static let openEnds = ["…", "...", ":", ";"]
  private static let shortestParagraph = 40

  /// Finds out what it is once it is whole.
  fileprivate mutating func settle() {
    size = text.count
    let isNotice = HTMLBoilerplate.isNotice(text)
    // Encyclopedias and blogs write sentences about many things each of which is a link.
    let isFullOfLinks = links >= 2 && linkDensity < 0.75 && size - linked >= 20 && endsSentence
    isKept = heading != nil || !isNotice && (linkDensity < 0.5 || isFullOfLinks)
    guard heading == nil, !isNotice else { return }
    isLinkedSentence =
      isParagraph && !isInLink && linkDensity >= 0.5 && size >= Self.shortestParagraph && endsSentence
      && !Self.openEnds.contains(where: text.hasSuffix)
    isRunningText = size >= Self.shortestParagraph && (linkDensity < 0.33 || isFullOfLinks)
    isSentence = isRunningText || linkDensity < 0.33 && endsSentence && text.contains(" ")
  }

  // MARK: - Finding them

  private static let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "figure", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]

  /// A link around whole paragraphs is one where it has no more characters, and else a mistake of the page.
  private static let longestLink = 400

  /// An element of a name that the page made itself (`story-text`) is a box where it has more bytes than a word or two.
  private static let shortestBox = 80

  /// The blocks of `page` in order without those in elements that `isDropped` names.
  ///
  /// - Complexity: O(*n*) in the number of nodes, however deep they nest.
  static func blocks(of page: HTMLPage, isDropped: [Bool]) -> [PageBlock] {
    let count = page.nodes.count
    /// By node: the nearest block element that holds it; -1 for none. The link that holds it; -1 for none.
    var (blockOf, linkOf) = ([Int](repeating: -1, count: count), [Int](repeating: -1, count: count))
    let sizes = textSizes(page)
    var isBlock = [Bool](repeating: false, count: count)
    for (index, node) in page.nodes.enumerated() {
      let size = sizes[page.ends[index]] - sizes[index]
      isBlock[index] =
        blockNames.contains(node.name) || node.name.utf8.contains(UInt8(ascii: "-")) && size >= shortestBox
      if node.parent >= 0 {
        blockOf[index] = blockOf[node.parent]
        let link = linkOf[node.parent]
        if link >= 0, !isBlock[index] || sizes[page.ends[link]] - sizes[link] <= longestLink { linkOf[index] = link }
      }
      if node.name == "a", let address = node.attributes["href"], !address.hasPrefix("#") { linkOf[index] = index }
      if isBlock[index] { blockOf[index] = index }
    }
    var found = BlockBuilder(page)
    for (index, node) in page.nodes.enumerated() where !isDropped[index] {
      if node.isText {
        found.add(node.text, in: blockOf[index], link: linkOf[index])
      } else if isBlock[index] || node.name == "br" {
        found.flush()
      }
    }
    found.flush()
    return found.blocks
  }

  /// By node: bytes of text before it.
  private static func textSizes(_ page: HTMLPage) -> [Int] {
    var sizes = [0]
    sizes.reserveCapacity(page.nodes.count + 1)
    for node in page.nodes { sizes.append(sizes[sizes.count - 1] + node.text.utf8.count) }
    return sizes
  }
}

/// Puts the texts of a page together to blocks, white space as single spaces.
private struct BlockBuilder {
  private let page: HTMLPage
  private(set) var blocks: [PageBlock] = []
  private var block = PageBlock(node: -1)
  private var lastLink = -1
  /// Whether no space stands between the text before and the next: `<b>U.S</b>.`
  private var joins = false

  init(_ page: HTMLPage) { self.page = page }

  mutating func add(_ text: String, in node: Int, link: Int) {
    if node != block.node {
      flush()
      block.node = node
      joins = false
    }
    joins = joins && !(text.first?.isWhitespace ?? true)
    if link >= 0, link < node { block.isInLink = true }
    var hasWord = false
    for word in HTMLPage.Words(text) {
      if !block.text.isEmpty, !joins || hasWord { block.text += " " }
      block.text += word
      hasWord = true
      guard link >= 0 else { continue }
      block.linked += word.count + 1
      if link != lastLink { block.links += 1 }
      lastLink = link
    }
    joins = hasWord && !(text.last?.isWhitespace ?? true)
  }

  mutating func flush() {
    defer {
      block = PageBlock(node: block.node)
      lastLink = -1
    }
    guard !block.text.isEmpty else { return }
    let name = block.node >= 0 ? page.nodes[block.node].name : ""
    let digits = Array(name.utf8)
    if digits.count == 2, digits[0] == UInt8(ascii: "h"), (0x31...0x36).contains(digits[1]) {
      block.heading = Int(digits[1]) - 0x30
    }
    block.isParagraph = ["p", "blockquote", "pre", "dd"].contains(name)
    block.settle()
    blocks.append(block)
  }
}
