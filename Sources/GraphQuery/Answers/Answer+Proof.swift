extension Answer {
  /// A sentence that says what an edge says.
  public struct Proof: Sendable, Equatable {
    /// The document's own id.
    public var document: String
    public var title: String?
    public var date: String?
    public var source: String?
    /// Number of the sentence in its document, from 1.
    public var sentenceNumber: Int
    public var sentence: String
    /// Byte ranges in the document's text: of the sentence, and of the parts of the statement.
    public var sentenceRange: Range<UInt32>
    public var subjectRange: Range<UInt32>
    public var predicateRange: Range<UInt32>
    public var objectRange: Range<UInt32>
    public var rules: [String]
    /// Hundredths.
    public var confidence: UInt8
    public var time: String?
    public var place: String?
    public var quantity: String?
    /// Ids of other documents that say so and are prints of the same story, where those are not shown for themselves.
    public var copies: [String] = []
  }
}
