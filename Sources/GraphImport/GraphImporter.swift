internal import Bytes
public import GraphStore

/// Reads files of triples into one graph without evidence.
public struct GraphImporter {
  /// What reading a file did.
  public struct Report: Sendable, Equatable {
    /// Triples read, those of names and types of entities included.
    public var triples = 0
    /// Lines that were no triples.
    public var badLines = 0
    /// Rows of a table that are denied or uncertain, and triples about statements: they are no facts, and left out.
    public var leftOut = 0
  }

  private var table = TripleTable()
  private var resources = ResourceTable()
  private var records = RecordTable()

  public init() {}

  /// Adds the triples of a file.
  ///
  /// - Parameters:
  ///   - problem: is told of every line that is no triple; what it throws ends the reading.
  ///   - progress: is called with the number of triples from time to time.
  /// - Throws: when the file cannot be read, or a Turtle file has a mistake.
  public mutating func read(
    _ path: String, _ format: ImportFormat, problem: (ImportError) throws -> Void, progress: (Int) throws -> Void
  ) throws -> Report {
    var report = Report()
    switch format {
    case .tsv: try readTable(path, &report, problem, progress)
    case .jsonl: try readRecords(path, &report, problem, progress)
    case .nt, .nq: try readLines(path, format, &report, problem, progress)
    case .ttl:
      report.triples = try RDFReader.readFile(path) { statement in
        if !resources.add(statement) { report.leftOut += 1 }
        if resources.count & 0xFFFF == 0 { try progress(resources.count) }
      }
    }
    return report
  }

  /// What was read.
  public enum Imported {
    case triples(TripleTable)
    /// Of JSON Lines, whose statements may be claims.
    case content(GraphContent)
  }

  /// The graph of all that was read.
  ///
  /// - Throws: when names are too long or too many, or JSON Lines were read beside other formats.
  public consuming func finished() throws -> Imported {
    var table = self.table
    self.table = TripleTable()
    try resources.move(into: &table)
    if records.isEmpty { return .triples(table) }
    guard table.count == 0 else { throw ImportError.mixedFormats }
    return .content(records.content)
  }

  private mutating func readRecords(
    _ path: String, _ report: inout Report, _ problem: (ImportError) throws -> Void, _ progress: (Int) throws -> Void
  ) throws {
    try LineFile(path: path).forEach { number, line in
      guard line.contains(where: { $0 > 0x20 }) else { return }
      do throws(ImportProblem) {
        try records.add(line)
        report.triples += 1
      } catch {
        report.badLines += 1
        try problem(.line(path: path, line: number, detail: error.detail))
      }
      if number & 0xFFFF == 0 { try progress(report.triples) }
    }
  }

  private mutating func readTable(
    _ path: String, _ report: inout Report, _ problem: (ImportError) throws -> Void, _ progress: (Int) throws -> Void
  ) throws {
    var columns = TableColumns()
    var table = self.table
    self.table = TripleTable()
    defer { self.table = table }
    try LineFile(path: path).forEach { number, line in
      if number == 1, let named = TableColumns(head: line) {
        columns = named
        return
      }
      if line.isEmpty { return }
      do throws(ImportProblem) {
        if try columns.add(line, to: &table) { report.triples += 1 } else { report.leftOut += 1 }
      } catch {
        report.badLines += 1
        try problem(.line(path: path, line: number, detail: error.detail))
      }
      if number & 0xFFFF == 0 { try progress(report.triples) }
    }
  }

  private mutating func readLines(
    _ path: String, _ format: ImportFormat, _ report: inout Report, _ problem: (ImportError) throws -> Void,
    _ progress: (Int) throws -> Void
  ) throws {
    let reader = RDFReader(hasGraphs: format == .nq)
    try LineFile(path: path).forEach { number, line in
      do throws(ImportProblem) {
        for statement in try reader.statements(ofLine: line) {
          report.triples += 1
          if !resources.add(statement) { report.leftOut += 1 }
        }
      } catch {
        report.badLines += 1
        try problem(.line(path: path, line: number, detail: error.detail))
      }
      if number & 0xFFFF == 0 { try progress(report.triples) }
    }
  }
}

/// Why a line is no triple.
struct ImportProblem: Error {
  var detail: String

  init(_ detail: String) { self.detail = detail }
  init(_ error: StoreError) { detail = error.message }
}
