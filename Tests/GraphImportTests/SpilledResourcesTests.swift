import Bytes
import GraphImport
import GraphModel
import GraphStore
import TestSupport
import Testing

/// RDF that does not fit into memory gives the store that it gives otherwise, in whatever order its lines stand.
@Suite struct SpilledResourcesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func lines(_ random: inout SeededGenerator) -> [String] {
    let label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    let type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    let other = "<http://www.w3.org/2004/02/skos/core#altLabel>"
    let names = ["Springfield", "springfield", "Caf\u{E9}", "Cafe\u{301}", "a:b", "", "x\\u0000y", "東京"]
    func resource() -> String {
      switch random.below(8) {
      case 0: "_:b\(random.below(4))"
      case 1: "<urn:tercet:entity:Person:Mark%20\(random.below(3))>"
      default: "<http://example.org/\(random.below(3))/r%20\(random.below(9))>"
      }
    }
    func text() -> String {
      "\"\(names[random.below(names.count)])\"" + ["", "@en", "@en-gb", "@fr", "^^<urn:t#date>"][random.below(5)]
    }
    return (0..<random.below(160)).map { _ in
      switch random.below(6) {
      case 0: "\(resource()) \(label) \(text()) ."
      case 1: "\(resource()) \(type) <http://example.org/c#\(["Person", "Place"][random.below(2)])> ."
      case 2: "\(resource()) \(other) \(text()) ."
      case 3: "<urn:p:\(random.below(4))> \(label) \(text()) ."
      default: "\(resource()) <urn:p:\(random.below(6))> \(random.chance(30) ? text() : resource()) ."
      }
    }
  }

  private func store(_ files: [String], memory: Int) throws -> [UInt8] {
    var importer = GraphImporter(memory: memory, folder: folder.path)
    for file in files {
      _ = try importer.read(file, .nt, problem: { throw $0 }, progress: { _ in })
    }
    return try importer.encode()?.bytes ?? []
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func sameBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = Self.lines(&random)
    let whole = folder.file("whole.nt")
    try AtomicFile.replace(whole, with: Array(lines.joined(separator: "\n").utf8))
    let expected = try store([whole], memory: .max)
    if !expected.isEmpty { try GraphFile(bytes: expected).check() }
    let mixed = lines.shuffled(using: &random)
    let half = mixed.count / 2
    let files = [folder.file("a.nt"), folder.file("b.nt")]
    try AtomicFile.replace(files[0], with: Array(mixed[..<half].joined(separator: "\n").utf8))
    try AtomicFile.replace(files[1], with: Array(mixed[half...].joined(separator: "\n").utf8))
    for memory in [1, 8 << 10, 24 << 10] {
      #expect(try store(files, memory: memory) == expected, "seed \(seed), memory \(memory)")
    }
  }

  /// A literal that is too long for a name is one bad line, and one bad triple of Turtle.
  @Test func tooLongALiteralIsLeftOut() throws {
    let long = String(repeating: "x", count: GraphContent.longestString + 1)
    let text = "<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> \"\(long)\" .\n<urn:a> <urn:q> <urn:b> .\n"
    let path = folder.file("long")
    try AtomicFile.replace(path, with: Array(text.utf8))
    for format in [ImportFormat.nt, .ttl] {
      var importer = GraphImporter(folder: folder.path)
      var places: [String?] = []
      let report = try importer.read(path, format, problem: { places.append($0.place) }, progress: { _ in })
      #expect(report.badLines == 1 && places == [format == .nt ? "\(path):2" : "\(path), triple 2"])
      #expect(try GraphFile(bytes: #require(try importer.encode()).bytes).edgeCount == 2)
    }
  }
}
