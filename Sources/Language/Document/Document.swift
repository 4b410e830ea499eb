/// A text with the analysis made of it so far: the value that the language stages hand on.
public struct Document: Sendable {
  /// What is known of a document beside its text.
  public struct Metadata: Sendable, Equatable {
    /// Unique among the documents of a graph.
    public var id: String
    public var title: String?
    /// The date of publication, ISO 8601 (`2025-04-02`); a month or a year where no day is known.
    public var date: String?
    /// Publisher or address.
    public var source: String?

    public init(id: String, title: String? = nil, date: String? = nil, source: String? = nil) {
      self.id = id
      self.title = title
      self.date = date
      self.source = source
    }
  }

  public var metadata: Metadata
  /// The text, valid UTF-8; every offset in this module counts its bytes.
  public var source: [UInt8]
  /// Syntactic words in text order.
  public var tokens: [Token] = []
  /// Sentences in text order; their token ranges cover ``tokens`` without gap.
  public var sentences: [Sentence] = []
  /// Lower-case forms, lemmas and features, each once; ``Token`` indexes it.
  public var strings: [String] = []
  /// In text order, what stands in the source for something else.
  public internal(set) var references: [CharacterReference] = []

  public init(metadata: Metadata, source: [UInt8]) {
    self.metadata = metadata
    self.source = source
  }

  /// The words of `token` as written, references to characters resolved.
  public func text(of token: Token) -> String { text(in: token.start..<token.end) }

  /// The bytes `range` of the source as text, references to characters resolved.
  public func text(in range: Range<UInt32>) -> String {
    String(decoding: shownBytes(in: range), as: UTF8.self)
  }

  /// The lemma of `token`, such as `worry`.
  public func lemma(of token: Token) -> String { strings[Int(token.lemma)] }

  /// The morphological features of `token`, such as `Number=Sing`; empty when there are none.
  public func features(of token: Token) -> String { strings.isEmpty ? "" : strings[Int(token.features)] }

  /// The lower-case form of `token`.
  public func form(of token: Token) -> String { strings[Int(token.form)] }
}
