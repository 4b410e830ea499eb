import Foundation
import GraphExport
import GraphModel
import TestSupport
import Testing

@Suite struct GeoJSONTests {
  private static var table: IdentityTable {
    var table = IdentityTable()
    table.add(
      .init(
        sameAs: ["http://www.wikidata.org/entity/Q212"], alpha2: "UA",
        place: .init(latitude: "49.0000", longitude: "32.0000")), named: "Ukraine", type: "GeopoliticalEntity")
    table.add(.init(sameAs: ["http://www.wikidata.org/entity/Q7184"]), named: "NATO", type: "Organization")
    return table
  }

  @Test func placesWithWhatIsSaidOfThem() throws {
    let graph = try ExportFixture.graph()
    let exporter = ExportFormat.geojson.exporter(keepsFormulas: nil, identities: Self.table)
    let text = exporter.text(.whole(), of: graph)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let features = try #require(object["features"] as? [[String: Any]])
    #expect(object["type"] as? String == "FeatureCollection" && features.count == 1)
    let geometry = try #require(features[0]["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "Point" && geometry["coordinates"] as? [Double] == [32, 49])
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(properties["name"] as? String == "Ukraine" && properties["statements"] as? Int == 1)
    #expect(properties["same_as"] as? [String] == ["http://www.wikidata.org/entity/Q212"])
    let says = try #require(properties["says"] as? [String])
    #expect(says.count == 1 && says[0].hasPrefix("Ukraine member of NATO (denied, says Mark Rutte; "), "\(says)")
    let losses = ExportLosses(.whole(), of: graph, as: .geojson, by: exporter)
    #expect(losses.text == "\(graph.edgeCount - 1) statements without a place that is known")
  }

  @Test func nothingLiesAnywhere() throws {
    let text = ExportFormat.geojson.exporter.text(.whole(), of: try ExportFixture.graph())
    #expect(text == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n")
  }

  @Test func rdfSaysWhere() throws {
    let text = ExportFormat.nt.exporter(keepsFormulas: nil, identities: Self.table)
      .text(.whole(), of: try ExportFixture.graph())
    #expect(
      text.contains(
        "<urn:tercet:entity:GeopoliticalEntity:Ukraine> <http://www.w3.org/2003/01/geo/wgs84_pos#lat> "
          + "\"49.0000\"^^<http://www.w3.org/2001/XMLSchema#decimal> ."))
  }
}
