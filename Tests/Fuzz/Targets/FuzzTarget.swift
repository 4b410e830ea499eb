/// One thing that reads what a stranger wrote, and what must hold whatever that is.
struct FuzzTarget: Sendable {
  /// The name of its folders of inputs, in Tests/Fuzz/seeds and in build/fuzz/corpus.
  let name: String
  /// Longer inputs are not made: that much of the same takes long is known (README.md) and not looked for.
  let mostBytes: Int
  let test: @Sendable ([UInt8]) -> Void

  init(_ name: String, mostBytes: Int = 2_048, _ test: @escaping @Sendable ([UInt8]) -> Void) {
    self.name = name
    self.mostBytes = mostBytes
    self.test = test
  }

  static let all: [FuzzTarget] = [
    .tokenizer, .markdown, .frontMatter, .html, .mail, .word, .pdfLayout, .gzip, .jsonLines, .conllu,
    .nTriples, .nQuads, .turtle, .table, .statementLines, .schema, .frames, .rules,
    .statements, .pathExpressions,
    .store, .changes, .journal, .weights,
  ]
}

/// Ends the run when something that must hold does not, so that libFuzzer keeps the input.
func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError("does not hold: \(what())") }
}
