internal import Bytes

/// The shipped model: tags, lemmas, heads, relations and entity labels of English in one pass.
public struct EnglishAnalyzer: Analyzer {
  private let network: Network
  private let lexicon: LemmaLexicon
  private let scratches: ScratchPool
  private let matcher: NameMatcher

  /// An analyzer with the weights linked into the program.
  ///
  /// - Throws: only when the program was built with damaged weights.
  public init() throws(ModelError) { self.init(weights: try ModelWeights()) }

  /// An analyzer with other weights, with lemmas that the model need not guess, or with other names that it knows.
  public init(weights: ModelWeights, lexicon: LemmaLexicon = LemmaLexicon(), names: NameIndex? = .linked) {
    matcher = NameMatcher(names, kinds: weights.labels.nameKinds)
    network = Network(weights: weights)
    scratches = ScratchPool(weights)
    self.lexicon = lexicon
  }

  /// Fills in the analysis of every sentence.
  ///
  /// A sentence of more than 256 words is analyzed in windows of 256, whose roots hang on the first one's by
  /// `parataxis`.
  ///
  /// - Complexity: O(words), O(words²) within a sentence or window.
  public func analyze(_ document: inout Document) { analyze(&document) { _ in } }

  /// The same, telling how many bytes of the text are done after each part of it.
  ///
  /// - Parameter progress: bytes since the last call.
  public func analyze(_ document: inout Document, progress: (Int) -> Void) {
    guard !document.sentences.isEmpty else { return }
    scratches.withScratch { analyze(&document, $0, progress) }
    joinWindows(&document)
    for sentence in document.sentences { NumberExpressions.label(sentence.tokens, in: &document) }
  }

  private func analyze(_ document: inout Document, _ scratch: NetworkScratch, _ progress: (Int) -> Void) {
    var lemmas = LemmaTable(document, lexicon: lexicon)
    lemmas.internFeatures(network.weights.labels.features)
    let casing = HeadlineCasing(document)
    var batch: [Range<Int>] = []
    var words = 0
    for sentence in document.sentences {
      for piece in Self.windows(of: sentence.tokens) {
        if words + piece.count > NetworkScratch.capacity {
          analyze(batch, in: &document, casing, &lemmas, scratch)
          progress(Self.bytes(of: batch, in: document))
          batch.removeAll(keepingCapacity: true)
          words = 0
        }
        batch.append(piece)
        words += piece.count
      }
    }
    analyze(batch, in: &document, casing, &lemmas, scratch)
    progress(Self.bytes(of: batch, in: document))
    document.strings = lemmas.strings
  }

  private static func bytes(of pieces: [Range<Int>], in document: Document) -> Int {
    guard let first = pieces.first, let last = pieces.last, !last.isEmpty else { return 0 }
    return Int(document.tokens[last.upperBound - 1].end - document.tokens[first.lowerBound].start)
  }

  /// The parts of a sentence that are analyzed at once.
  static func windows(of tokens: Range<Int>) -> [Range<Int>] {
    stride(from: tokens.lowerBound, to: tokens.upperBound, by: NetworkScratch.capacity).map {
      $0..<min($0 + NetworkScratch.capacity, tokens.upperBound)
    }
  }

  /// Analyzes whole pieces that fit into one pass.
  private func analyze(
    _ pieces: [Range<Int>], in document: inout Document, _ casing: HeadlineCasing, _ lemmas: inout LemmaTable,
    _ scratch: NetworkScratch
  ) {
    guard !pieces.isEmpty else { return }
    var words: [ArraySlice<UInt8>] = []
    var sentences: [Range<Int>] = []
    for piece in pieces {
      let start = words.count
      for index in piece {
        let token = document.tokens[index]
        words.append(casing.words[index].map { $0[...] } ?? document.shownBytes(in: token.start..<token.end))
      }
      sentences.append(start..<words.count)
    }
    network.encode(
      words, names: matcher.names(in: words, sentences: sentences), sentences: sentences, scratch)
    for (piece, sentence) in zip(pieces, sentences) {
      let scores = TaggingScores(scratch, network.weights, sentence)
      let (heads, margins) = network.heads(of: sentence, scratch)
      let relations = network.relations(of: sentence, heads: heads, scratch)
      let entities = scores.entities()
      for (index, position) in piece.enumerated() {
        var token = document.tokens[position]
        token.tag = scores.tag(index)
        token.fineTag = scores.fineTag(index)
        token.entity = entities[index]
        token.head = heads[index] == 0 ? Token.noHead : Int32(piece.lowerBound + heads[index] - 1)
        token.headMargin = margins[index]
        token.relation = relations[index]
        token.features = lemmas.features[scores.features(index)]
        (token.form, token.lemma) = lemmas.intern(
          words[sentence.lowerBound + index], scores.lemmaRule(index), token)
        document.tokens[position] = token
      }
    }
  }

  /// Hangs the roots of later windows of a long sentence on the root of its first.
  private func joinWindows(_ document: inout Document) {
    for sentence in document.sentences where sentence.tokens.count > NetworkScratch.capacity {
      let roots = sentence.tokens.filter { document.tokens[$0].head == Token.noHead }
      for root in roots.dropFirst() {
        document.tokens[root].head = Int32(roots[0])
        document.tokens[root].relation = .parataxis
      }
    }
  }
}
