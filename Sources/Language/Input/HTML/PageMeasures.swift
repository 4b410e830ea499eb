/// How much text of each kind stands in the elements of a page.
struct PageMeasures {
  /// By node: characters before it, so that those of an element are a difference.
  private var all: [Int]
  private var running: [Int]
  private var sentences: [Int]
  private var headings: [Int]
  private var runningBlocks: [Int]
  private var linkedTitles: [Int]
  private let page: HTMLPage

  /// - Parameter counts: whether a block's running text is any, and its link a title.
  /// - Complexity: O(*n*) in the number of nodes.
  init(_ blocks: [PageBlock], _ page: HTMLPage, counting counts: (PageBlock) -> Bool = { _ in true }) {
    self.page = page
    let zeros = [Int](repeating: 0, count: page.nodes.count + 1)
    (all, running, sentences, headings, runningBlocks, linkedTitles) = (zeros, zeros, zeros, zeros, zeros, zeros)
    for block in blocks where block.node >= 0 {
      let (place, size) = (block.node + 1, block.size)
      all[place] += size
      if block.heading != nil { headings[place] += size }
      if block.isSentence { sentences[place] += size }
      if block.isRunningText, counts(block) {
        running[place] += size
        runningBlocks[place] += 1
      }
      if block.linkDensity >= 0.5, block.words >= 3, counts(block) { linkedTitles[place] += 1 }
    }
    for index in zeros.indices.dropFirst() {
      all[index] += all[index - 1]
      running[index] += running[index - 1]
      sentences[index] += sentences[index - 1]
      headings[index] += headings[index - 1]
      runningBlocks[index] += runningBlocks[index - 1]
      linkedTitles[index] += linkedTitles[index - 1]
    }
  }

  /// Characters in the element.
  func all(_ node: Int) -> Int { all[page.ends[node]] - all[node] }
  /// Characters of paragraphs.
  func running(_ node: Int) -> Int { running[page.ends[node]] - running[node] }
  /// Characters of paragraphs and of short sentences.
  func sentences(_ node: Int) -> Int { sentences[page.ends[node]] - sentences[node] }
  /// Characters of headings.
  func headings(_ node: Int) -> Int { headings[page.ends[node]] - headings[node] }
  /// Number of paragraphs.
  func paragraphs(_ node: Int) -> Int { runningBlocks[page.ends[node]] - runningBlocks[node] }
  /// Number of blocks that are links of three words or more, as titles of other stories are.
  func linkedTitles(_ node: Int) -> Int { linkedTitles[page.ends[node]] - linkedTitles[node] }
  /// Characters of all paragraphs.
  var total: Int { running[running.count - 1] }
}
