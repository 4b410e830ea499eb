import Bytes
import Commands
import GraphStore

/// A store of bare triples: `load DATA.tsv [DATA.nt] STORE`, where DATA.tsv has a line `subject TAB predicate TAB object` a triple.
///
/// Stores keep a sentence for every edge; here all edges have the same empty one, so the file is larger than the triples need.
struct TripleLoad {
  var tsv: String
  var store: String

  func run(_ output: TextStream) throws -> ExitStatus {
    let file = try MappedFile(path: tsv)
    let content = try Self.content(of: file.bytes, path: tsv)
    try GraphWriter.write(content, to: store)
    try output.writeLine("triples\t\(content.statements.count)\nentities\t\(content.entities.count)")
    return .answered
  }

  /// The graph of the lines of a file.
  ///
  /// - Throws: ``TripleLoadError`` with the line that has not three fields.
  static func content(of bytes: ByteView, path: String) throws -> GraphContent {
    var content = GraphContent()
    content.documents = [GraphContent.Document(id: path, text: [0x2E], sentences: [0..<1])]
    let evidence = GraphContent.Evidence(document: 0, sentence: 0, subject: 0..<1, predicate: 0..<1, object: 0..<1)
    var entities: [Substring: Int] = [:]
    var predicates: [Substring: Int] = [:]
    let text = bytes.string()
    for (number, line) in text.split(separator: "\n").enumerated() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3 else { throw TripleLoadError(path: path, line: number + 1, fields: fields.count) }
      func entity(_ name: Substring) -> Int {
        if let known = entities[name] { return known }
        entities[name] = content.entities.count
        content.entities.append(GraphContent.Entity(name: String(name), type: "Thing"))
        return content.entities.count - 1
      }
      func predicate(_ name: Substring) -> Int {
        if let known = predicates[name] { return known }
        predicates[name] = content.predicates.count
        content.predicates.append(GraphContent.Predicate(name: String(name)))
        return content.predicates.count - 1
      }
      content.statements.append(
        GraphContent.Statement(
          subject: entity(fields[0]), predicate: predicate(fields[1]), object: entity(fields[2]), evidence: evidence))
    }
    return content
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
