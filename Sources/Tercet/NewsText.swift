internal import Bytes
internal import Language

/// A text to be read, and what is known about it.
///
///     let text = NewsText("Mark Rutte leads NATO.", id: "example", date: "2025-04-02")
public struct NewsText: Sendable {
  let document: Document
  let layout: Tokenizer.Layout

  /// Unique among the texts of a graph.
  public var id: String { document.metadata.id }
  public var title: String? { document.metadata.title }
  /// The date of publication, ISO 8601; a month or a year where no day is known, nil where nothing is.
  public var date: String? { document.metadata.date }
  /// Publisher or address.
  public var source: String? { document.metadata.source }

  /// - Parameters:
  ///   - text: paragraphs of plain text.
  ///   - id: unique among the texts of a graph.
  ///   - title: nil where none is known.
  ///   - date: of publication, ISO 8601; of nil the dateline is taken, where the text has one.
  ///   - source: publisher or address; nil where none is known.
  public init(_ text: String, id: String, title: String? = nil, date: String? = nil, source: String? = nil) {
    document = Document(
      metadata: Document.Metadata(id: id, title: title, date: date, source: source), source: Array(text.utf8))
    layout = .text
  }

  private init(_ input: InputDocument) {
    document = input.document
    layout = input.layout
  }

  /// Reads files and folders, of every kind that `tercet build` reads, one document at a time.
  ///
  ///     try NewsText.forEach(in: ["seeds"]) { result in
  ///       if case .success(let text) = result { print(text.id, text.title ?? "") }
  ///     }
  ///
  /// - Parameters:
  ///   - paths: folders are walked in the order of names.
  ///   - body: gets each text, or what is wrong with it. A text that comes again is passed over.
  /// - Throws: what `body` throws.
  public static func forEach(
    in paths: [String], _ body: (Result<NewsText, TercetError>) throws -> Void
  ) rethrows {
    try DocumentReader().forEachDocument(in: paths.map { FilePath($0) }) { result in
      switch result {
      case .success(let input): if input.repeats == nil { try body(.success(NewsText(input))) }
      case .failure(let bad): try body(.failure(TercetError(bad.error)))
      }
    }
  }
}
