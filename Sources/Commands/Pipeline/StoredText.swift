internal import Extraction
internal import GraphModel
internal import Language

/// A document of a store, ready to be read again.
struct StoredText: Sendable {
  var id: DocumentID
  var document: Document
  var layout: Tokenizer.Layout
}

extension TextPipeline {
  /// The documents of a graph in the order of their ids, with the layout by which each was read.
  ///
  /// A store does not keep the layout: it is the one that gives the sentences that the store has and, where several do,
  /// most of its evidence.
  ///
  /// - Complexity: O(edges), and what it takes to cut the texts into words.
  func storedTexts(_ graph: some GraphView, _ extractor: Extractor) -> [StoredText] {
    var evidence: [DocumentID: Set<[UInt32]>] = [:]
    for number in 0..<UInt32(graph.edgeCount) {
      for proof in graph.evidence(of: EdgeID(number)) {
        evidence[proof.document, default: []].insert(Self.key(proof.subject, proof.predicate, proof.object))
      }
    }
    return (0..<UInt32(graph.documentCount)).map { number in
      let id = DocumentID(number)
      let record = graph.document(id)
      let metadata = Document.Metadata(id: record.name, title: record.title, date: record.date, source: record.source)
      let document = Document(metadata: metadata, source: graph.text(of: id))
      let fitting = Tokenizer.Layout.allCases.filter { sentences(of: document, layout: $0) == record.sentences }
      let layout = fitting.count < 2 ? fitting.first : best(fitting, for: document, evidence[id] ?? [], extractor)
      return StoredText(id: id, document: document, layout: layout ?? .text)
    }
  }

  private func best(
    _ layouts: [Tokenizer.Layout], for document: Document, _ evidence: Set<[UInt32]>, _ extractor: Extractor
  ) -> Tokenizer.Layout? {
    let words = layouts.map { tokens(of: document, layout: $0) }
    // Plain text and Markdown without marks are read alike.
    if words.allSatisfy({ $0 == words[0] }) { return layouts.first }
    let met = layouts.map { layout in
      let content = extractor.assemble([extractor.extract(analyze(document, layout: layout))])
      let keys = content.statements.compactMap(\.evidence).map { Self.key($0.subject, $0.predicate, $0.object) }
      return Set(keys).symmetricDifference(evidence).count
    }
    return layouts.indices.min { met[$0] < met[$1] }.map { layouts[$0] }
  }

  private static func key(_ ranges: Range<UInt32>...) -> [UInt32] {
    ranges.flatMap { [$0.lowerBound, $0.upperBound] }
  }
}
