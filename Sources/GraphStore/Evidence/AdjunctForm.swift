/// The byte ranges of the adjuncts of an event, by distances and lengths, counted in words where all begin and end with
/// words.
struct AdjunctForm: Sendable, Equatable {
  struct Step: Sendable, Equatable {
    /// From the end of the adjunct before it, or from the start of the sentence.
    var gap = 0
    var length = 0
  }

  /// Whether distances count words and not bytes.
  var isOnWords = true
  var steps: [Step] = []

  init() {}

  /// The form of `ranges`, which count from the start of `sentence`.
  init(_ ranges: [Range<Int>], in sentence: SentenceWords) {
    let words = ranges.compactMap { sentence.words(in: $0) }
    isOnWords = words.count == ranges.count
    var end = 0
    for range in isOnWords ? words : ranges {
      steps.append(Step(gap: range.lowerBound - end, length: range.count))
      end = range.upperBound
    }
  }

  /// The ranges that this form means; nil when it means none, in a damaged file.
  func ranges(in sentence: SentenceWords) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var end = 0
    for step in steps {
      let start = end + step.gap
      end = start + step.length
      guard isOnWords else {
        ranges.append(start..<end)
        continue
      }
      guard let range = sentence.bytes(of: start..<end) else { return nil }
      ranges.append(range)
    }
    return ranges
  }
}
