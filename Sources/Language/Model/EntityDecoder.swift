/// Finds the best sequence of BIO tags: an inside tag only after a tag of its own label (Viterbi).
struct EntityDecoder: Sendable {
  let tags: [EntityTag]
  /// For each tag the tags that may stand before it.
  private let sources: [[Int]]
  /// Whether a tag may open a sentence.
  private let opens: [Bool]

  private static let impossible: Float = -1e9

  init(tags: [EntityTag]) {
    self.tags = tags
    opens = tags.map { !$0.isInside }
    sources = tags.map { tag in tags.indices.filter { !tag.isInside || tags[$0].label == tag.label } }
  }

  /// The best tags of `count` words; of equal sequences the one of lower tags.
  ///
  /// - Parameter score: the score of a tag for a word.
  /// - Complexity: O(words · tags²).
  func best(count: Int, score: (_ word: Int, _ tag: Int) -> Float) -> [EntityTag] {
    guard count > 0 else { return [] }
    var best = tags.indices.map { opens[$0] ? score(0, $0) : Self.impossible }
    var back: [Int] = []
    back.reserveCapacity((count - 1) * tags.count)
    var following = best
    for word in 1..<max(count, 1) {
      for tag in tags.indices {
        var (source, value) = (0, 2 * Self.impossible)
        for candidate in sources[tag] where best[candidate] > value {
          (source, value) = (candidate, best[candidate])
        }
        back.append(source)
        following[tag] = value + score(word, tag)
      }
      swap(&best, &following)
    }
    var tag = tags.indices.reduce(0) { best[$1] > best[$0] ? $1 : $0 }
    var path = [tag]
    for word in stride(from: count - 1, to: 0, by: -1) {
      tag = back[(word - 1) * tags.count + tag]
      path.append(tag)
    }
    return path.reversed().map { tags[$0] }
  }
}
