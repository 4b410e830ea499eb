import Bytes
import Foundation
import GraphModel
import GraphStore
import TestSupport
import Testing

/// Each format is read by a program or library that others use, which finds the edges that the graph has. Those that
/// are not installed are named on standard error, and left out.
@Suite struct ExportConsumerTests {
  private let folder: TemporaryFolder
  private let store: String
  private let graph: GraphFile

  /// Names full of markup, two of one spelling, and an event without object.
  private static let awkward = "A\"B\\ & <c> ]] | #1; `x` é 中 👩‍👧 'q' {d} (e) *f* _g_"

  init() throws {
    folder = try TemporaryFolder()
    store = folder.file("news.tercet")
    var content = SampleGraph.content
    content.entities[4].name = Self.awkward
    content.entities[5].aliases = [.init(name: "Russian Federation; the", rule: "schema")]
    content.entities.append(.nothing)
    content.predicates.append(.init(name: "retreat"))
    var bare = content.statements[0]
    bare.predicate = content.predicates.count - 1
    bare.object = content.entities.count - 1
    bare.evidence?.time = "2025-W14"
    content.statements.append(bare)
    content.statements[2].evidence?.time = "2025-04"
    content.statements[3].evidence?.time = "2012/.."
    try GraphWriter.write(content, to: store)
    graph = try GraphFile(path: store)
  }

  private func export(_ format: String) throws -> String {
    let path = folder.file("out.\(format)")
    let run = try ProcessRun(TercetBinary.path, ["export", store, "--format", format, "-o", path])
    try #require(run.status == 0, "\(run.errors)")
    return path
  }

  private func rows(where holds: (Edge) -> Bool, columns: Int, name: (String) -> String = { $0 }) -> [[String]] {
    (0..<UInt32(graph.edgeCount)).map { graph.edge(EdgeID($0)) }.filter(holds).map { edge in
      let names = [edge.subject, edge.object].map { name(graph.name(of: $0)) }
      let degree =
        switch edge.degree {
        case .fact: "fact"
        case .reported: "reported"
        case .claim: "claim"
        }
      let row = [names[0], graph.predicate(edge.predicate).name, names[1], degree, edge.firstDate ?? ""]
      return Array(row[..<columns])
    }
  }

