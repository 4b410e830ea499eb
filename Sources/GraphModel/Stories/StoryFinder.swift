/// Finds which documents are prints of one story.
///
/// Documents that share a number of their sketches are compared; those that are copies of one another, also by way of
/// others, are one story. It is found from the documents alone, whatever the order in which they came.
///
///     var finder = StoryFinder(count: texts.count) { number in StoryText(texts[number], date: nil) }
///     for (hash, document) in sketches.sorted(by: <) { try finder.take(hash, of: document) }
///     let stories = try finder.finished()
package struct StoryFinder {
  /// A document is compared with so many others that share one number of its sketch: of very many prints each is like
  /// those next to it, and so many texts that share a phrase are no story.
  private static let mostCompared = 64
  /// Texts that are kept, and pairs found different that are remembered.
  private static let mostTexts = 256
  private static let mostPairs = 1 << 20

  private let text: (Int) throws -> StoryText
  /// Whether pairs without the document are to be compared, too.
  private let isNew: (Int) -> Bool
  /// By document one of its story, itself or one before it.
  private var earlier: [UInt32]
  private var hash: UInt32?
  /// The documents that have ``hash``, ascending.
  private var sharing: [UInt32] = []
  private var texts: [UInt32: StoryText] = [:]
  private var different: Set<UInt64> = []

  /// - Parameters:
  ///   - count: how many documents there are.
  ///   - isNew: whether a document is to be compared with all others; those for which it is false only with such.
  ///   - text: the text of a document, which may be asked for more than once.
  /// - Complexity: O(*count*).
  package init(count: Int, isNew: @escaping (Int) -> Bool = { _ in true }, text: @escaping (Int) throws -> StoryText) {
    earlier = (0..<UInt32(count)).map { $0 }
    self.isNew = isNew
    self.text = text
  }

  /// Takes a number of a document's sketch; numbers ascend, and the documents of one number.
  ///
  /// - Throws: what `text` throws.
  /// - Complexity: O(1), and for each document with the same number, 64 of them at most, that of reading its text.
  package mutating func take(_ hash: UInt32, of document: Int) throws {
    if hash != self.hash {
      try compare()
      self.hash = hash
      sharing.removeAll(keepingCapacity: true)
    }
    sharing.append(UInt32(document))
  }

  /// Makes two documents one story.
  ///
  /// - Complexity: O(log *n*), amortized.
  package mutating func join(_ a: Int, _ b: Int) {
    let stories = (first(UInt32(a)), first(UInt32(b)))
    earlier[Int(max(stories.0, stories.1))] = min(stories.0, stories.1)
  }

  /// For each document the first one of its story; itself for one that nothing is a copy of.
  ///
  /// - Throws: what `text` throws.
  /// - Complexity: O(*n* log *n*), amortized.
  package mutating func finished() throws -> [UInt32] {
    try compare()
    return earlier.indices.map { first(UInt32($0)) }
  }

  private mutating func first(_ document: UInt32) -> UInt32 {
    var document = document
    while earlier[Int(document)] != document {
      earlier[Int(document)] = earlier[Int(earlier[Int(document)])]
      document = earlier[Int(document)]
    }
    return document
  }

  private mutating func compare() throws {
    for place in sharing.indices.dropFirst() {
      let document = sharing[place]
      var compared = 0
      for other in sharing[..<place].reversed() where isNew(Int(document)) || isNew(Int(other)) {
        guard compared < Self.mostCompared else { break }
        guard first(document) != first(other) else { continue }
        compared += 1
        if try areCopies(other, document) { join(Int(other), Int(document)) }
      }
    }
    sharing.removeAll(keepingCapacity: true)
  }

  private mutating func areCopies(_ a: UInt32, _ b: UInt32) throws -> Bool {
    let pair = UInt64(a) << 32 | UInt64(b)
    if different.contains(pair) { return false }
    if try read(a).isCopy(of: read(b)) { return true }
    if different.count == Self.mostPairs { different.removeAll(keepingCapacity: true) }
    different.insert(pair)
    return false
  }

  private mutating func read(_ document: UInt32) throws -> StoryText {
    if let known = texts[document] { return known }
    if texts.count == Self.mostTexts { texts.removeAll(keepingCapacity: true) }
    let read = try text(Int(document))
    texts[document] = read
    return read
  }
}
