internal import Bytes
internal import Extraction
internal import GraphModel
internal import GraphStore
internal import Language

extension Invocation {
  /// `tercet add STORE INPUT...`: what the new texts say is put behind the store, or a small store is made anew.
  func add() throws -> ExitStatus {
    let path = arguments.operands[0]
    let (lock, graph) = try StoredGraph.opened(toChange: path)
    defer { withExtendedLifetime(lock) {} }
    let pipeline = try pipeline()
    let extractor = pipeline.extractor()
    let known = KnownTexts(graph)
    var added: [DocumentExtraction] = []
    let run = try forEachDocument(
      in: Array(arguments.operands.dropFirst()), pipeline.meter, skippingRepeated: true
    ) { input -> NewDocument in
      if let id = known.id(of: input.document) {
        return .known(id: input.document.metadata.id, as: id, place: input.place)
      }
      return .new(extractor.extract(pipeline.analyze(input)))
    } emit: { result in
      switch result {
      case .known(let id, let known, let place):
        try tellSkipped(id, as: known, place)
        return DocumentReport(id: id, sentences: 0)
      case .new(let extraction):
        added.append(extraction)
        return DocumentReport(extraction)
      }
    }
    if added.isEmpty {
      try tell("\(path) stays as it is")
    } else if Self.cost(of: graph, known) <= max(Self.quicklyRead, 4 * added.reduce(0) { $0 + $1.source.count }) {
      try rewrite(path, graph, without: [], added, pipeline, extractor)
    } else {
      let content = extractor.assemble(added, linkedTo: graph)
      try InterruptFlag.holding { try graph.add(content, to: path) }
      let changed = try StoredGraph(path: path)
      try tell(Self.summary(changed, path))
      if changed.changeBytes > changed.base.byteCount / 16 {
        try tell("`tercet compact \(path)` would settle names over all texts and make it quicker to open")
      }
    }
    return try status(of: run)
  }

  private enum NewDocument: Sendable {
    case known(id: String, as: String, place: String)
    case new(DocumentExtraction)
  }

  /// Texts of so many bytes are read anew whenever the store changes: it takes about a second.
  private static var quicklyRead: Int { 1 << 18 }

  /// What making the store anew takes, in bytes of text: an edge, imported or not, takes as long as some bytes.
  private static func cost(of graph: StoredGraph, _ known: KnownTexts) -> Int {
    known.byteCount + 8 * graph.edgeCount
  }

  /// `tercet remove STORE DOCUMENT...`
  func remove() throws -> ExitStatus {
    let path = arguments.operands[0]
    let (lock, graph) = try StoredGraph.opened(toChange: path)
    defer { withExtendedLifetime(lock) {} }
    var gone: Set<DocumentID> = []
    for id in arguments.operands.dropFirst() {
      guard let document = graph.document(named: id) else {
        let ids = (0..<UInt32(graph.documentCount)).map { graph.document(DocumentID($0)).name }
        throw CommandError.unknownDocument(id, suggestion: Suggestion.closest(to: id, among: ids))
      }
      gone.insert(document)
    }
    if Self.cost(of: graph, KnownTexts(graph)) <= Self.quicklyRead {
      let pipeline = try pipeline()
      try rewrite(path, graph, without: gone, [], pipeline, pipeline.extractor())
    } else {
      try InterruptFlag.holding { try graph.remove(gone, from: path) }
      try tell(Self.summary(try StoredGraph(path: path), path))
    }
    return .answered
  }

  /// `tercet compact STORE`: the store that its texts give when they are all read at once.
  func compact() throws -> ExitStatus {
    let path = arguments.operands[0]
    let (lock, graph) = try StoredGraph.opened(toChange: path)
    defer { withExtendedLifetime(lock) {} }
    if graph.changeCount == 0, graph.base.formatVersion == StoreFormat.version {
      try tell("\(path) has no changes behind it and stays as it is")
    } else if graph.changeCount == 0 {
      try graph.check()
      try write(GraphContent(of: graph), to: path, inPlaceOf: graph.replaced)
      try tell(Self.summary(try StoredGraph(path: path), path))
    } else {
      let pipeline = try pipeline()
      try rewrite(path, graph, without: [], [], pipeline, pipeline.extractor())
    }
    return .answered
  }

  /// Reads all texts anew.
  ///
  /// - Parameter graph: what stands at `path`; what it has of imports stays, and what was decided on names holds.
  private func rewrite(
    _ path: String, _ graph: StoredGraph, without gone: Set<DocumentID>, _ added: [DocumentExtraction],
    _ pipeline: TextPipeline, _ extractor: Extractor
  ) throws {
    try ExportTarget.refuseUnwritable(path)
    // Damage must not be written on.
    try graph.check()
    let stored = pipeline.storedTexts(graph, extractor).filter { !gone.contains($0.id) }
    let workers = OrderedWorkers(threads: try threads())
    var progress = Progress(statusLine, pipeline.meter)
    var position = InputPosition(total: stored.reduce(0) { $0 + $1.document.source.count })
    var extractions: [DocumentExtraction] = []
    for start in stride(from: 0, to: stored.count, by: 64) {
      let round = Array(stored[start..<min(start + 64, stored.count)])
      let read = try workers.map(round, waiting: progress.isShown ? { try progress.show() } : nil) {
        extractor.extract(pipeline.analyze($0.document, layout: $0.layout))
      }
      for extraction in read {
        position.done += extraction.source.count
        try progress.add(position, size: extraction.source.count)
        extractions.append(extraction)
      }
    }
    try progress.erase()
    var content = extractor.assemble(extractions + added)
    let imported = GraphContent(importedInto: graph)
    if !imported.statements.isEmpty { content = try GraphContent.union([content, imported]) }
    content.decisions = graph.decisions
    try write(content.followingDecisions(isReadAnew: true), to: path, inPlaceOf: graph.replaced)
    try tell(Self.summary(try StoredGraph(path: path), path))
  }
}
