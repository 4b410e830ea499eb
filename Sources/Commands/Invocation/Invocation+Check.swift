internal import Bytes
internal import Extraction
internal import GraphModel
internal import GraphQuery
internal import GraphStore
internal import Language
internal import SchemaFiles
internal import Glibc

extension Invocation {
  /// `tercet check [STORE-OR-SCHEMA]`.
  func check() throws -> ExitStatus {
    guard let path = arguments.operands.first else { return try checkSchema(nil) }
    var status = stat()
    let isFolder = unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    return isFolder ? try checkSchema(path) : try checkStore(path)
  }

  private func checkStore(_ path: String) throws -> ExitStatus {
    let graph = try StoredGraph(path: path)
    try graph.check(in: NamelessFile.usualFolder)
    let parts = graph.changeCount == 0 ? "" : " and \(Self.changes(graph))"
    try write([
      "\(path): sound; \(counted(graph)), \(graph.byteCount) bytes in \(graph.base.sections.count) sections\(parts)"
    ])
    if graph.uncommittedBytes > 0 {
      try tell(
        "\(path): \(graph.uncommittedBytes) bytes at the end are of a change that was not written whole; it does not count"
      )
    }
    return .answered
  }

  /// Runs the examples of a schema: each statement that an example names must come out of its sentence, what is marked
  /// as pending must not, and each rule over trees must do what its examples say and nothing in its counter-examples.
  private func checkSchema(_ folder: String?) throws -> ExitStatus {
    let pipeline = try TextPipeline(schemaFolder: folder, modelPath: arguments.value("model"))
    let extractor = pipeline.extractor()
    var failed = 0
    var passing = 0
    for example in pipeline.schema.examples {
      let document = Document(metadata: .init(id: "example"), source: Array(example.text.utf8))
      let content = extractor.assemble([extractor.extract(pipeline.analyze(document, layout: .text))])
      let found = content.statements.map { Self.line($0, content) }
      // Of a symmetric relation either end may come first.
      let turned = content.statements.filter { content.predicates[$0.predicate].isSymmetric }.map { statement in
        var statement = statement
        swap(&statement.subject, &statement.object)
        return Self.line(statement, content)
      }
      let missing = example.statements.filter { !found.contains($0) && !turned.contains($0) }
      if let reason = example.pending {
        guard missing.isEmpty else { continue }
        passing += 1
        try write(["\(example.place): \(example.text)", "  passes, but is marked as pending: \(reason)"])
      }
      guard !missing.isEmpty else { continue }
      failed += 1
      try write(["\(example.place): \(example.text)"])
      try write(missing.map { "  missing  \($0)" } + found.map { "  found    \($0)" })
    }
    for example in try Extractor.failedRuleExamples(of: pipeline.schema) {
      failed += 1
      func lines(_ label: String, _ changes: [String]) -> [String] {
        (changes.isEmpty ? ["no change"] : changes).map { "  \(label) \($0)" }
      }
      try write(["\(example.place): rule \(example.rule)"])
      try write(lines("expected", example.expected) + lines("found   ", example.found))
    }
    let rules = Extractor.ruleNames(of: pipeline.schema).count
    let total = pipeline.schema.examples.count + Extractor.ruleExampleCount(of: pipeline.schema)
    if failed + passing > 0 { throw CommandError.failedExamples(failed: failed, passing: passing, of: total) }
    let pending = pipeline.schema.examples.count { $0.pending != nil }
    let known = "\(pipeline.schema.relations.count) relations, \(pipeline.schema.names.count) names"
    let counts = "\(known), \(counted(rules, "rule")), \(total) examples"
    let rest = pending == 0 ? "" : ", \(pending) of them pending"
    try write(["\(folder ?? "the schema built in"): sound; \(counts)\(rest)"])
    return .answered
  }

  /// `subject | predicate | object`, marked as examples mark it.
  private static func line(_ statement: GraphContent.Statement, _ content: GraphContent) -> String {
    let predicate = content.predicates[statement.predicate].name
    let parts = [content.entities[statement.subject].name, predicate, content.entities[statement.object].name]
    return parts.joined(separator: " | ")
  }
}
