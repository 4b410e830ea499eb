/// A document of the graph without its text.
public struct DocumentRecord: Sendable, Equatable {
  public var id: DocumentID
  /// The document's own id, unique in the graph.
  public var name: String
  public var title: String?
  public var date: String?
  public var source: String?
  public var sentenceCount: Int
  /// Byte ranges of the sentences in the text.
  public var sentences: [Range<UInt32>]

  public init(
    id: DocumentID, name: String, title: String?, date: String?, source: String?, sentences: [Range<UInt32>]
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.date = date
    self.source = source
    self.sentenceCount = sentences.count
    self.sentences = sentences
  }
}
