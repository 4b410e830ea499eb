import Bytes
import Commands
import Language
import SchemaFiles

/// From text to trees on one thread: the best of several rounds.
struct ParseBenchmark {
  var inputs: [String]
  /// Rounds are repeated for about so long.
  private static let duration = Duration.seconds(5)

  func run(_ output: TextStream) throws -> ExitStatus {
    let batch = DocumentReader().read(inputs)
    if let error = batch.errors.first { throw error }
    let lists = try Schema.embedded().lists
    let weights = try ModelWeights()
    let tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: lists), boundaries: weights.boundaries)
    let analyzer = EnglishAnalyzer(weights: weights, lexicon: LemmaLexicon(lists: lists))
    let clock = ContinuousClock()
    var (words, bestCut, best) = (0, Duration.seconds(3600), Duration.seconds(3600))
    let start = clock.now
    repeat {
      words = 0
      var (cutting, total) = (Duration.zero, Duration.zero)
      for input in batch.documents {
        var document = input.document
        let cut = clock.measure { tokenizer.tokenize(&document, layout: input.layout) }
        total += cut + clock.measure { analyzer.analyze(&document) }
        cutting += cut
        words += document.tokens.count
      }
      if total < best { (bestCut, best) = (cutting, total) }
    } while clock.now - start < Self.duration
    try output.writeLine("documents\t\(batch.documents.count)\nwords\t\(words)")
    try output.writeLine("words a second\t\(Int(Double(words) / best.seconds))")
    try output.writeLine("of it words and sentences, percent\t\(Int(100 * bestCut.seconds / best.seconds))")
    return .answered
  }
}
