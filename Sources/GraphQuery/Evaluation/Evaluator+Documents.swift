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

  /// The edges that sentences of `documents` say and that are to be shown, ascending, by the place of the sentence;
  /// those of which nothing but a name is said are left out.
  ///
  /// - Parameters:
  ///   - places: how many there are.
  ///   - place: that of the sentence of a piece of evidence; nil for one that is not asked for.
  /// - Returns: also how many edges are not to be shown.
  /// - Complexity: O(*n* + *e*) for all *n* edges and *e* pieces of evidence of the graph.
  mutating func edges(
    saidIn documents: Set<DocumentID>, places: Int, at place: (Evidence) -> Int?
  ) -> (found: [[EdgeID]], left: Answer.DegreeCounts) {
    var found = [[EdgeID]](repeating: [], count: places)
    let links = self.links()
    var left = Answer.DegreeCounts()
    for id in graph.edges(withEvidenceIn: documents, while: { budget.allows($0) }) {
      guard budget.allows(5) else { break }
      let edge = graph.edge(id)
      if links.contains(edge.predicate) { continue }
      guard degrees.contains(edge.degree) else {
        left.add(edge.degree)
        continue
      }
      for evidence in evidence(of: id) {
        guard let number = place(evidence), found.indices.contains(number), found[number].last != id else { continue }
        found[number].append(id)
      }
    }
    return (found, left)
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
