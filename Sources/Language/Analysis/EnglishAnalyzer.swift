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
    var documents = [document]
    analyze(&documents, progress: progress)
    document = documents[0]
  }

  /// The same for several documents, whose sentences share the passes of the network: each of them gets what it would
  /// get by itself.
  ///
  /// - Parameter progress: bytes since the last call.
  public func analyze(_ documents: inout [Document], progress: (Int) -> Void) {
    guard documents.contains(where: { !$0.sentences.isEmpty }) else { return }
    scratches.withScratch { analyze(&documents, $0, progress) }
    for index in documents.indices {
      joinWindows(&documents[index])
      for sentence in documents[index].sentences {
        NumberExpressions.label(sentence.tokens, in: &documents[index])
      }
    }
  }

  /// Words of one document that are analyzed at once.
  private struct Piece {
    var document: Int
    var tokens: Range<Int>
  }

  /// What a document needs while its sentences are analyzed.
  private struct Tables {
    let casing: HeadlineCasing
    var lemmas: LemmaTable
  }

  private func analyze(_ documents: inout [Document], _ scratch: NetworkScratch, _ progress: (Int) -> Void) {
    var tables = documents.map { document in
      Tables(
        casing: HeadlineCasing(document),
        lemmas: LemmaTable(document, lexicon: lexicon, bundles: network.weights.labels.features))
    }
    var batch: [Piece] = []
    var words = 0
    func flush() {
      analyze(batch, in: &documents, &tables, scratch)
      progress(batch.reduce(0) { $0 + Self.byteCount(of: $1, in: documents) })
      batch.removeAll(keepingCapacity: true)
      words = 0
    }
    for index in documents.indices {
      for sentence in documents[index].sentences {
        for tokens in Self.windows(of: sentence.tokens) {
          if words + tokens.count > NetworkScratch.capacity { flush() }
          batch.append(Piece(document: index, tokens: tokens))
          words += tokens.count
        }
      }
    }
    flush()
    for index in documents.indices where !documents[index].sentences.isEmpty {
      documents[index].strings = tables[index].lemmas.strings
    }
  }

  /// Bytes of a piece, with what stands before the next one.
  private static func byteCount(of piece: Piece, in documents: [Document]) -> Int {
    let tokens = documents[piece.document].tokens
    guard !piece.tokens.isEmpty else { return 0 }
    let end =
      piece.tokens.upperBound < tokens.count ? tokens[piece.tokens.upperBound].start : tokens[tokens.count - 1].end
    return Int(max(end, tokens[piece.tokens.lowerBound].start) - tokens[piece.tokens.lowerBound].start)
  }

  /// The parts of a sentence that are analyzed at once.
  static func windows(of tokens: Range<Int>) -> [Range<Int>] {
    stride(from: tokens.lowerBound, to: tokens.upperBound, by: NetworkScratch.capacity).map {
      $0..<min($0 + NetworkScratch.capacity, tokens.upperBound)
    }
  }

  /// Analyzes whole pieces that fit into one pass.
  private func analyze(
    _ pieces: [Piece], in documents: inout [Document], _ tables: inout [Tables], _ scratch: NetworkScratch
  ) {
    guard !pieces.isEmpty else { return }
    var words: [ArraySlice<UInt8>] = []
    var sentences: [Range<Int>] = []
    for piece in pieces {
      let start = words.count
      let casing = tables[piece.document].casing
      for index in piece.tokens {
        let token = documents[piece.document].tokens[index]
        words.append(
          casing.words[index].map { $0[...] } ?? documents[piece.document].shownBytes(in: token.start..<token.end))
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
      for (index, position) in piece.tokens.enumerated() {
        var token = documents[piece.document].tokens[position]
        token.tag = scores.tag(index)
        token.fineTag = scores.fineTag(index)
        token.entity = entities[index]
        token.head = heads[index] == 0 ? Token.noHead : Int32(piece.tokens.lowerBound + heads[index] - 1)
        token.headMargin = margins[index]
        token.relation = relations[index]
        token.features = tables[piece.document].lemmas.intern(features: scores.features(index))
        (token.form, token.lemma) = tables[piece.document].lemmas.intern(
          words[sentence.lowerBound + index], scores.lemmaRule(index), token)
        documents[piece.document].tokens[position] = token
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
