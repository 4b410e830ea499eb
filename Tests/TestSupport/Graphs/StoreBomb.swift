internal import Bytes
public import GraphModel
internal import GraphStore
internal import Succinct

/// A small store, with right checksums, that says that it holds very much.
public struct StoreBomb: Sendable {
  public let name: String
  public let bytes: [UInt8]

  /// Two entities with another name, an edge and a sentence that says it.
  public static let content: GraphContent = {
    var content = GraphContent()
    content.entities = [
      .init(name: "A", type: "Thing", aliases: [.init(name: "a", rule: "acronym")]), .init(name: "B", type: "Thing"),
    ]
    content.predicates = [.init(name: "meets")]
    content.documents = [.init(id: "d", text: Array("A meets B.".utf8), sentences: [0..<10])]
    content.statements = [
      .init(
        subject: 0, predicate: 0, object: 1,
        evidence: .init(document: 0, sentence: 0, subject: 0..<1, predicate: 2..<7, object: 8..<9, rules: ["active"]))
    ]
    return content
  }()

  /// Every kind, each as it was found or thought of.
  ///
  /// - Parameter scale: how many times over each says it.
  public static func all(scale: Int) throws -> [StoreBomb] {
    let store = try GraphWriter.bytes(of: content)
    func bomb(_ name: String, _ sections: [String: [UInt8]]) -> StoreBomb {
      StoreBomb(name: name, bytes: StoreForgery.replacing(sections, in: store))
    }
    var bombs = changes(scale: scale).map { StoreBomb(name: $0.name, bytes: store + StoreForgery.record($0.payload)) }
    for section in ["NAMES", "ALIASES", "STRINGS", "DOCIDS"] { bombs += names(section, in: store, scale: scale) }
    bombs += decisions(scale: scale).map { bomb($0.name, ["EDITS": $0.section]) }
    bombs += [bomb("text", text(length: scale << 23, bySentences: false))]
    bombs += [bomb("texts", text(length: scale << 23, bySentences: true))]
    bombs += edges(scale: scale).map { bomb($0.name, $0.sections) }
    bombs += [bomb("aliases", owners(rows: scale << 24)), bomb("owners", owners(owners: scale << 24))]
    bombs += [bomb("frequencies", frequencies(in: store))]
    return bombs
  }

  // MARK: - Changes

  /// Payloads of changes.
  public static func changes(scale: Int) -> [(name: String, payload: [UInt8])] {
    func payload(_ frames: [[UInt8]]) -> [UInt8] { frames.flatMap { StoreForgery.littleEndian(UInt32($0.count)) + $0 } }
    let full = ZstdForgery.frame([.run(of: 0, count: 1 << 24)])
    // As many empty strings as a frame holds.
    let strings = ZstdForgery.frame([.bytes(ZstdForgery.varint(60_000)), .run(of: 0, count: 60_005)])
    return [
      ("change of full frames", payload(Array(repeating: full, count: 2 * scale))),
      ("change of empty strings", payload([strings])),
    ]
  }

  private static func decisions(scale: Int) -> [(name: String, section: [UInt8])] {
    let varint = ZstdForgery.varint
    let head = varint(1) + varint(1) + [1] + [1, 0x41, 1, 0x54, 1, 0x42, 1, 0x54]
    let frame = ZstdForgery.frame([.run(of: 0, count: 1 << 26)])
    let records = (0..<scale).flatMap { _ in varint(frame.count) + frame }
    return [
      ("decision with records", head + varint(1) + [1, 0x41] + varint(scale) + records),
      ("decisions without bytes", varint(1 << 40)),
      ("decision with names without bytes", head + varint(1 << 40)),
    ]
  }

  // MARK: - Strings

