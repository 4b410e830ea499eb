import Bytes
import GraphModel
import TestSupport
import Testing

@testable import Commands

@Suite struct AnswerRenderingTests {
  private static let statements = [
    "neighbors NATO", "neighbors NATO --claims", "neighbors Rutte depth 2", "path Rutte to \"United States\"",
    "path Rutte to Russia shortest 2", "path Rutte to Ukraine", "facts Rubio", "facts Ukraine --claims", "facts Jordan",
    "find ru", "find zzz", "why e2", "why e7", "why Rutte", "timeline NATO", "types", "relations", "stats",
    "match ?x leads ?y, ?x meets ?z", "match ?x meets ?y", "match ?x memberOf NATO --claims",
    "match Person leads/^memberOf ?y limit 1", "match ?x leads Nobody", "match Russia leads ?x",
  ]

  /// Standard output and standard error of each statement, in every format.
  @Test(arguments: ["table", "line", "tsv", "csv", "jsonl"])
  func answers(format: String) throws {
    var text = ""
    for statement in Self.statements {
      let harness = try SessionHarness()
      try harness.session.change("format", to: format)
      let status = try harness.run(statement)
      text += "> \(statement)\n\(harness.output.contents)"
      for line in harness.messages.contents.split(separator: "\n") { text += "! \(line)\n" }
      text += "= \(status.rawValue)\n\n"
    }
    let difference = GoldenFile("answers-\(format).txt").difference(from: text)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func nobodyIsSureOrUnsureOfImportedEdges() throws {
    var content = GraphContent()
    content.entities = ["A", "B"].map { GraphContent.Entity(name: $0, type: "Thing") }
    content.predicates = [GraphContent.Predicate(name: "p")]
    content.statements = [GraphContent.Statement(subject: 0, predicate: 0, object: 1, evidence: nil)]
    let harness = try SessionHarness(content: content)
    try harness.run("set format jsonl\nfacts A")
    #expect(harness.output.contents.contains("\"support\":0,\"confidence\":null,"), "\(harness.output.contents)")
  }

  @Test func narrowTerminalsWithoutUTF8() throws {
    var text = ""
    for statement in Self.statements {
      let harness = try SessionHarness(ProcessEnvironment(isUTF8: false))
      try harness.session.change("format", to: "table")
      try harness.session.change("width", to: "60")
      try harness.session.change("color", to: "never")
      try harness.run(statement)
      text += "> \(statement)\n\(harness.output.contents)\n"
      for line in harness.output.contents.split(separator: "\n") where line.hasPrefix("-") || line.contains("->") {
        #expect(!line.contains("─") && !line.contains("→") && !line.contains("…"))
      }
    }
    let difference = GoldenFile("answers-narrow.txt").difference(from: text)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func colors() throws {
    let harness = try SessionHarness()
    try harness.session.change("format", to: "table")
    try harness.session.change("color", to: "always")
    try harness.run("why e2; facts Ukraine --claims; nonsense")
    let difference = GoldenFile("answers-color.txt").difference(
      from: (harness.output.contents + "---\n" + harness.messages.contents).replacing("\u{1B}", with: "␛"))
    #expect(difference == nil, "\(difference ?? "")")
  }
}
