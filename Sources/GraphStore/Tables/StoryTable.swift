internal import Bytes
internal import GraphModel
internal import Succinct

/// Sketches of the texts, and which documents are prints of one story.
struct StoryTable: Sendable {
  /// First number of each document's sketch, and how many there are.
  private let starts: MonotoneArray
  private let hashes: SketchNumbers
  /// Documents that are not the first of their story.
  private let copies: MonotoneArray
  /// The first document of the story of each of these.
  private let firsts: PackedArray
  private let section: PagedView

  /// - Parameter hasSums: false up to version 3.
  init(_ section: PagedView, counts: StoreCounts, hasSums: Bool) throws(BytesError) {
    var offset = 0
    starts = try MonotoneArray(section, at: &offset)
    hashes = try SketchNumbers(section, at: &offset, asSums: hasSums)
    copies = try MonotoneArray(section, at: &offset)
    firsts = try PackedArray(section, at: &offset)
    self.section = section
    guard starts.count == counts.documents + 1, starts.largest == hashes.count, copies.count == firsts.count,
      copies.count <= counts.documents
    else { throw section.damage("the stories") }
  }

  /// The first document of the story of `document`; itself, with the damage remembered, when that does not stand before
  /// it.
  func story(of document: Int) -> Int {
    let place = copies.count(atMost: document) - 1
    guard place >= 0, copies[place] == document else { return document }
    let first = Int(firsts[place])
    if first < document { return first }
    section.recordDamage("the story of document \(document)")
    return document
  }

  /// Documents that are not the first of their story, ascending, with that one.
  var all: some Sequence<(document: Int, first: Int)> {
    (0..<copies.count).lazy.map { (copies[$0], story(of: copies[$0])) }
  }

  /// Calls `body` with each number of each sketch, document by document.
  func forEachHash(_ body: (_ document: Int, _ hash: UInt32) -> Void) {
    var start = 0
    for document in 0..<starts.count - 1 {
      let end = starts[document + 1]
      for hash in hashes.numbers(at: start..<max(start, end)) { body(document, hash) }
      start = end
    }
  }

  /// The sketch of a document's text, ascending; empty for one without words, and with the damage remembered when it is
  /// longer than a sketch may be.
  func sketch(of document: Int) -> [UInt32] {
    let range = starts.range(document)
    guard range.count <= WordShingles.sketchLength else {
      section.recordDamage("the sketch of document \(document)")
      return []
    }
    return hashes.numbers(at: range)
  }
}
