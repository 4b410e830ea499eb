internal import Bytes

// Steps that change a store file. The caller has the right to change it (`FileLock`), took it before the file was opened, and
// opens it anew for the next step.
extension StoredGraph {
  /// Puts the statements of `content`, and all that they refer to, behind the store at `path`; what is known already changes
  /// nothing.
  ///
  /// - Throws: when `content` is not valid, or has another document of an id that the graph has; when the file cannot be
  ///   written, which leaves it as it was.
  /// - Complexity: O(*n* log *m*) for a content of size *n* and a graph of size *m*.
  public func add(_ content: GraphContent, to path: String) throws(StoreError) {
    try append(GraphChange(adding: content, to: self), to: path)
  }

  /// Takes `documents` out of the store at `path`, and all that only they said.
  ///
  /// - Complexity: O(edges).
  public func remove(_ documents: Set<DocumentID>, from path: String) throws(StoreError) {
    try append(GraphChange(removing: documents, from: self), to: path)
  }

  /// The document of this id; nil when there is none.
  public func document(named id: String) -> DocumentID? { row(ofDocument: id) }

  /// Bytes of the text of `document`.
  public func textLength(of document: DocumentID) -> Int {
    guard let changed else { return base.documents.textRange(Int(document.rawValue)).count }
    return switch changed.documents.source(of: Int(document.rawValue)) {
    case .base(let row): base.documents.textRange(row).count
    case .added(let row): changed.addedDocuments[row].text.count
    }
  }

  private func append(_ change: GraphChange, to path: String) throws(StoreError) {
    if let damage { throw damage }
    if change.isEmpty { return }
    // Behind a store of an older version nothing may stand.
    guard base.formatVersion == GraphFile.version else {
      let changed = try ChangedGraph(base, change)
      return try GraphWriter.write(GraphContent(of: changed), to: path)
    }
    do {
      try AppendedFile.append(Journal.record(change), behind: byteCount, of: path)
    } catch {
      throw StoreError(error)
    }
  }
}