  /// The rows that a reader of `Tests/Consumers/read.py` found; nil when what it needs is not installed.
  private func read(_ reader: String, _ path: String) throws -> [[String]]? {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Consumers/read.py").standardized.path
    let run = try ProcessRun(
      "/usr/bin/env", ["python3", script, reader, path], environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    if run.status == 77 || run.status == 127 {
      Self.skip("\(reader): \(run.errors)")
      return nil
    }
    #expect(run.status == 0, "\(reader): \(run.errors)")
    var rows: [[String]] = []
    for line in run.output.split(separator: "\n") {
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String]
      rows.append(try #require(row))
    }
    return rows
  }

  private static func skip(_ reason: String) {
    FileHandle.standardError.write(Data("skipped: \(reason.trimmingCharacters(in: .whitespacesAndNewlines))\n".utf8))
  }

  private func expect(_ found: [[String]]?, _ expected: [[String]], _ what: String) {
    guard let found else { return }
    func sorted(_ rows: [[String]]) -> [[String]] { rows.sorted { $0.lexicographicallyPrecedes($1) } }
    #expect(!expected.isEmpty && sorted(found) == sorted(expected), "\(what)")
  }

  private func hasObject(_ edge: Edge) -> Bool { edge.object != graph.nothing }

  @Test(arguments: [
    "graphml", "graphml-networkx", "graphml-igraph", "gexf", "gexf-networkx", "cyjs", "cyjs-networkx", "neo4j",
  ])
  func networks(reader: String) throws {
    let path = try export(String(reader.split(separator: "-")[0]))
    expect(try read(reader, path), rows(where: hasObject, columns: 5), reader)
  }

  @Test(arguments: ["csv", "tsv"]) func tables(format: String) throws {
    expect(try read(format, export(format)), rows(where: { _ in true }, columns: 5), format)
  }

  @Test func jsonLines() throws {
    let found = try read("jsonl", export("jsonl")).map { Array(Set($0)) }
    expect(
      found, rows(where: { _ in true }, columns: 3).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, "jsonl")
  }

  @Test func mermaid() throws {
    expect(try read("mermaid", export("mermaid")), rows(where: hasObject, columns: 3), "mermaid")
  }

  @Test func vault() throws {
    let path = try export("vault")
    // What would end a link is no part of it.
    let name = { (name: String) in name.replacing("]]", with: "  ").replacing("|", with: " ") }
    let found = try read("vault", path)?.map { [name($0[0]), $0[1], name($0[2])] }
    expect(found, rows(where: { _ in true }, columns: 3, name: name), "vault")
    #expect(folder.names().filter { $0.hasSuffix(".new") }.isEmpty)
  }

  @Test(arguments: ["nt-rdflib", "nq-rdflib", "ttl-rdflib", "jsonld-rdflib", "jsonld-pyld"])
  func rdf(reader: String) throws {
    let path = try export(String(reader.split(separator: "-")[0]))
    expect(try read(reader, path), rows(where: { $0.degree == .fact }, columns: 3), reader)
  }

  @Test(arguments: ["ftm", "ftm-followthemoney"]) func followTheMoney(reader: String) throws {
    let found = try read(reader, export("ftm"))
    let names = rows(where: { $0.degree != .claim && hasObject($0) }, columns: 3)
    guard let found else { return }
    #expect(Set(found.map { [$0[0], $0[2]] }) == Set(names.map { [$0[0], $0[2]] }))
    #expect(found.contains(["Mark Rutte", "Directorship", "NATO"]))
    #expect(found.contains(["United States", "Membership", "NATO"]))
  }

  /// Programs that only say whether a file is what it should be.
  @Test(
    arguments: [
      ("xmllint", ["--noout"], "graphml"), ("xmllint", ["--noout"], "gexf"), ("serdi", ["-q", "-i", "ntriples"], "nt"),
      ("serdi", ["-i", "nquads"], "nq"), ("serdi", ["-i", "turtle"], "ttl"),
      ("rapper", ["-q", "-i", "ntriples"], "nt"),
      ("rapper", ["-q", "-i", "nquads"], "nq"), ("rapper", ["-q", "-i", "turtle"], "ttl"), ("jq", ["."], "jsonl"),
      ("jq", ["."], "ftm"), ("jq", ["."], "cyjs"), ("jq", ["."], "jsonld"), ("dot", ["-Tsvg"], "dot"),
    ] as [(String, [String], String)])
  func programs(program: String, arguments: [String], format: String) throws {
    let path = try export(format)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)") else {
      return Self.skip("\(format): no program \(program)")
    }
    let run = try ProcessRun("/usr/bin/\(program)", arguments + [path])
    #expect(run.status == 0 && run.errors.isEmpty, "\(program) \(format): \(run.errors)")
    #expect(program == "xmllint" || !run.output.isEmpty)
  }

  @Test func whatIsLostIsSaid() throws {
    func errors(_ arguments: String...) throws -> String {
      try ProcessRun(TercetBinary.path, ["export", store] + arguments).errors
    }
    #expect(try errors("--format", "jsonl").isEmpty)
    #expect(try errors("--format", "vault").isEmpty)
    let mermaid = try errors("--format", "mermaid")
    #expect(mermaid.contains("mermaid leaves out 1 event without object, "), "\(mermaid)")
    #expect(
      mermaid.contains(" dates, ") && mermaid.contains(" sentences"))
    #expect(try errors("--format", "nt").contains("nt leaves out 3 claims, "))
    #expect(try errors("--format", "nt", "--quiet").isEmpty)
    #expect(try errors("--format", "mermaid", "--limit", "3").contains(" left out, the best connected shown"))
    let prompt = try ProcessRun(TercetBinary.path, ["query", store, "-c", "facts Rutte", "-c", "export tsv"])
    #expect(prompt.errors.contains("tsv leaves out"), "\(prompt.errors)")
  }

  @Test func foldersReplaceNothing() throws {
    let path = try export("neo4j")
    for arguments in [[], ["--force"]] {
      let run = try ProcessRun(TercetBinary.path, ["export", store, "-o", path] + arguments)
      #expect(run.status == 64 && run.errors.contains("choose another name"), "\(run.errors)")
    }
    let nowhere = try ProcessRun(TercetBinary.path, ["export", store, "-o", folder.file("no/where.vault")])
    #expect(nowhere.status != 0)
    #expect(folder.names().allSatisfy { !$0.hasPrefix(".") })
    let stream = try ProcessRun(TercetBinary.path, ["export", store, "--format", "neo4j"])
    #expect(
      stream.output.hasPrefix("==> nodes.csv <==\nid:ID,name,")
        && stream.output.contains("\n==> relationships.csv <==\n"))
  }
}
