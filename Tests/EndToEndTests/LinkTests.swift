import TestSupport
import Testing

/// Names inside descriptions and names that are only mentioned, through the built binary.
@Suite struct LinkTests {
  private static let text = """
    The meeting ended. Critics of NATO sued Acme. According to a poll in Peru, prices fell. Aaron Katz mentioned Norway.
    Norway has mountains. Her company was sold by Mara Holm.
    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let run = try ProcessRun(
      TercetBinary.path, ["build", "-", "-o", folder.file("a.tercet"), "--quiet"], input: Self.text)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func ask(_ store: String, _ statement: String) throws -> ProcessRun {
    try ProcessRun(
      TercetBinary.path, ["query", folder.file(store), "--claims", "--format", "tsv", "-c", statement])
  }

  private func counts(_ store: String) throws -> [String] {
    try ask(store, "stats").output.split(separator: "\n").filter { line in
      ["facts", "reported", "claims", "links"].contains { line.hasPrefix("\($0)\t") }
    }.map(String.init)
  }

  @Test func namesOfDescriptionsAreNeighborsAndNoStatements() throws {
    let neighbors = try ask("a.tercet", "neighbors NATO")
    #expect(neighbors.output.contains("critics of NATO") && neighbors.output.contains("(of)"), "\(neighbors.output)")
    let facts = try ask("a.tercet", "facts NATO")
    #expect(!facts.output.contains("(of)"), "\(facts.output)")
    #expect(facts.errors.contains("1 description or sentence with the name"), "\(facts.errors)")
    #expect(try !ask("a.tercet", "relations limit 100").output.contains("("))
    let path = try ask("a.tercet", "path NATO to Acme")
    #expect(path.output.contains("(of)"), "\(path.output)")
  }

  /// A verb may be called as a link is.
  @Test func verbsAreNoLinks() throws {
    let facts = try ask("a.tercet", "facts \"Aaron Katz\"")
    #expect(facts.output.contains("mention\t"), "\(facts.output)")
  }

  /// A name of which nothing is said has the first sentences in which it stands.
  @Test(arguments: [2, 12]) func mentionsAreShown(sentences: Int) throws {
    let text =
      "Nothing else happened. " + String(repeating: "According to a poll in Peru, prices fell. ", count: sentences)
    let store = folder.file("d.tercet")
    let run = try ProcessRun(TercetBinary.path, ["build", "-", "-o", store, "--quiet"], input: text)
    try #require(run.status == 0, "\(run.errors)")
    let exported = try ProcessRun(TercetBinary.path, ["export", store, "--format", "jsonl"]).output
    let found = exported.split(separator: "\n").filter { $0.contains("\"link\":\"mention\"") }
    #expect(
      (0..<min(sentences, 8)).allSatisfy { number in found.contains { $0.contains("\"sentence\":\(number + 2),") } })
    #expect(found.count == min(sentences, 8), "\(found)")
    #expect(try ask("d.tercet", "facts Peru").errors.contains("\(min(sentences, 8)) descriptions or sentences"))
  }

  @Test(arguments: ["jsonl", "tsv", "csv", "nt"]) func linksComeBack(format: String) throws {
    let exported = try ProcessRun(
      TercetBinary.path,
      ["export", folder.file("a.tercet"), "--format", format, "-o", folder.file("a.\(format)"), "--claims"])
    try #require(exported.status == 0, "\(exported.errors)")
    let imported = try ProcessRun(
      TercetBinary.path, ["import", folder.file("a.\(format)"), "-o", folder.file("b.tercet"), "--quiet"])
    try #require(imported.status == 0, "\(imported.errors)")
    let links = try counts("a.tercet").filter { $0.hasPrefix("links") }
    #expect(try counts("b.tercet").filter { $0.hasPrefix("links") } == links)
    if format != "nt" { #expect(try counts("b.tercet") == counts("a.tercet")) }
  }

  @Test(arguments: [
    (#"{"node":"","link":"of","name":"NATO"}"#, "\"node\""), (#"{"link":"of","name":"NATO"}"#, "\"node\""),
    (#"{"node":"allies","link":"","name":"NATO"}"#, "\"link\""),
    (#"{"node":"allies","link":5,"name":"x"}"#, "\"link\""),
    (#"{"node":"allies","link":"of","name":""}"#, "\"name\""), (#"{"node":"allies","link":"of"}"#, "\"name\""),
  ])
  func badLinksAreRefused(line: String, expected: String) throws {
    let run = try ProcessRun(
      TercetBinary.path, ["import", "-", "--input-format", "jsonl", "-o", folder.file("c.tercet")], input: line + "\n")
    #expect(run.status != 0)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }
}
