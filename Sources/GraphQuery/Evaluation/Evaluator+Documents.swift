internal import GraphModel

extension Evaluator {
  /// The document that `reference` means: by its id, else by its title, else by a part of either that no other has.
  ///
  /// - Complexity: O(documents with their ids and titles).
  mutating func document(_ reference: NameReference) throws(Interruption) -> DocumentRecord {
    let found = try documents(having: reference)
    guard found.count > 1 else { return found[0] }
    throw .error(
      QueryError(
        .severalDocuments(reference.spelling, count: found.count), at: reference.range,
        suggestions: found.prefix(3).map(\.name)))
  }

  /// The documents that `reference` means: the one with the id, else those with the title, else those with the text in
  /// id or title, in any case; never none.
  mutating func documents(having reference: NameReference) throws(Interruption) -> [DocumentRecord] {
    let wanted = reference.spelling.lowercased()
    var titled: [DocumentRecord] = []
    var others: [DocumentRecord] = []
    for number in 0..<UInt32(graph.documentCount) {
      let document = graph.document(DocumentID(number))
      guard budget.allows(5 + document.sentenceCount / 16), budget.mayHold(400 * others.count) else { throw .stopped }
      if document.name == reference.spelling { return [document] }
      let title = document.title?.lowercased()
      if title == wanted { titled.append(document) }
      if document.name.lowercased().contains(wanted) || title?.contains(wanted) == true { others.append(document) }
    }
    let found = titled.isEmpty ? others : titled
    guard found.isEmpty else { return found }
    throw .error(QueryError(.unknownDocument(reference.spelling), at: reference.range))
  }

  /// The documents of a source, in any case, or whose source has the text.
  mutating func documents(from reference: NameReference) throws(Interruption) -> [DocumentRecord] {
    let wanted = reference.spelling.lowercased()
    var exact: [DocumentRecord] = []
    var others: [DocumentRecord] = []
    var sources: Set<String> = []
    for number in 0..<UInt32(graph.documentCount) {
      let document = graph.document(DocumentID(number))
      guard budget.allows(5 + document.sentenceCount / 16), budget.mayHold(400 * (exact.count + others.count)) else {
        throw .stopped
      }
      guard let source = document.source else { continue }
      sources.insert(source)
      if source.lowercased() == wanted {
        exact.append(document)
      } else if source.lowercased().contains(wanted) {
        others.append(document)
      }
    }
    let found = exact.isEmpty ? others : exact
    guard found.isEmpty else { return found }
    let near = Spelling(reference.spelling).closest(in: sources.sorted()) { budget.allows($0) }
    throw .error(QueryError(.unknownSource(reference.spelling), at: reference.range, suggestions: near))
  }
}
