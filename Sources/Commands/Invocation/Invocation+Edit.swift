internal import Bytes
internal import Extraction
internal import GraphStore
internal import Language

extension Invocation {
  /// `tercet add STORE INPUT...`: the store is built anew from the texts that it keeps and the new ones.
  func add() throws -> ExitStatus {
    let path = arguments.operands[0]
    let (lock, graph, pipeline) = try open(path)
    defer { withExtendedLifetime(lock) {} }
    let extractor = pipeline.extractor()
    let stored = pipeline.storedTexts(graph, extractor)
    let ids = Set(stored.map(\.document.metadata.id))
    let sources = Set(stored.map(\.document.source))
    var added: [DocumentExtraction] = []
    let run = try forEachDocument(in: Array(arguments.operands.dropFirst())) { input -> NewDocument in
      let id = input.document.metadata.id
      if ids.contains(id) || sources.contains(input.document.source) { return .known(id: id, place: input.place) }
      return .new(extractor.extract(pipeline.analyze(input)))
    } emit: { result in
      switch result {
      case .known(let id, let place):
        try tell("\(place): skipped, \(id) is already in the graph")
        return (id, 0)
      case .new(let extraction):
        added.append(extraction)
        return (extraction.metadata.id, extraction.sentences.count)
      }
    }
    if added.isEmpty {
      try tell("\(path) stays as it is")
    } else {
      try rewrite(path, graph, stored, added, pipeline, extractor)
    }
    return try status(of: run)
  }

  private enum NewDocument: Sendable {
    case known(id: String, place: String)
    case new(DocumentExtraction)
  }

  /// `tercet remove STORE DOCUMENT...`
  func remove() throws -> ExitStatus {
    let path = arguments.operands[0]
    let (lock, graph, pipeline) = try open(path)
    defer { withExtendedLifetime(lock) {} }
    let extractor = pipeline.extractor()
    let stored = pipeline.storedTexts(graph, extractor)
    let ids = stored.map(\.document.metadata.id)
    let wanted = Set(arguments.operands.dropFirst())
    for id in arguments.operands.dropFirst() where !ids.contains(id) {
      throw CommandError.unknownDocument(id, suggestion: Suggestion.closest(to: id, among: ids))
    }
    let kept = stored.filter { !wanted.contains($0.document.metadata.id) }
    try rewrite(path, graph, kept, [], pipeline, extractor)
    return .answered
  }

  /// A store that is sound as a whole, because damage must not be written on, and the right to change it.
  private func open(_ path: String) throws -> (FileLock, GraphFile, TextPipeline) {
    let lock = try FileLock(path: path)
    let graph = try GraphFile(path: path)
    try graph.check()
    try ExportTarget.refuseUnwritable(path)
    return (lock, graph, try pipeline())
  }

  /// - Parameter graph: what stands at `path`; what it has of imports stays.
  private func rewrite(
    _ path: String, _ graph: GraphFile, _ stored: [StoredText], _ added: [DocumentExtraction], _ pipeline: TextPipeline,
    _ extractor: Extractor
  ) throws {
    let extractions = OrderedWorkers(threads: try threads()).map(stored) { text in
      extractor.extract(pipeline.analyze(text.document, layout: text.layout))
    }
    var content = extractor.assemble(extractions + added)
    let imported = GraphContent(importedInto: graph)
    if !imported.statements.isEmpty { content = try GraphContent.union([content, imported]) }
    try InterruptFlag.holding { try GraphWriter.write(content, to: path) }
    try tell(Self.summary(try GraphFile(path: path), path))
  }
}
