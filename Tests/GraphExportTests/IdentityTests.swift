import Foundation
import GraphExport
import GraphModel
import TestSupport
import Testing

/// What the schema knows of entities elsewhere stands in the formats that have a place for it.
@Suite struct IdentityTests {
  private static let ukraine = IdentityTable.Identity(
    sameAs: ["http://www.wikidata.org/entity/Q212"], alpha2: "UA", alpha3: "UKR")

  private static var table: IdentityTable {
    var table = IdentityTable()
    table.add(ukraine, named: "Ukraine", type: "GeopoliticalEntity")
    table.add(.init(sameAs: ["http://www.wikidata.org/entity/Q7184"]), named: "NATO", type: "Organization")
    // Of another type, of no entity, and nothing at all.
    table.add(.init(sameAs: ["http://example.org/no"], alpha2: "NO"), named: "Mark Rutte", type: "Company")
    table.add(.init(sameAs: ["http://example.org/no"]), named: "Rutte", type: "Person")
    table.add(.init(sameAs: []), named: "Alone", type: "Concept")
    return table
  }

  private func text(_ format: ExportFormat, of graph: MemoryGraph, _ table: IdentityTable = Self.table) -> String {
    format.exporter(keepsFormulas: nil, identities: table).text(.whole(), of: graph)
  }

  /// The lines that are there with identities alone.
  private func added(_ format: ExportFormat) throws -> [String] {
    let graph = try ExportFixture.graph()
    let plain = Set(text(format, of: graph, .init()).split(separator: "\n"))
    return text(format, of: graph).split(separator: "\n").filter { !plain.contains($0) }.map(String.init)
  }

  private static let triples = [
    "<urn:tercet:entity:GeopoliticalEntity:Ukraine> <http://www.w3.org/2002/07/owl#sameAs> "
      + "<http://www.wikidata.org/entity/Q212> .",
    "<urn:tercet:entity:GeopoliticalEntity:Ukraine> <http://www.wikidata.org/prop/direct/P297> \"UA\" .",
    "<urn:tercet:entity:GeopoliticalEntity:Ukraine> <http://www.wikidata.org/prop/direct/P298> \"UKR\" .",
    "<urn:tercet:entity:Organization:NATO> <http://www.w3.org/2002/07/owl#sameAs> "
      + "<http://www.wikidata.org/entity/Q7184> .",
  ]

  @Test(arguments: [ExportFormat.nt, .nq]) func triples(format: ExportFormat) throws {
    #expect(try added(format).sorted() == Self.triples)
  }

  @Test func turtle() throws {
    let text = try added(.ttl).joined(separator: "\n")
    #expect(text.contains("owl:sameAs <http://www.wikidata.org/entity/Q212> ;"))
    #expect(text.contains("<http://www.wikidata.org/prop/direct/P298> \"UKR\" ."))
    #expect(text.components(separatedBy: "owl:sameAs").count == 3)
  }

  @Test func jsonLD() throws {
    let lines = try added(.jsonld)
    #expect(lines.count == 2)
    #expect(lines.contains { $0.contains("\"owl:sameAs\":[{\"@id\":\"http://www.wikidata.org/entity/Q212\"}]") })
    #expect(lines.contains { $0.contains("\"http://www.wikidata.org/prop/direct/P297\":[\"UA\"]") })
  }

  @Test func jsonLines() throws {
    #expect(
      try added(.jsonl) == [
        #"{"record":"entity","name":"NATO","type":"Organization","sameAs":["http://www.wikidata.org/entity/Q7184"],"#
          + #""aliases":[]}"#,
        #"{"record":"entity","name":"Ukraine","type":"GeopoliticalEntity","#
          + #""sameAs":["http://www.wikidata.org/entity/Q212"],"alpha2":"UA","alpha3":"UKR","aliases":[]}"#,
      ])
  }

  @Test func followTheMoney() throws {
    let rows = try added(.ftm).map { line in
      let entity = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let properties = try #require(entity["properties"] as? [String: [String]])
      return ["name", "country", "wikidataId"].map { properties[$0] ?? [] }
    }
    #expect(rows == [[["NATO"], [], ["Q7184"]], [["Ukraine"], ["ua"], ["Q212"]]])
  }

  /// Formats without a place for it are as they were.
  @Test(arguments: ExportFormat.allCases.filter { !$0.hasIdentities }) func others(format: ExportFormat) throws {
    #expect(try added(format).isEmpty)
  }

  /// What was imported by an IRI says by that what it is; another one would be a statement more when it is read again.
  @Test(arguments: [ExportFormat.nt, .nq, .ttl, .jsonld]) func importedIRIs(format: ExportFormat) throws {
    var content = GraphContent()
    content.entities = [
      GraphContent.Entity(
        name: "Ukraine", type: "GeopoliticalEntity",
        aliases: [GraphContent.Alias(name: "http://example.org/ua", rule: GraphContent.Alias.iriRule)])
    ]
    let graph = try MemoryGraph(content)
    #expect(text(format, of: graph) == text(format, of: graph, .init()))
  }
}