  /// A list of as many strings as it was, or of `scale` blocks, each string as long as the one before.
  private static func names(_ section: String, in store: [UInt8], scale: Int) -> [StoreBomb] {
    let length = 1 << 20
    func list(of count: Int, _ block: [ZstdForgery.Part], dictionary: Int = 0) -> [UInt8] {
      let frame = ZstdForgery.frame(block)
      let blocks = (count + 31) / 32
      var writer = ByteWriter()
      writer.append(UInt32(count))
      writer.append(UInt32(dictionary))
      writer.append(UInt64(0))
      MonotoneArray.encode((0...blocks).map { $0 * frame.count }, into: &writer)
      MonotoneArray.encode([Int](repeating: 0, count: blocks), into: &writer)
      return writer.bytes + (0..<blocks).flatMap { _ in frame }
    }
    let rows = 32 * scale
    let next = ZstdForgery.varint(length) + [0xFF]
    let long = list(
      of: rows,
      [.bytes([0]), .run(of: 0x61, count: length), .bytes([0xFF] + (1..<32).flatMap { _ in next })])
    let count =
      StoreForgery.sections(of: store).first { $0.name == section }.map { Int(store[$0.range.lowerBound]) } ?? 1
    // A frame of as many bytes as it may have, which are one string.
    let one = list(of: count, [.bytes([0]), .run(of: 0x61, count: 1 << 26), .bytes([0xFF])])
    let dictionary = list(of: count, [.bytes([0, 0x61, 0xFF])], dictionary: .init(UInt32.max))
    let sections = [section: long].merging(tables(rows: rows, of: section)) { $1 }
    return [
      StoreBomb(name: "\(section), long alike", bytes: StoreForgery.replacing(sections, in: store)),
      StoreBomb(name: "\(section), one frame", bytes: StoreForgery.replacing([section: one], in: store)),
      StoreBomb(name: "\(section), dictionary", bytes: StoreForgery.replacing([section: dictionary], in: store)),
    ]
  }

  /// What has to agree with a list of `rows` strings.
  private static func tables(rows: Int, of section: String) -> [String: [UInt8]] {
    func counts(entities: Int = 2, documents: Int = 1, strings: Int = 4) -> [UInt8] {
      var writer = ByteWriter()
      for count in [entities, 1, 1, documents, 1, 1, strings] { writer.append(UInt64(count)) }
      return writer.bytes
    }
    var writer = ByteWriter()
    let more = [Int](repeating: 1, count: rows - 1)
    switch section {
    case "NAMES":
      var types = ByteWriter()
      PackedArray.encode([0], into: &types)
      PackedArray.encode([UInt8](repeating: 0, count: rows), into: &types)
      MonotoneArray.encode([0, 1] + more, into: &writer)
      PackedArray.encode([0], into: &writer)
      MonotoneArray.encode([0, 0], into: &writer)
      PackedArray.encode([1], into: &writer)
      var owners = ByteWriter()
      MonotoneArray.encode([0, 1], into: &owners)
      PackedArray.encode([0], into: &owners)
      MonotoneArray.encode([], into: &owners)
      for _ in 0..<3 { PackedArray.encode([UInt8](), into: &owners) }
      return [
        "COUNTS": counts(entities: rows), "TYPES": types.bytes, "FORWARD": writer.bytes, "OWNERS": owners.bytes,
      ]
    case "ALIASES":
      MonotoneArray.encode([0, 1] + more, into: &writer)
      PackedArray.encode([0], into: &writer)
      MonotoneArray.encode([], into: &writer)
      for _ in 0..<3 { PackedArray.encode([UInt8](), into: &writer) }
      return ["OWNERS": writer.bytes]
    case "DOCIDS":
      for _ in 0..<3 { PackedArray.encode([UInt8](repeating: 0, count: rows), into: &writer) }
      MonotoneArray.encode([0, 1] + more, into: &writer)
      MonotoneArray.encode([0] + [Int](repeating: 10, count: rows), into: &writer)
      return ["COUNTS": counts(documents: rows), "DOCS": writer.bytes]
    default: return ["COUNTS": counts(strings: rows)]
    }
  }

  // MARK: - Texts

  /// One document of `length` bytes, or one with a sentence of a short text that says that it is as long.
  private static func text(length: Int, bySentences: Bool) -> [String: [UInt8]] {
    var documents = ByteWriter()
    for _ in 0..<3 { PackedArray.encode([0], into: &documents) }
    MonotoneArray.encode([0, 1], into: &documents)
    let whole = bySentences ? 1 << 14 : length
    MonotoneArray.encode([0, whole], into: &documents)
    var sentences = ByteWriter()
    MonotoneArray.encode([0], into: &sentences)
    MonotoneArray.encode([length], into: &sentences)
    let blockSize = 1 << 16
    let frame = ZstdForgery.frame([.run(of: 0x61, count: min(blockSize, whole))])
    let blocks = (whole + blockSize - 1) / blockSize
    var text = ByteWriter()
    text.append(UInt64(whole))
    text.append(UInt32(blockSize))
    text.append(UInt32(0))
    MonotoneArray.encode((0...blocks).map { $0 * frame.count }, into: &text)
    text.append(contentsOf: (0..<blocks).flatMap { _ in frame })
    return ["DOCS": documents.bytes, "SENTS": sentences.bytes, "TEXT": text.bytes]
  }

