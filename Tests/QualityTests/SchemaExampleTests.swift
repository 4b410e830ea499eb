import Foundation
import TestSupport
import Testing

/// The example sentences of schemas, run by `tercet check`.
@Suite struct SchemaExampleTests {
  @Test func everyExampleOfTheSchemaComesOutUnlessItIsMarked() throws {
    let run = try ProcessRun(TercetBinary.path, ["check", ProjectFile.path("Schema")])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  /// A schema of one relation, with one example.
  private static func check(_ statement: String, pending: String? = nil) throws -> ProcessRun {
    let folder = try TemporaryFolder()
    let mark = pending.map { "; tercet:pending \"\($0)\"" } ?? ""
    let relation = """
      @prefix tercet: <urn:tercet:schema#> .
      @prefix : <urn:tercet:news#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :leads a owl:ObjectProperty ; rdfs:label "leads" ; tercet:verb "lead" ;
        tercet:example [ tercet:text "Mark Rutte leads the alliance." ; tercet:statement "\(statement)" \(mark) ] .
      """
    try relation.write(toFile: folder.file("relations.ttl"), atomically: false, encoding: .utf8)
    return try ProcessRun(TercetBinary.path, ["check", folder.path])
  }

  private static let right = "Mark Rutte | leads | alliance"
  private static let wrong = "alliance | leads | Mark Rutte"

  @Test func anExampleThatFailsIsAnError() throws {
    #expect(try Self.check(Self.right).status == 0)
    let run = try Self.check(Self.wrong)
    #expect(run.status == 1 && run.output.contains("missing  \(Self.wrong)"), "\(run.output)\(run.errors)")
    #expect(run.errors.contains("1 of 1 examples of the schema fail"), "\(run.errors)")
  }

  @Test func aPendingExampleMustFail() throws {
    let run = try Self.check(Self.wrong, pending: "It is the other way round.")
    #expect(run.status == 0 && run.output.contains("1 examples, 1 of them pending"), "\(run.output)\(run.errors)")
    let passing = try Self.check(Self.right, pending: "Not yet.")
    #expect(passing.status == 1 && passing.output.contains("marked as pending: Not yet."), "\(passing.output)")
    #expect(passing.errors.contains("1 marked as pending pass"), "\(passing.errors)")
  }
}
