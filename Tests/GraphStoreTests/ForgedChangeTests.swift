import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// Changes behind a store that somebody else wrote, with right checksums: nothing may trap or hang, wrong answers are his.
///
/// A trap leaves the seed in the line that says that its test started. `Tests/Fuzz` has the same without a plan or an end.
@Suite(.timeLimit(.minutes(5))) struct ForgedChangeTests {
  /// Where a forgery is made: the checksums around it are put right.
  enum Layer: CaseIterable {
    /// Behind the store, as it is.
    case file
    /// A payload, which should be frames.
    case payload
    /// What the frames of a payload unpack to, which should be a change.
    case content
  }

  /// A store, and changes behind it as bytes: additions, removals and decisions with what they changed.
  private struct Originals {
    let store: [UInt8]
    let changes: [[UInt8]]

    init(seed: UInt64) throws {
      let folder = try TemporaryFolder()
      let path = folder.file("g.tercet")
      let parts = StoredGraphTests.parts(seed: seed, size: 12)
      store = try GraphWriter.bytes(of: parts[0])
      try AtomicFile.replace(path, with: store)
      for part in parts.dropFirst() { try StoredGraph(path: path).add(part, to: path) }
      let graph = try StoredGraph(path: path)
      _ = try graph.merge(EntityID(0), into: EntityID(UInt32(graph.entityCount - 1)), at: path)
      let merged = try StoredGraph(path: path)
      for number in (0..<UInt32(merged.entityCount)).map({ EntityID($0) }) {
        guard let alias = merged.aliases(of: number).first?.name else { continue }
        if try merged.split(alias, from: number, at: path) != nil { break }
      }
      try StoredGraph(path: path).remove([DocumentID(0)], from: path)
      changes = try StoredGraph(path: path).journal.changes.map { $0.encoded().bytes }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>, Layer.allCases)
  func forgedChangesNeverTrap(seed: UInt64, layer: Layer) throws {
    var random = SeededGenerator(seed: seed)
    let originals = try Originals(seed: seed)
    var opened = 0
    for round in 0..<120 {
      var bytes: [UInt8] = []
      // Some of them as they followed one another, or in any order.
      let count = 1 + random.below(originals.changes.count)
      let isInOrder = random.chance(80)
      let forgedOne = random.below(count)
      for number in 0..<count {
        let original = originals.changes[isInOrder ? number : random.below(originals.changes.count)]
        switch layer {
        case .payload where number == forgedOne:
          bytes += StoreForgery.record(Self.forged(Self.frame(original), originals, &random))
        case .content where number == forgedOne:
          bytes += StoreForgery.record(Self.frame(Self.forged(original, originals, &random)))
        default: bytes += StoreForgery.record(Self.frame(original))
        }
      }
      if layer == .file { bytes = Self.forged(bytes, originals, &random) }
      guard let graph = try? StoredGraph(bytes: originals.store + bytes) else { continue }
      opened += 1
      Self.ask(graph, &random)
      for change in graph.journal.changes {
        #expect(change.readAgain == change, "seed \(seed), round \(round)")
      }
    }
    #expect(opened > 0 || layer != .content, "seed \(seed): no forged change was read to its end")
  }

  /// A frame says how much it unpacks to, for which memory is taken before it is looked at.
  @Test func framesLargerThanTheFormatHasAreRefused() throws {
    let originals = try Originals(seed: 1)
    let content = originals.changes[0]
    #expect(try StoredGraph(bytes: originals.store + StoreForgery.record(Self.frame(content))).changeCount == 1)
    // In two frames, the first of which is not full.
    let parts = Self.frame(Array(content.prefix(9))) + Self.frame(Array(content.dropFirst(9)))
    #expect(throws: StoreError.self) { try StoredGraph(bytes: originals.store + StoreForgery.record(parts)) }
    let long = Self.frame(content + [UInt8](repeating: 0, count: 1 << 24))
    #expect(throws: StoreError.self) { try StoredGraph(bytes: originals.store + StoreForgery.record(long)) }
  }

  /// Evidence and documents take much memory for the bytes that stand for them: a packed change has fewer of them.
  @Test(arguments: [(900, true), (3_000, false)])
  func heavyRowsCountAsSeveral(rows: Int, isRead: Bool) throws {
    let store = try Originals(seed: 1).store
    let varint = ZstdForgery.varint
    // Strings, an entity, a predicate, a document with a text and a sentence, and an edge; then its evidence.
    let text = (0..<3_000).map { UInt8(ascii: "a") + UInt8($0 * $0 % 23) }
    var head: [UInt8] = [4, 1, 0x41, 1, 0x42, 1, 0x43, 1, 0x44] + [1, 0, 1, 2, 0] + [1, 2, 2, 0, 0, 0]
    head += [1, 3, 2, 0, 0, 0] + varint(text.count) + text + [1, 0, 1] + [1, 0, 0, 0, 0, 2]
    let frame = ZstdForgery.frame([.bytes(head + varint(rows)), .run(of: 0, count: 13 * rows), .bytes([0])])
    let record = StoreForgery.record(StoreForgery.littleEndian(UInt32(frame.count)) + frame)
    #expect((try? StoredGraph(bytes: store + record))?.changeCount == (isRead ? 1 : nil))
  }

  private static func frame(_ content: [UInt8]) -> [UInt8] {
    if content.isEmpty { return [] }
    let frame = FramePacker(level: 1).pack(content)
    return StoreForgery.littleEndian(UInt32(frame.count)) + frame
  }

  /// `bytes` changed here and there, cut, or others in their place.
  private static func forged(
    _ bytes: [UInt8], _ originals: Originals, _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    func any() -> [UInt8] { (0..<random.below(64)).map { _ in UInt8(truncatingIfNeeded: random.next()) } }
    if random.chance(5) { return any() }
    for _ in 0...random.below(3) where !bytes.isEmpty {
      let at = random.below(bytes.count)
      let end = min(bytes.count, at + random.below(20))
      switch random.below(8) {
      case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes[at] = bytes[at] &+ (random.chance(50) ? 1 : 255)
      // Small numbers, among them those of states and of the first rows.
      case 2, 3: bytes[at] = UInt8(random.below(4))
      // The largest numbers.
      case 4: bytes.replaceSubrange(at..<end, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, random.chance(50) ? 0x0F : 0xFF])
      case 5: bytes.removeSubrange(at..<end)
      case 6: bytes.insert(contentsOf: random.chance(50) ? any() : Array(bytes[at..<end]), at: at)
      default:
        let other = originals.changes[random.below(originals.changes.count)]
        bytes.replaceSubrange(at..., with: other.suffix(random.below(other.count)))
      }
    }
    if random.chance(10), !bytes.isEmpty { bytes.removeLast(random.below(bytes.count)) }
    return bytes
  }

  /// Reads everything, and makes every kind of step from it.
  private static func ask(_ graph: StoredGraph, _ random: inout SeededGenerator) {
    let content = GraphContent(of: graph)
    _ = try? GraphWriter.bytes(of: content)
    for text in ["", "a", "kö"] { _ = graph.entities(matching: text, limit: 5) }
    for entity in content.entities { _ = graph.entities(named: entity.name) }
    var links: [Link] = []
    var neighbors: [EntityID] = []
    var predicates: [PredicateID] = []
    for number in 0..<UInt32(graph.edgeCount) {
      let edge = graph.edge(EdgeID(number))
      graph.appendLinks(of: edge.subject, to: &links)
      graph.neighbors(of: edge.object, .incoming, edge.predicate, showing: .all, into: &neighbors)
      graph.predicates(from: edge.subject, to: edge.object, showing: .all, into: &predicates)
      for evidence in graph.evidence(of: edge.id) {
        for range in [evidence.subject, evidence.predicate, evidence.object] { _ = graph.words(range, of: evidence) }
      }
    }
    for number in 0..<UInt32(graph.predicateCount) { _ = graph.size(of: PredicateID(number), showing: .all) }
    _ = graph.attributions()
    var steps = [try? GraphChange(adding: content, to: graph)]
    if graph.documentCount > 0 {
      steps.append(GraphChange(removing: [DocumentID(UInt32(random.below(graph.documentCount)))], from: graph))
    }
    if graph.entityCount > 0 {
      let entity = EntityID(UInt32(random.below(graph.entityCount)))
      let other = EntityID(UInt32(random.below(graph.entityCount)))
      if entity != other { steps.append(GraphChange(merging: entity, into: other, of: graph)) }
      let new = NamingDecision.Entity(name: "new", type: "Thing")
      steps.append(GraphChange(separating: graph.aliases(of: entity).map(\.name), of: entity, as: new, in: graph))
    }
    let decisions = graph.decisions
    for (place, decision) in decisions.enumerated() {
      for case .some(let record) in decision.records.map({ DecisionRecord(packed: $0) }) {
        steps.append(GraphChange(revoking: record, in: graph, later: Array(decisions.dropFirst(place + 1))))
      }
    }
    for case .some(let step) in steps { _ = try? DecisionRecord(of: step, in: graph).packed() }
  }
}

extension GraphChange {
  /// The change as it is read from its bytes.
  var readAgain: GraphChange? {
    let bytes = encoded().bytes
    return GraphChange(encoded: ByteView(copying: bytes), packedSize: bytes.count)
  }
}