  // MARK: - Edges

  private static func edges(scale: Int) -> [(name: String, sections: [String: [UInt8]])] {
    let count = scale << 14
    func sections(runs: Int, incoming: [Int]) -> [String: [UInt8]] {
      var counts = ByteWriter()
      for number in [2, 1, count, 1, 0, 1, 4] { counts.append(UInt64(number)) }
      var forward = ByteWriter()
      MonotoneArray.encode([0, runs, runs], into: &forward)
      PackedArray.encode([UInt8](repeating: 0, count: runs), into: &forward)
      MonotoneArray.encode([Int](repeating: 0, count: runs) + [count - runs], into: &forward)
      PackedArray.encode([UInt8](repeating: 0, count: count), into: &forward)
      var reverse = ByteWriter()
      MonotoneArray.encode(incoming, into: &reverse)
      var evidence = ByteWriter()
      MonotoneArray.encode([], into: &evidence)
      MonotoneArray.encode([0], into: &evidence)
      MonotoneArray.encode([0], into: &evidence)
      PackedArray.encode([UInt8](), into: &evidence)
      for _ in 0..<3 { MonotoneArray.encode([], into: &evidence) }
      for _ in 0..<2 { PackedArray.encode([UInt8](), into: &evidence) }
      MonotoneArray.encode([0], into: &evidence)
      let tables = ZstdForgery.frame([.run(of: 0, count: 44)])
      evidence.append(UInt32(tables.count))
      evidence.append(UInt32(0))
      evidence.append(contentsOf: tables)
      return [
        "COUNTS": counts.bytes, "FORWARD": forward.bytes, "REVERSE": reverse.bytes, "EVIDENCE": evidence.bytes,
      ]
    }
    let none = [Int](repeating: 0, count: count)
    return [
      ("edges of one run", sections(runs: 1, incoming: none)),
      ("edges of some runs", sections(runs: count / 2, incoming: none)),
      ("edges of as many runs", sections(runs: count, incoming: none)),
    ]
  }

  // MARK: - Tables

  /// The section of the other names with so many names of the first entity, or so many entities of the first name.
  private static func owners(rows: Int = 1, owners: Int = 1) -> [String: [UInt8]] {
    func zeros(_ count: Int) -> [UInt8] { StoreForgery.littleEndian(UInt32(count)) + [0, 0, 0, 0] }
    var writer = ByteWriter()
    MonotoneArray.encode([0, owners], into: &writer)
    writer.append(contentsOf: zeros(owners))
    MonotoneArray.encode([0, rows, rows], into: &writer)
    writer.append(contentsOf: zeros(rows))
    PackedArray.encode([1], into: &writer)
    writer.append(contentsOf: zeros(rows))
    return ["OWNERS": writer.bytes]
  }

  /// Evidence whose tables unpack to 64 MiB.
  private static func frequencies(in store: [UInt8]) -> [String: [UInt8]] {
    guard let section = StoreForgery.sections(of: store).first(where: { $0.name == "EVIDENCE" }) else { return [:] }
    let bytes = Array(store[section.range])
    // The frame stands behind its length and four zeros, and before the one block.
    let head = (0..<bytes.count - 8).last { start in
      let size = Int(bytes[start]) | Int(bytes[start + 1]) << 8
      return start % 8 == 0 && bytes[start + 2..<start + 8].allSatisfy { $0 == 0 } && size > 8
        && start + 8 + size < bytes.count && bytes.count - start - 8 - size < 16
    }
    guard let head else { return [:] }
    let block = bytes[(head + 8 + Int(bytes[head]) + Int(bytes[head + 1]) << 8)...]
    let frame = ZstdForgery.frame([.run(of: 0, count: 1 << 26)])
    return ["EVIDENCE": bytes[..<head] + StoreForgery.littleEndian(UInt32(frame.count)) + [0, 0, 0, 0] + frame + block]
  }
}
