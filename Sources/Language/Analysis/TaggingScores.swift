/// The scores of the tagging heads for the words of one sentence.
struct TaggingScores {
  private let scratch: NetworkScratch
  private let labels: LabelInventories
  private let stride: Int
  private let first: Int
  private let count: Int

  /// - Parameter sentence: words of the pass whose scores are in `scratch`.
  init(_ scratch: NetworkScratch, _ weights: ModelWeights, _ sentence: Range<Int>) {
    self.scratch = scratch
    labels = weights.labels
    stride = weights.tagging.stride
    first = sentence.lowerBound
    count = sentence.count
  }

  func tag(_ word: Int) -> UniversalTag { labels.tags[best(word, 0, labels.tags.count)] }

  func fineTag(_ word: Int) -> PennTag { labels.fineTags[best(word, labels.tags.count, labels.fineTags.count)] }

  /// Index into ``LabelInventories/features``.
  func features(_ word: Int) -> Int { best(word, labels.tags.count + labels.fineTags.count, labels.features.count) }

  /// The best lemma rule among those that words of the word's tag take.
  func lemmaRule(_ word: Int) -> LemmaRule {
    let start = labels.tags.count + labels.fineTags.count + labels.features.count
    let scores = unsafe scratch.tagging.start + (first + word) * stride + start
    let allowed = labels.lemmasOfTag[best(word, 0, labels.tags.count)]
    var choice = allowed[0]
    for rule in allowed where unsafe scores[rule] > scores[choice] { choice = rule }
    return labels.lemmas[choice]
  }

  /// Names, and dates where no name is.
  func entities() -> [EntityTag] {
    let start = labels.tags.count + labels.fineTags.count + labels.features.count + labels.lemmas.count
    let names = decode(labels.names, start)
    let dates = decode(labels.dates, start + labels.names.tags.count)
    return Self.merge(names, dates)
  }

  /// `names`, and each entity of `others` that touches none of them.
  static func merge(_ names: [EntityTag], _ others: [EntityTag]) -> [EntityTag] {
    var result = names
    var word = 0
    while word < others.count {
      var end = word + 1
      if others[word] != .outside {
        while end < others.count, others[end].isInside { end += 1 }
        if names[word..<end].allSatisfy({ $0 == .outside }) {
          result.replaceSubrange(word..<end, with: others[word..<end])
        }
      }
      word = end
    }
    return result
  }

  private func decode(_ decoder: EntityDecoder, _ offset: Int) -> [EntityTag] {
    decoder.best(count: count) { word, tag in
      unsafe scratch.tagging.start[(first + word) * stride + offset + tag]
    }
  }

  private func best(_ word: Int, _ offset: Int, _ count: Int) -> Int {
    unsafe Network.best(scratch.tagging.start + (first + word) * stride + offset, count)
  }
}
