internal import Extraction
internal import GraphModel
internal import Language

/// A document of a store, ready to be read again.
struct StoredText: Sendable {
  var document: Document
  var layout: Tokenizer.Layout

  /// With the text that `graph` has of it.
  ///
  /// - Complexity: O(length of the text).
  init(_ id: DocumentID, of graph: some GraphView, layout: Tokenizer.Layout) {
    document = Self.document(id, of: graph)
    self.layout = layout
  }

  fileprivate static func document(_ id: DocumentID, of graph: some GraphView) -> Document {
    let record = graph.document(id)
    let metadata = Document.Metadata(id: record.name, title: record.title, date: record.date, source: record.source)
    return Document(metadata: metadata, source: graph.text(of: id))
  }
}

extension TextPipeline {
  /// The layout by which each document of a graph was read, in the order of their ids.
  ///
  /// A store does not keep the layout: it is the one that gives the sentences that the store has and, where several
  /// with different words do, most of its evidence.
  ///
  /// - Complexity: what it takes to cut the texts into words, and O(edges) where several layouts fit a text.
  func storedLayouts(_ graph: some GraphView, _ extractor: Extractor) -> [Tokenizer.Layout] {
    var layouts: [Tokenizer.Layout] = []
    var doubtful: [DocumentID: [Tokenizer.Layout]] = [:]
    for id in (0..<UInt32(graph.documentCount)).map({ DocumentID($0) }) {
      let document = StoredText.document(id, of: graph)
      let record = graph.document(id)
      let fitting = Tokenizer.Layout.allCases.filter { sentences(of: document, layout: $0) == record.sentences }
      layouts.append(fitting.first ?? .text)
      if fitting.count < 2 { continue }
      let words = fitting.map { tokens(of: document, layout: $0) }
      // Plain text and Markdown without marks are read alike.
      if !words.allSatisfy({ $0 == words[0] }) { doubtful[id] = fitting }
    }
    if doubtful.isEmpty { return layouts }
    var evidence: [DocumentID: Set<[UInt32]>] = [:]
    for number in 0..<UInt32(graph.edgeCount) {
      for proof in graph.evidence(of: EdgeID(number)) where doubtful[proof.document] != nil {
        evidence[proof.document, default: []].insert(Self.key(proof.subject, proof.predicate, proof.object))
      }
    }
    for (id, fitting) in doubtful {
      let document = StoredText.document(id, of: graph)
      layouts[Int(id.rawValue)] = best(fitting, for: document, evidence[id] ?? [], extractor) ?? .text
    }
    return layouts
  }

  private func best(
    _ layouts: [Tokenizer.Layout], for document: Document, _ evidence: Set<[UInt32]>, _ extractor: Extractor
  ) -> Tokenizer.Layout? {
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
