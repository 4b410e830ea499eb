import Bytes
import TestSupport
import Testing

/// IRIs come out of a graph as they came in.
@Suite struct RDFNamesTests {
  private static let facts = [
    "<http://example.org/p/1> <http://schema.org/knows> <http://example.org/p/2> .",
    "<http://example.org/p/1> <http://schema.org/worksFor> <http://example.org/Łódź#it> .",
    "<http://example.org/p/2> <http://schema.org/description> \"a text, \\\"said\\\"\" .",
    "<urn:tercet:entity:Person:Bo> <urn:tercet:relation:leads> <http://example.org/p/1> .",
  ]
  /// Two have the same name and type.
  private static let names = [
    "<http://example.org/p/1> <http://www.w3.org/2000/01/rdf-schema#label> \"Ada\" .",
    "<http://example.org/p/2> <http://www.w3.org/2000/01/rdf-schema#label> \"Ada\" .",
    "<http://schema.org/worksFor> <http://www.w3.org/2000/01/rdf-schema#label> \"works for\" .",
  ]

  @Test(arguments: ["nt", "nq", "ttl"]) func irisAreKept(format: String) throws {
    let folder = try TemporaryFolder()
    func tercet(_ arguments: String...) throws -> String {
      let run = try ProcessRun(TercetBinary.path, arguments)
      try #require(run.status == 0, "\(arguments): \(run.errors)")
      return run.output
    }
    let (source, store, out) = (folder.file("in.nt"), folder.file("a.tercet"), folder.file("out.\(format)"))
    try AtomicFile.replace(source, with: Array((Self.facts + Self.names).joined(separator: "\n").utf8))
    _ = try tercet("import", source, "-o", store)
    _ = try tercet("export", store, "-o", out)
    let text = String(decoding: try MappedFile(path: out).bytes.array(), as: UTF8.self)
    for fact in Self.facts { #expect(text.contains(fact), "\(fact) in \(text)") }
    #expect(!text.contains("Literal"))
    // What was written is read as the same graph.
    _ = try tercet("import", out, "-o", folder.file("b.tercet"))
    #expect(try tercet("export", folder.file("b.tercet"), "--format", format) == text)
    // The IRI of a relation is one of its names.
    let answer = try tercet(
      "query", store, "-c", "facts \"http://example.org/p/1\" via \"http://schema.org/knows\"", "--format", "tsv")
    #expect(answer.contains("knows"), "\(answer)")
  }

  /// What exports say of statements and documents is no part of the graph that is read.
  @Test(arguments: ["nq", "ttl"]) func provenanceIsLeftOut(format: String) throws {
    let folder = try TemporaryFolder()
    let (store, out, copy) = (folder.file("a.tercet"), folder.file("out.\(format)"), folder.file("b.tercet"))
    let text = "Rutte leads NATO. Merz said on Monday that Ukraine might join NATO. Merz resigned."
    for arguments in [
      ["build", "-", "-o", store], ["export", store, "-o", out], ["import", out, "-o", copy],
    ] {
      let run = try ProcessRun(TercetBinary.path, arguments, input: text)
      try #require(run.status == 0, "\(run.errors)")
    }
    // Nor is what the schema knows of a country.
    let written = String(decoding: try MappedFile(path: out).bytes.array(), as: UTF8.self)
    #expect(written.contains("<http://www.wikidata.org/entity/Q212>") && written.contains("/direct/P297> \"UA\""))
    // The prompt writes what the command does.
    let asked = try ProcessRun(
      TercetBinary.path, ["query", store, "-c", "facts Ukraine", "-c", "export \(format)"]
    ).output
    #expect(asked.contains("/direct/P297> \"UA\""))
    let facts = try [store, copy].map { store in
      try ProcessRun(TercetBinary.path, ["export", store, "--format", "nt"]).output.split(separator: "\n").filter {
        $0.contains("> <urn:tercet:relation:") || $0.contains("> <urn:tercet:predicate:")
      }.sorted()
    }
    #expect(facts[0].count == 2 && facts[0] == facts[1])
  }
}
