import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// Small stores that say that they hold gigabytes: each is refused, or answers with little.
@Suite struct StoreBombTests {
  /// What an answer may take at most here, in bytes: the stores have some thousand.
  private static let most = 1 << 20

  @Test func eachIsRefusedOrAnswersWithLittle() throws {
    for bomb in try StoreBomb.all(scale: 16) {
      #expect(bomb.bytes.count < 100_000, "\(bomb.name) is small")
      let graph: StoredGraph
      do {
        graph = try StoredGraph(bytes: bomb.bytes)
      } catch {
        #expect(error.exitStatus == .badData && !error.message.isEmpty, "\(bomb.name)")
        continue
      }
      let size = Self.answers(of: graph)
      #expect(size < Self.most, "\(bomb.name) answers with \(size) bytes")
      #expect(throws: StoreError.self, "\(bomb.name) is no sound store") { try graph.check() }
    }
  }

  /// The store that bombs are made of is sound.
  @Test func theirBaseIsSound() throws {
    let bytes = try GraphWriter.bytes(of: StoreBomb.content)
    let graph = try StoredGraph(bytes: StoreForgery.replacing([:], in: bytes))
    try graph.check()
    #expect(GraphContent(of: graph) == (try StoreBomb.content.normalized()))
  }

  /// Bytes of what a graph answers, of the first of everything.
  private static func answers(of graph: StoredGraph) -> Int {
    var size = 0
    var edges: [Adjacency] = []
    var links: [Link] = []
    for number in 0..<UInt32(min(graph.entityCount, 64)) {
      let entity = EntityID(number)
      size += graph.name(of: entity).utf8.count + graph.type(of: entity).utf8.count
      size += graph.aliases(of: entity).reduce(0) { $0 + 32 + $1.name.utf8.count }
      size += graph.entities(named: "a").count * 4
      graph.adjacency(of: entity, .both, into: &edges)
      graph.appendLinks(of: entity, to: &links)
      graph.appendBareLinks(of: entity, to: &links)
      size += edges.count * MemoryLayout<Adjacency>.stride + links.count * MemoryLayout<Link>.stride
      size += graph.degree(of: entity, .both)
    }
    graph.searchNames(for: "a", at: .anywhere) { matches, _ in
      size += matches.count
      return size < most
    }
    for number in 0..<UInt32(min(graph.edgeCount, 4)) {
      for piece in graph.evidence(of: EdgeID(number)) {
        size += 128 + piece.rules.reduce(0) { $0 + $1.utf8.count }
        size += graph.sentence(piece.sentence, of: piece.document)?.utf8.count ?? 0
      }
    }
    for number in 0..<UInt32(graph.documentCount) {
      size += graph.text(of: DocumentID(number)).count + graph.document(DocumentID(number)).sentences.count * 8
    }
    size += graph.decisions.reduce(0) { $0 + 64 + $1.names.count * 16 + $1.records.joined().count }
    return size
  }
}
