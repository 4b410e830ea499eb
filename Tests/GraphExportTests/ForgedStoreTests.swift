import Bytes
import Foundation
import GraphQuery
import GraphModel
import GraphStore
import TestSupport
import Testing

@testable import GraphExport

/// Stores that somebody changed who also put the checksums right: no question and no export may trap; wrong answers are his.
///
/// A trap ends the whole run; `TERCET_FORGED_SEED=n TERCET_FORGED_STORES=m` runs `m` stores from seed `n` on, and each is
/// named on standard error before it is asked.
@Suite(.timeLimit(.minutes(60))) struct ForgedStoreTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let first = environment["TERCET_FORGED_SEED"].flatMap { UInt64($0) }
  private static let stores = environment["TERCET_FORGED_STORES"].flatMap { Int($0) } ?? 60

  @Test(arguments: 0..<8 as Range<UInt64>)
  func questionsAndExportsNeverTrap(part: UInt64) throws {
    let content = part % 2 == 0 ? SampleGraph.content : RandomGraph.content(seed: part, size: 40)
    var bare = content
    if part % 4 == 3 {
      // Imported: nothing says where a statement comes from.
      bare.documents = []
      bare.statements = content.statements.map { statement in
        var statement = statement
        statement.evidence = nil
        return statement
      }
    }
    let bytes = try GraphWriter.bytes(of: bare)
    let names = StoreForgery.sections(of: bytes).filter { $0.name != "PAGES" && !$0.range.isEmpty }
    for number in 0..<Self.stores {
      let seed = (Self.first ?? 0) + UInt64(number) * 8 + part
      if Self.first != nil { FileHandle.standardError.write(Data("forged store \(seed)\n".utf8)) }
      var random = SeededGenerator(seed: seed)
      let forged = Self.forged(bytes, in: names[number % names.count].range, &random)
      guard let file = try? GraphFile(bytes: forged) else { continue }
      Self.ask(file, &random)
      Self.export(file)
      try? file.check()
    }
  }

  /// A store of version 1 is translated when it is opened; behind the one of version 2 stands a change.
  @Test(arguments: ["version-1.tercet", "version-2.tercet"])
  func goldenStoresNeverTrap(name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let bytes = try Array(Data(contentsOf: folder.appendingPathComponent("../Golden/stores/\(name)")))
    let sections = StoreForgery.sections(of: bytes).filter { $0.name != "PAGES" && !$0.range.isEmpty }
    for number in 0..<Self.stores {
      let seed = (Self.first ?? 0) + UInt64(number)
      if Self.first != nil { FileHandle.standardError.write(Data("forged \(name) \(seed)\n".utf8)) }
      var random = SeededGenerator(seed: seed)
      let forged = Self.forged(bytes, in: sections[number % sections.count].range, &random)
      guard let graph = try? StoredGraph(bytes: forged) else { continue }
      Self.ask(graph, &random)
      Self.export(graph)
      try? graph.check()
    }
  }

  /// `bytes` changed at one to four places of a section, which is often enough to be opened all the same.
  private static func forged(_ bytes: [UInt8], in section: Range<Int>, _ random: inout SeededGenerator) -> [UInt8] {
    var forged = bytes
    for _ in 0...random.below(4) {
      let at = section.lowerBound + random.below(section.count)
      let end = min(section.upperBound, at + 1 + random.below(random.chance(60) ? 1 : 9))
      for place in at..<end {
        switch random.below(5) {
        case 0: forged[place] ^= 1 << UInt8(random.below(8))
        case 1: forged[place] = 0
        case 2: forged[place] = 0xFF
        case 3: forged[place] = forged[section.lowerBound + random.below(section.count)]
        default: forged[place] = UInt8(truncatingIfNeeded: random.next())
        }
      }
    }
    StoreForgery.repairChecksums(&forged)
    return forged
  }

  private static func ask(_ file: some GraphView, _ random: inout SeededGenerator) {
    var evaluator = Evaluator(graph: file, limits: QueryLimits(time: .milliseconds(500)))
    func entity() -> String { "#\(random.below(max(file.entityCount, 1)))" }
    var statements = ["types", "relations", "stats", "find a", "find rutte", "neighbors Rutte depth 2 --claims"]
    for _ in 0..<4 {
      let (a, b) = (entity(), entity())
      statements += [
        "neighbors \(a) depth 2 --claims", "neighbors \(a) depth 2 in --claims", "neighbors \(a) out since 2025",
        "facts \(a) --claims", "why \(a)", "timeline \(a) --claims", "offices \(a)",
        "neighbors \(a) depth 2 at 2025", "edges at now", "path \(a) to \(b) --claims",
        "path \(a) to \(b) shortest 3 --claims", "path \(a) to \(b) all max 3", "path \(a) to \(b) all shortest",
        "match ?x . ?y, ?y . ?z", "match \(a) .+ ?y, ?y . ?z --claims", "match ?x (.|^.){2} \(a)",
        "path \(a) to \(b) via ./.? --claims", "path \(a) to \(b) weighted shortest 2 no-hubs 9",
        "why e\(random.below(max(file.edgeCount, 1)))", "why e\(random.below(max(file.edgeCount, 1)))",
      ]
    }
    for statement in statements {
      guard let query = try? Query(parsing: statement) else { continue }
      _ = try? evaluator.answer(query)
    }
    askPatterns(file, &random)
  }

  private static func askPatterns(_ file: some GraphView, _ random: inout SeededGenerator) {
    guard file.predicateCount > 0, file.entityCount > 0 else { return }
    var engine = PatternEngine(graph: file)
    for round in 0..<6 {
      func predicate() -> PredicateID { PredicateID(UInt32(random.below(min(file.predicateCount, 1000)))) }
      let entity = EntityID(UInt32(random.below(file.entityCount)))
      let patterns = [
        TriplePattern(.variable(0), predicate(), .variable(1)),
        TriplePattern(.variable(1), predicate(), round % 2 == 0 ? .variable(2) : .entity(entity)),
        TriplePattern(.variable(0), predicate(), .variable(2)),
      ]
      let query = PatternQuery(Array(patterns.prefix(1 + round % 3)), showing: round < 3 ? .all : .usual)
      _ = engine.count(query, time: .milliseconds(200))
      var rows = 0
      _ = engine.forEachRow(of: query, time: .milliseconds(200)) { _ in
        rows += 1
        return rows < 100
      }
    }
  }

  private static func export(_ file: some GraphView) {
    // Pictures are drawn from what dot has.
    for format in ExportFormat.allCases where !format.isPicture {
      var size = 0
      format.exporter.write(.whole(), of: file) { (piece: [UInt8]) throws(Never) in size += piece.count }
      guard file.entityCount > 0 else { continue }
      var evaluator = Evaluator(graph: file)
      let near = Subgraph(evaluator.neighborhood(of: EntityID(0), depth: 2, showing: .all))
      format.exporter.write(near, of: file) { (piece: [UInt8]) throws(Never) in size += piece.count }
    }
  }
}
