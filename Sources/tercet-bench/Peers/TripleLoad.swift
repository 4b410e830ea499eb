import Bytes
import Commands
import GraphModel
import GraphStore

/// A store of bare triples: `load DATA.tsv [DATA.nt] STORE`, where DATA.tsv has a line `subject TAB predicate TAB object` a triple.
struct TripleLoad {
  var tsv: String
  var store: String

  func run(_ output: TextStream) throws -> ExitStatus {
    try write()
    let graph = try GraphFile(path: store)
    try output.writeLine("triples\t\(graph.edgeCount)\nentities\t\(graph.entityCount)")
    return .answered
  }

  func write() throws {
    // The table is handed on without a second owner, so that it is sorted where it lies.
    try GraphWriter.encode(read()).write(to: store)
  }

  private func read() throws -> TripleTable {
    let lines = LineFile(path: tsv)
    var table = TripleTable()
    let type = try table.type("Thing")
    try lines.forEach { number, line in
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count == 3 else { throw TripleLoadError(path: tsv, line: number, fields: fields.count) }
      table.append(
        subject: try table.entity(fields[0], type: type), predicate: try table.predicate(fields[1]),
        object: try table.entity(fields[2], type: type))
    }
    return table
  }
}

/// A line of a file of triples that is none.
struct TripleLoadError: DiagnosticError {
  var path: String
  var line: Int
  var fields: Int

  var code: String { "bench.triple" }
  var place: String? { "\(path):\(line)" }
  var message: String { "expected subject, predicate and object with a tab between, found \(fields) fields" }
  var remedy: String? { nil }
  var exitStatus: ExitStatus { .badData }
}
