import Foundation
import GraphExport
import GraphModel
import TestSupport
import Testing

/// Awkward names must not break the line-based formats.
@Suite struct NastyNameTests {
  @Test(arguments: Array(31...33) as [UInt64])
  func jsonLines(seed: UInt64) throws {
    let graph = try NastyGraph.graph(seed: seed)
    let lines = JSONLinesExporter().text(.whole(), of: graph).utf8.split(separator: UInt8(ascii: "\n"))
      .filter { !$0.starts(with: "{\"record\"".utf8) }
    #expect(lines.count == graph.evidenceCount, "seed \(seed)")
    let names = Set((0..<UInt32(graph.entityCount)).map { graph.name(of: EntityID($0)) })
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      let subject = try #require(object?["subject"] as? String, "seed \(seed)")
      #expect(names.contains(subject), "seed \(seed)")
    }
  }

  @Test(arguments: Array(41...43) as [UInt64])
  func tables(seed: UInt64) throws {
    let graph = try NastyGraph.graph(seed: seed)
    let lines = TableExporter().text(.whole(), of: graph).utf8.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == graph.edgeCount + 1, "seed \(seed)")
    for line in lines {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      #expect(fields.count == 15, "seed \(seed)")
    }
  }

  @Test(arguments: Array(51...53) as [UInt64])
  func triples(seed: UInt64) throws {
    let graph = try NastyGraph.graph(seed: seed)
    let text = NTriplesExporter(provenance: .reified).text(.whole(), of: graph)
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      #expect(NTriplesLine.isValid(Array(line)), "seed \(seed): \(String(decoding: line, as: UTF8.self).prefix(200))")
    }
  }

  @Test(arguments: ["a b", "<a> <b> c .", "<a> <b> \"x .", "<a> <b> \"x\\q\" .", "<a b> <c> <d> .", "<a> _:b <c> ."])
  func theCheckCanFail(line: String) { #expect(!NTriplesLine.isValid(Array(line.utf8))) }
}

/// The grammar of one line of N-Triples, as far as Tercet writes it.
enum NTriplesLine {
  static func isValid(_ line: [UInt8]) -> Bool {
    var rest = line[...]
    guard iri(&rest) || blank(&rest), space(&rest), iri(&rest), space(&rest) else { return false }
    guard iri(&rest) || blank(&rest) || literal(&rest) else { return false }
    return Array(rest) == Array(" .".utf8)
  }

  private static func space(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == 0x20 else { return false }
    rest.removeFirst()
    return true
  }

  private static func iri(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
    let inside = rest[rest.index(after: rest.startIndex)..<end]
    guard inside.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Array("<\"{}|^`\\".utf8).contains($0) }) else { return false }
    rest = rest[(end + 1)...]
    return true
  }

  private static func blank(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: Array("_:e".utf8)) else { return false }
    rest = rest.dropFirst(3).drop { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "v") }
    return true
  }

  private static func literal(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: "\"") else { return false }
    rest.removeFirst()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") {
        guard rest.starts(with: Array("^^".utf8)) else { return true }
        rest = rest.dropFirst(2)
        return iri(&rest)
      }
      if byte < 0x20 { return false }
      guard byte == UInt8(ascii: "\\") else { continue }
      guard let escape = rest.popFirst() else { return false }
      if escape == UInt8(ascii: "u") {
        rest = rest.dropFirst(4)
      } else if !Array("tbnrf\"'\\".utf8).contains(escape) {
        return false
      }
    }
    return false
  }
}
