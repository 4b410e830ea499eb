internal import Bytes
public import GraphModel
public import GraphStore

/// Reads files of triples into one graph. Only lines of JSON that come with the texts of their documents have evidence;
/// those are put together in memory, all others on the disk where there are many.
public struct GraphImporter {
  /// What reading a file did.
  public struct Report: Sendable, Equatable {
    /// Triples read, those of names and types of entities included.
    public var triples = 0
    /// Lines that were no triples.
    public var badLines = 0
    /// Triples about statements, which assert nothing, and those with an empty name: they are left out.
    public var leftOut = 0
    /// The columns of a table of which nothing was taken, by name.
    public var columnsLeftOut: [String] = []
  }

  var table = TripleTable()
  var texts = TextContent()
  private var resources = ResourceTable()
  private let memory: Int
  private let folder: String
  let relations: [String: GraphContent.Predicate]
  /// What did not fit into memory, and names not settled yet.
  private var spilled: SpilledTriples?
  private var spilledResources: SpilledResources?

  /// - Parameters:
  ///   - memory: bytes that tables may take before they go to the disk.
  ///   - folder: where they go.
  ///   - relations: those of the schema: a line of JSON Lines names a relation by its name there and has the words of
  ///     the text beside it.
  public init(memory: Int = .max, folder: String = ".", relations: [GraphContent.Predicate] = []) {
    self.relations = Dictionary(relations.compactMap { row in row.relation.map { ($0, row) } }) { first, _ in first }
    self.memory = memory
    self.folder = folder
  }

  /// What some programs write at the start of UTF-8.
  private static var byteOrderMark: [UInt8] { [0xEF, 0xBB, 0xBF] }

  /// Names in memory are numbered up to 4 GiB, and one more of any length has to have room.
  private static var mostInMemory: Int { 3 << 30 }

  /// Puts what was read so far on the disk when it takes too much memory.
  private mutating func spillIfFull() throws {
    try spillTableIfFull()
    if resources.byteCount > min(memory, Self.mostInMemory) { try spillResources() }
  }

  private mutating func spillTableIfFull() throws {
    if table.byteCount > min(memory, Self.mostInMemory) { try spilledTriples().take(&table) }
  }

  private mutating func spilledTriples() throws -> SpilledTriples {
    let spilled = try self.spilled ?? SpilledTriples(folder: folder, memory: memory)
    self.spilled = spilled
    return spilled
  }

  private mutating func spillResources() throws {
    let spilled = try spilledResources ?? SpilledResources(folder: folder, memory: memory)
    spilledResources = spilled
    try spilled.take(&resources)
  }

  /// Adds the triples of a file.
  ///
  /// - Parameters:
  ///   - blankPrefix: what stands before the names of blank nodes, which mean something in one file alone.
  ///   - problem: is told of every line that is no triple; what it throws ends the reading.
  ///   - progress: is called with the number of triples from time to time.
  /// - Throws: when the file cannot be read, or a Turtle file has a mistake.
  public mutating func read(
    _ path: String, _ format: ImportFormat, blankPrefix: String = "", problem: (ImportError) throws -> Void,
    progress: (Int) throws -> Void
  ) throws -> Report {
    var report = Report()
    func tellNow() throws { if report.triples & 0xFFFF == 0xFFFF { try progress(report.triples) } }
    /// Reads lines by `add`, which tells how many triples a line has and how many of them are left out.
    func readLines(
      _ add: (Int, ArraySlice<UInt8>) throws(ImportProblem) -> (triples: Int, leftOut: Int),
      afterLine: () throws -> Void = {}
    ) throws {
      try LineFile(path: path).forEach { number, line in
        do throws(ImportProblem) {
          let isMarked = number == 1 && line.starts(with: Self.byteOrderMark)
          let (triples, leftOut) = try add(number, isMarked ? line.dropFirst(Self.byteOrderMark.count) : line)
          report.triples += triples
          report.leftOut += leftOut
        } catch {
          report.badLines += 1
          try problem(.line(path: path, line: number, detail: error.detail))
        }
        try afterLine()
        try tellNow()
      }
    }
    switch format {
    case .tsv, .csv:
      let separator = format == .csv ? TableColumns.Separator.commas : .tabs
      var columns = TableColumns(separator)
      var records = CSVRecords()
      try readLines { number, line throws(ImportProblem) in
        var row = line
        if separator == .commas {
          guard let record = try records.record(number, line) else { return (0, 0) }
          row = record
        }
        if number == 1, let named = try TableColumns(head: row, separator) {
          columns = named
          return (0, 0)
        }
        if row.isEmpty { return (0, 0) }
        try columns.row(row).add(to: &table, relations)
        return (1, 0)
      } afterLine: {
        try spillIfFull()
      }
      report.columnsLeftOut = columns.unread
      if let line = records.begun {
        report.badLines += 1
        try problem(.line(path: path, line: line, detail: "expected the quote that ends a field, found the end"))
      }
    case .jsonl:
      try readLines { _, line throws(ImportProblem) in
        (try add(jsonLine: line), 0)
      } afterLine: {
        try spillIfFull()
      }
    case .nt, .nq:
      let reader = try RDFReader(hasGraphs: format == .nq, path: path, blankPrefix: blankPrefix)
      try readLines { _, line throws(ImportProblem) in
        let statements = try reader.statements(ofLine: line)
        var leftOut = 0
        for statement in statements where try !resources.add(statement) { leftOut += 1 }
        return (statements.count, leftOut)
      } afterLine: {
        try spillIfFull()
      }
    case .ttl:
      try RDFReader.readFile(path, blankPrefix: blankPrefix) { statement in
        report.triples += 1
        do throws(ImportProblem) {
          if try !resources.add(statement) { report.leftOut += 1 }
        } catch {
          report.badLines += 1
          try problem(.triple(path: path, number: report.triples, detail: error.detail))
        }
        try spillIfFull()
        try tellNow()
      }
    }
    return report
  }

  /// Adds the statements of a graph without texts.
  public mutating func read(_ graph: some GraphView) throws {
    var whole = TripleTable()
    swap(&whole, &table)
    defer { swap(&whole, &table) }
    try whole.append(graph) { table in
      if table.byteCount > min(memory, Self.mostInMemory) { try spilledTriples().take(&table) }
    }
  }

  /// The store of all that was read, which is forgotten; nil when nothing was read.
  ///
  /// - Throws: when names are too long or too many, or two documents of one id differ.
  public mutating func encode() throws -> EncodedStore? {
    let triples = try encodeTriples()
    if texts.isEmpty { return triples }
    var contents = [texts.content]
    texts = TextContent()
    if let triples { contents.append(GraphContent(of: try GraphFile(bytes: triples.bytes))) }
    return try GraphWriter.encode(try GraphContent.union(contents))
  }

  private mutating func encodeTriples() throws -> EncodedStore? {
    if !resources.isEmpty { try spillResources() }
    if let named = spilledResources {
      spilledResources = nil
      let names = try named.names()
      let relations = try names.predicates.numbers(of: named.predicates, in: &table)
      for part in named.parts.indices {
        try named.move(part, names.parts[part], relations, into: &table)
        try spillTableIfFull()
      }
    }
    if let spilled {
      try spilled.take(&table)
      return try GraphWriter.encode(spilled)
    }
    if table.count == 0 { return nil }
    // Handed on without a second owner, so that it is sorted where it lies.
    var whole = TripleTable()
    swap(&whole, &table)
    return try GraphWriter.encode(consume whole)
  }
}
