/// Cuts a text into words and sentences: the first stage of the analysis.
///
/// Words follow the English Universal Dependencies treebanks: clitics are words (`do` + `n't`, `NATO` + `'s`), hyphens
/// split (`foreign` + `-` + `policy`) save after prefixes (`co-founder`), signs of percent and currency stand apart.
/// Every byte that is no white space belongs to exactly one word.
public struct Tokenizer: Sendable {
  /// How the text of a document is laid out.
  public enum Layout: Sendable, CaseIterable {
    /// Paragraphs of plain text, a line each, wrapped, or with blank lines between.
    case text
    /// Plain text with the marks of Markdown, which belong to no word.
    case markdown
    /// A sentence a line, its words separated by single spaces and kept as they are.
    case pretokenized
  }

  /// Words scanned before sentences are looked for; a bound on the memory beside the document's own.
  static let batch = 16_384

  private let lexicon: TokenizerLexicon
  private let boundaries: BoundaryModel?

  /// - Parameter boundaries: the model's part in finding the ends of sentences; without it rules decide alone.
  public init(lexicon: TokenizerLexicon, boundaries: BoundaryModel? = nil) {
    self.lexicon = lexicon
    self.boundaries = boundaries
  }

  /// Fills ``Document/tokens``, ``Document/sentences`` and ``Document/strings`` from the source; all three are empty
  /// when it holds nothing but white space.
  ///
  /// Lemmas point to the empty string until an ``Analyzer`` sets them.
  /// - Complexity: linear in the number of bytes.
  public func tokenize(_ document: inout Document, layout: Layout = .text) {
    // Offsets are 32 bits wide; the reader refuses what is longer.
    let view = document.source.count > Int(UInt32.max) ? [] : document.source
    var splitter: SentenceSplitter
    switch layout {
    case .text: splitter = split(view, &document)
    case .markdown: splitter = split(MarkdownView(view).bytes, &document)
    case .pretokenized:
      splitter = SentenceSplitter(bytes: view, lexicon: lexicon)
      splitter.appendLines()
    }
    document.tokens = splitter.tokens
    document.sentences = splitter.sentences
    document.strings = splitter.forms.strings
  }

  private func split(_ view: [UInt8], _ document: inout Document) -> SentenceSplitter {
    let resolved = ReferenceView(view, lexicon: lexicon)
    let bytes = resolved?.bytes ?? view
    var splitter = SentenceSplitter(bytes: bytes, lexicon: lexicon, model: boundaries)
    scan(bytes) { splitter.append($0) }
    document.references = resolved?.references ?? []
    if let resolved { splitter.move { resolved.source(of: $0) } }
    return splitter
  }

  /// Calls `body` with the words of `view`, some thousands at a time.
  private func scan(_ view: [UInt8], _ body: ([RawWord]) -> Void) {
    var scanner = WordScanner(bytes: view, lexicon: lexicon)
    while let block = TextBlock(after: scanner.position, in: view) {
      scanner.limit = block.bytes.upperBound
      repeat {
        scanner.scan(block, maximum: Self.batch)
        body(scanner.words)
        scanner.words.removeAll(keepingCapacity: true)
      } while scanner.position < block.bytes.upperBound
    }
  }

  /// The words of a text and where the rules alone would end a sentence: what training the boundaries starts from.
  package func ruledWords(of source: [UInt8]) -> [(bytes: Range<UInt32>, isEnd: Bool, opensParagraph: Bool)] {
    let splitter = SentenceSplitter(bytes: source, lexicon: lexicon)
    var result: [(bytes: Range<UInt32>, isEnd: Bool, opensParagraph: Bool)] = []
    scan(source) { words in
      for (word, isEnd) in zip(words, splitter.endsByRule(words)) {
        result.append((word.start..<word.end, isEnd, word.opensParagraph))
      }
    }
    return result
  }
}
