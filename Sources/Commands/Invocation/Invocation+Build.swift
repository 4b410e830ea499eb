internal import Glibc
internal import Bytes
internal import Extraction
internal import GraphModel
internal import GraphQuery
internal import GraphStore
internal import Language

extension Invocation {
  /// `tercet build INPUT... -o STORE`, or a part of one with `--part`.
  func build() throws -> ExitStatus {
    let (path, replaced) = try newStore()
    let pipeline = try pipeline()
    let joining = Joining(path: path, memory: try memoryOfTexts())
    let assembler = pipeline.extractor().assembler(folder: joining.folder, memory: joining.memory / 2)
    var journal: ExtractionJournal?
    if arguments.isOn("resume") {
      let journalPath = path + ".journal"
      journal = try ExtractionJournal(path: journalPath, maker: pipeline.maker(version: Program.version))
      guard let journal else { throw CommandError.partOfOther(journalPath) }
      if journal.count > 0 { try tell("\(journal.path) has what \(counted(journal.count, "document")) say") }
    }
    let run = try read(pipeline, into: assembler, &journal, path)
    guard assembler.count > 0 || arguments.isOn("part") && run.errors == nil else {
      guard let errors = run.errors else { throw CommandError.noDocuments(arguments.operands) }
      try tell("nothing could be read, and \(path) was not written")
      return errors.first.exitStatus
    }
    if arguments.isOn("part") {
      let maker = try pipeline.maker(version: Program.version)
      try InterruptFlag.holding { try assembler.write(to: path, maker: maker, inPlaceOf: replaced) }
      try tell(
        "\(path): \(counted(assembler.count, "document")) in \(run.time) s, \(counted(run.sentences, "sentence"))")
    } else {
      try write(assembler, by: joining, inPlaceOf: replaced)
      let graph = try StoredGraph(path: path)
      try tell("\(Self.summary(graph, path)) in \(run.time) s, \(counted(run.sentences, "sentence"))")
    }
    if let journal { AtomicFile.remove(journal.path) }
    return try status(of: run)
  }

  /// Reads all documents that the journal does not have.
  private func read(
    _ pipeline: TextPipeline, into assembler: CorpusAssembler, _ journal: inout ExtractionJournal?, _ path: String
  ) throws -> TextRun {
    let extractor = pipeline.extractor()
    func take(_ extraction: DocumentExtraction) throws -> DocumentReport {
      try assembler.add(extraction)
      if InterruptFlag.shared.isSet {
        try journal?.flush()
        throw CommandError.readingInterrupted(documents: assembler.count, output: path, journal: journal?.path)
      }
      return DocumentReport(extraction)
    }
    InterruptFlag.install(alsoFor: [SIGTERM, SIGHUP])
    defer { InterruptFlag.uninstall() }
    guard let known = journal else {
      return try forEachDocument(pipeline.meter, skippingRepeated: true, analyze: { pipeline.analyze($0) }) {
        extractor.extract($0)
      } emit: {
        try take($0)
      }
    }
    let run = try forEachDocument(pipeline.meter, skippingRepeated: true) {
      input -> (extraction: DocumentExtraction, new: Document?) in
      known.extraction(of: input.document).map { ($0, nil) }
        ?? (extractor.extract(pipeline.analyze(input)), input.document)
    } emit: { result in
      if let document = result.new { try journal?.append(result.extraction, of: document) }
      return try take(result.extraction)
    }
    try journal?.flush()
    return run
  }

  /// Where a graph of texts is joined, and in how much memory.
  struct Joining {
    var path: String
    /// Bytes: half of them for what documents say, half for the store.
    var memory: Int

    var folder: String { AtomicFile.folder(of: path) }
  }

  /// Bytes that a graph of texts may take until it is written: `--memory`, or a quarter of the machine's.
  func memoryOfTexts() throws(CommandError) -> Int {
    try arguments.bytes("memory") ?? max(systemMemory() / 4, Self.leastMemoryOfTexts)
  }

  private static var leastMemoryOfTexts: Int { 256 << 20 }

  /// Writes the graph of all documents that were added.
  ///
  /// - Parameters:
  ///   - imported: what it has beside what the documents say.
  ///   - decisions: on who is who, which hold for it.
  func write(
    _ assembler: CorpusAssembler, and imported: GraphContent = GraphContent(),
    following decisions: [NamingDecision] = [], by joining: Joining, inPlaceOf replaced: ReplacedFile
  ) throws {
    var progress = statusLine
    try progress.show("joining \(counted(assembler.count, "document"))")
    let content = try SpilledContent(folder: joining.folder, memory: joining.memory / 2)
    let misfits = try assembler.assemble { try content.take($0) }
    try content.take(imported)
    try progress.erase()
    if isVerbose {
      for (relation, count) in misfits.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        try tell(
          "\(count) \(count == 1 ? "statement has" : "statements have") the words of \(relation), but not its types")
      }
    }
    content.decisions = decisions
    try write(content.followingDecisions(isReadAnew: true), to: joining.path, inPlaceOf: replaced)
  }

  /// Writes a store; ^C ends the work before, but not the writing.
  func write(_ content: SpilledContent, to path: String, inPlaceOf replaced: ReplacedFile) throws {
    var progress = statusLine
    try progress.show("sorting and writing")
    let store = try GraphWriter.encode(content)
    try InterruptFlag.holding { try store.write(to: path, inPlaceOf: replaced) }
    try progress.erase()
  }
}
