internal import Bytes
internal import Extraction
internal import GraphImport
internal import GraphModel
internal import GraphQuery
internal import GraphStore
internal import SchemaFiles

extension Invocation {
  /// `tercet import FILE... -o STORE`: triples of elsewhere, without evidence.
  func importTriples() throws -> ExitStatus {
    let (path, replaced) = try newStore()
    let named = arguments.value("input-format").flatMap(ImportFormat.init(rawValue:))
    var importer = try importer(for: path)
    var bad = 0
    var firstError: ImportError?
    var progress = statusLine
    let formats = try arguments.operands.map { file in
      guard let format = named ?? ImportFormat(path: file) else { throw ImportError.unknownFormat(path: file) }
      return format
    }
    for (file, format) in zip(arguments.operands, formats) {
      let report = try importer.read(
        file, format, blankPrefix: formats.count > 1 ? Self.blankPrefix(of: file) : "",
        problem: { error in
          firstError = firstError ?? error
          bad += 1
          try progress.erase()
          // A file of another format would have an error a line.
          if bad <= Self.mostReported { try self.report(error) }
        }, progress: { triples in try progress.show("\(triples) triples") })
      try progress.erase()
      try tellLeftOut(report, of: file)
    }
    if bad > Self.mostReported { try tell("and \(bad - Self.mostReported) more lines like these") }
    try progress.show("sorting and writing")
    guard let store = try importer.encode() else {
      try progress.erase()
      throw ImportError.nothing(paths: arguments.operands)
    }
    try InterruptFlag.holding { try store.write(to: path, inPlaceOf: replaced) }
    try progress.erase()
    try tell(Self.summary(try StoredGraph(path: path), path))
    if bad > 0 { try tell("\(bad) \(bad == 1 ? "line was" : "lines were") left out; the messages above say why") }
    return firstError?.exitStatus ?? .answered
  }

  private static var mostReported: Int { 20 }
  private static var mostColumns: Int { 10 }

  /// Says what of a file is not in the graph, and which format has it.
  private func tellLeftOut(_ report: GraphImporter.Report, of file: String) throws(CommandError) {
    if report.leftOut > 0 {
      try tell(
        "\(file): left out \(counted(report.leftOut, "triple")) without a statement of their own: what an export says "
          + "of its statements, documents and relations (speakers, denials, dates, sentences), and empty names; an "
          + "export as jsonl brings all of that")
    }
    let columns = report.columnsLeftOut
    guard !columns.isEmpty else { return }
    let names = columns.prefix(Self.mostColumns).map { $0.shortened() }.joined(separator: ", ")
    let more = columns.count > Self.mostColumns ? " and \(columns.count - Self.mostColumns) more" : ""
    try tell("\(file): \(columns.count == 1 ? "column" : "columns") not read: \(names)\(more); jsonl keeps all")
  }

  /// The name of the file tells its blank nodes from those of others, whatever the order of files.
  private static func blankPrefix(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return (name.hasSuffix(".gz") ? String(name.dropLast(3)) : name) + "#"
  }

  /// `tercet merge -o STORE STORE...`: the union of graphs.
  func merge() throws -> ExitStatus {
    let (path, replaced) = try newStore()
    let operands = arguments.operands
    let areParts = try operands.map { try ExtractionFile.isOne($0) }
    if let part = areParts.firstIndex(of: true) {
      if let store = areParts.firstIndex(of: false) {
        throw CommandError.partsAndStores(part: operands[part], store: operands[store])
      }
      return try mergeParts(path, replaced)
    }
    let graphs = try arguments.operands.map { operand in
      let graph = try StoredGraph(path: operand)
      try graph.check(in: AtomicFile.folder(of: path))
      return graph
    }
    if graphs.allSatisfy({ $0.documentCount == 0 && $0.decisions.isEmpty }) {
      try mergeTriples(graphs, path, replaced)
    } else {
      let joining = Joining(path: path, memory: try memoryOfTexts())
      let content = try SpilledContent(folder: joining.folder, memory: joining.memory)
      for graph in graphs { try content.take(graph) }
      content.decisions = graphs.flatMap(\.decisions)
      try write(content.followingDecisions(isReadAnew: false), to: path, inPlaceOf: replaced)
    }
    try tell(Self.summary(try StoredGraph(path: path), path))
    return .answered
  }

  /// Joins what the documents of parts say, as if they had been read together.
  private func mergeParts(_ path: String, _ replaced: ReplacedFile) throws -> ExitStatus {
    let pipeline = try pipeline()
    let maker = try pipeline.maker(version: Program.version)
    let joining = Joining(path: path, memory: try memoryOfTexts())
    let assembler = pipeline.extractor().assembler(folder: joining.folder, memory: joining.memory / 2)
    var progress = statusLine
    for part in arguments.operands {
      try progress.show("reading \(part)")
      let file = try ExtractionFile(path: part)
      guard file.maker == maker else { throw CommandError.partOfOther(part) }
      do {
        try file.forEach { try assembler.add($0) }
      } catch ContentError.conflictingDocuments(let id) {
        throw CommandError.conflictingPart(path: part, id: id)
      }
    }
    try progress.erase()
    try write(assembler, by: joining, inPlaceOf: replaced)
    try tell(Self.summary(try StoredGraph(path: path), path))
    return .answered
  }

  /// Graphs without texts can be larger than memory.
  private func mergeTriples(_ graphs: [StoredGraph], _ path: String, _ replaced: ReplacedFile) throws {
    var importer = try importer(for: path)
    var progress = statusLine
    for (graph, operand) in zip(graphs, arguments.operands) {
      try progress.show("reading \(operand)")
      try importer.read(graph)
    }
    try progress.show("sorting and writing")
    let store = try importer.encode() ?? GraphWriter.encode(GraphContent())
    try InterruptFlag.holding { try store.write(to: path, inPlaceOf: replaced) }
    try progress.erase()
  }

  /// Bytes that triples may take in memory where `--memory` does not say: a small packed file may stand for millions.
  private static let memoryOfTriples = 128 << 20

  /// An importer that keeps to `--memory`.
  private func importer(for path: String) throws -> GraphImporter {
    GraphImporter(
      memory: try arguments.bytes("memory") ?? Self.memoryOfTriples, folder: AtomicFile.folder(of: path),
      relations: try Schema.embedded().relations.map {
        GraphContent.Predicate(
          name: $0.label, relation: $0.name, inverse: $0.inverse, isSymmetric: $0.isSymmetric)
      })
  }

  /// The value of `-o`, where a store can be made, and what it may replace.
  func newStore() throws -> (path: String, replaced: ReplacedFile) {
    let path = arguments.value("output") ?? ""
    let isForced = arguments.isOn("force")
    try ExportTarget.refuseExisting(path, isForced: isForced)
    try ExportTarget.refuseUnwritable(path)
    // Found out before long work; whoever comes later is waited for.
    _ = try FileLock.ofReplaced(path)
    return (path, isForced ? .anything : .nothing)
  }
}
