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
    let joining = Joining(path: path, memory: try memoryOfTexts())
    let added = extractor.assembler(folder: joining.folder, memory: joining.memory / 2)
    var addedBytes = 0
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
        try added.add(extraction)
        addedBytes += extraction.source.count
        return DocumentReport(extraction)
      }
    }
    // What stands behind a store is held in memory by whoever opens it.
    let isLarge = addedBytes > joining.memory / Self.memoryOfChange
    if added.count == 0 {
      try tell("\(path) stays as it is")
    } else if isLarge || Self.cost(of: graph, known) <= max(Self.quicklyRead, 4 * addedBytes) {
      try rewrite(graph, without: [], added, pipeline, extractor, joining)
    } else {
      var parts: [GraphContent] = []
      _ = try added.assemble { parts.append($0) }
      let content = extractor.link(try GraphContent.union(parts), to: graph)
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

  /// A text that is put behind a store takes so many times its bytes of memory, about.
  private static var memoryOfChange: Int { 32 }

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
      try rewrite(path, graph, without: gone, pipeline)
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
      let joining = Joining(path: path, memory: try memoryOfTexts())
      try graph.check(in: joining.folder)
      let content = try SpilledContent(folder: joining.folder, memory: joining.memory)
      try content.take(graph)
      try write(content, to: path, inPlaceOf: graph.replaced)
      try tell(Self.summary(try StoredGraph(path: path), path))
    } else {
      try rewrite(path, graph, without: [], try pipeline())
    }
    return .answered
  }

  private func rewrite(
    _ path: String, _ graph: StoredGraph, without gone: Set<DocumentID>, _ pipeline: TextPipeline
  ) throws {
    let extractor = pipeline.extractor()
    let joining = Joining(path: path, memory: try memoryOfTexts())
    let assembler = extractor.assembler(folder: joining.folder, memory: joining.memory / 2)
    try rewrite(graph, without: gone, assembler, pipeline, extractor, joining)
  }

  /// Reads all texts anew.
  ///
  /// - Parameters:
  ///   - graph: what stands at the path; what it has of imports stays, and what was decided on names holds.
  ///   - assembler: what new documents say.
  private func rewrite(
    _ graph: StoredGraph, without gone: Set<DocumentID>, _ assembler: CorpusAssembler, _ pipeline: TextPipeline,
    _ extractor: Extractor, _ joining: Joining
  ) throws {
    try ExportTarget.refuseUnwritable(joining.path)
    // Damage must not be written on.
    try graph.check(in: joining.folder)
    let layouts = pipeline.storedLayouts(graph, extractor)
    let stored = (0..<UInt32(graph.documentCount)).map { DocumentID($0) }.filter { !gone.contains($0) }
    let workers = OrderedWorkers(threads: try threads())
    var progress = Progress(statusLine, pipeline.meter)
    var position = InputPosition(total: stored.reduce(0) { $0 + graph.textLength(of: $1) })
    for start in stride(from: 0, to: stored.count, by: 64) {
      let round = stored[start..<min(start + 64, stored.count)].map {
        StoredText($0, of: graph, layout: layouts[Int($0.rawValue)])
      }
      let read = try workers.map(round, waiting: progress.isShown ? { try progress.show() } : nil) {
        extractor.extract(pipeline.analyze($0.document, layout: $0.layout))
      }
      for extraction in read {
        position.done += extraction.source.count
        try progress.add(position, size: extraction.source.count)
        try assembler.add(extraction)
      }
    }
    try progress.erase()
    try write(
      assembler, and: GraphContent(importedInto: graph), following: graph.decisions, by: joining,
      inPlaceOf: graph.replaced)
    try tell(Self.summary(try StoredGraph(path: joining.path), joining.path))
  }
}
