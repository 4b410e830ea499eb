internal import Bytes
internal import GraphModel

/// What a decision changed: what it spoke of as it was before, and as it was after. The way back starts from it,
/// whatever happened since.
struct DecisionRecord {
  let before: GraphChange
  let after: GraphChange

  /// - Parameter graph: as it was when `change` was made.
  init(of change: GraphChange, in graph: some GraphView) {
    after = change
    before = GraphChange(restoring: change, to: graph)
  }

  /// Reads what ``packed()`` writes; nil when it is damaged.
  init?(packed: [UInt8]) {
    let unpacker = FrameUnpacker(dictionary: nil)
    let content = unsafe unpacker.withUnpacked(
      ByteView(copying: packed), atMost: StoredFrame.largestContent, { unsafe Array($0) })
    guard let view = content.map({ ByteView(copying: $0) }), let length = view.load(0, as: UInt32.self),
      let first = view.slice(at: 4, count: UInt64(length)), let second = view.slice(4 + first.count..<view.count),
      let before = GraphChange(encoded: first, packedSize: packed.count),
      let after = GraphChange(encoded: second, packedSize: packed.count)
    else { return nil }
    self.before = before
    self.after = after
  }

  private init(before: GraphChange, after: GraphChange) {
    self.before = before
    self.after = after
  }

  /// What it says of edges without evidence, which no text tells again; nil when it says nothing of them.
  var ofImports: DecisionRecord? {
    let wanted = before.edges.indices.filter { number in
      number < after.edges.count
        && (before.edges[number].state == .present([]) || after.edges[number].state == .present([]))
    }
    guard !wanted.isEmpty else { return nil }
    return DecisionRecord(before: before.keeping(edges: wanted), after: after.keeping(edges: wanted))
  }

  /// A stored frame of: the length of the first change (4 bytes), the two changes as FORMAT.md, “Changes”, gives them.
  ///
  /// - Throws: when that is more than a frame holds.
  func packed() throws(StoreError) -> [UInt8] {
    let (first, second) = (before.encoded(), after.encoded())
    var writer = ByteWriter()
    writer.append(UInt32(truncatingIfNeeded: first.bytes.count))
    writer.append(contentsOf: first.bytes)
    writer.append(contentsOf: second.bytes)
    guard writer.bytes.count <= StoredFrame.largestContent else {
      throw .content(
        .invalidContent(
          detail: "what the decision changes takes \(writer.bytes.count) bytes; at most"
            + " \(StoredFrame.largestContent) can be kept to be taken back"))
    }
    let packed = FramePacker(level: 19).pack(writer.bytes)
    let isReadable = [first, second].allSatisfy { EncodedChange.mayHold($0.rows, in: packed.count) }
    return isReadable ? packed : StoredFrame.unpacked(writer.bytes)
  }
}
