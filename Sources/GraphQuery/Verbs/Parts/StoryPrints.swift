internal import GraphModel

/// Of documents the earliest print of each story, and the other ones.
struct StoryPrints: Sendable {
  /// The other prints, by date, for the earliest ones that have some.
  private var copies: [DocumentID: [DocumentID]] = [:]
  private var hidden: Set<DocumentID> = []

  /// Every document for itself.
  init() {}

  /// The documents of `evidence`.
  ///
  /// - Complexity: O(*n* log *n*) for *n* documents.
  init(_ evidence: [Evidence], in graph: some GraphView) {
    var documents = evidence.map(\.document)
    documents.removeRepetitions(==)
    self.init(documents, in: graph)
  }

  /// - Parameter documents: each once.
  init(_ documents: [DocumentID], in graph: some GraphView) {
    let stories = Dictionary(grouping: documents) { graph.story(of: $0) }
    for prints in stories.values where prints.count > 1 {
      // Those without a date stand last.
      let dated = prints.map { (date: graph.date(of: $0) ?? "~", id: $0) }.sorted { $0 < $1 }.map(\.id)
      copies[dated[0]] = Array(dated.dropFirst())
      hidden.formUnion(dated.dropFirst())
    }
  }

  /// Whether a document is the earliest print of its story.
  func isShown(_ document: DocumentID) -> Bool { !hidden.contains(document) }

  /// The other prints of the story of which `document` is the earliest one, by date.
  func copies(of document: DocumentID) -> [DocumentID] { copies[document, default: []] }
}
