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
    var journal: BuildJournal?
    if arguments.isOn("resume") {
      let maker = try pipeline.maker(version: Program.version)
      journal = try BuildJournal(path: path + ".part", maker: maker) { try assembler.add($0) }
      if assembler.count > 0 { try tell("going on behind \(counted(assembler.count, "document"))") }
    }
    let run = try read(pipeline, into: assembler, &journal, path)
    guard assembler.count > 0 else {
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
    _ pipeline: TextPipeline, into assembler: CorpusAssembler, _ journal: inout BuildJournal?, _ path: String
  ) throws -> TextRun {
    let extractor = pipeline.extractor()
    var count = 0
    func take(_ extraction: DocumentExtraction) throws -> DocumentReport {
      try assembler.add(extraction)
      try journal?.append(extraction)
      count += 1
      if InterruptFlag.shared.isSet {
        try journal?.flush()
        throw CommandError.readingInterrupted(documents: assembler.count, output: path, journal: journal?.path)
      }
      return DocumentReport(extraction)
    }
    InterruptFlag.install()
    defer { InterruptFlag.uninstall() }
    guard let known = journal else {
      return try forEachDocument(pipeline.meter, skippingRepeated: true, analyze: { pipeline.analyze($0) }) {
        extractor.extract($0)
      } emit: {
        try take($0)
      }
    }
    let run = try forEachDocument(pipeline.meter, skippingRepeated: true) { input in
      known.has(input.document) ? nil : extractor.extract(pipeline.analyze(input))
    } emit: { extraction in
      try extraction.map(take) ?? DocumentReport(id: "", sentences: 0)
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

  /// Writes the store of `content`; ^C ends the work before, but not the writing.
  func write(_ content: GraphContent, to path: String, inPlaceOf replaced: ReplacedFile) throws {
    let store = try GraphWriter.encode(content)
    try InterruptFlag.holding { try store.write(to: path, inPlaceOf: replaced) }
  }
}
