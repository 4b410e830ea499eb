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

  /// Nil when `bytes` are none, as for a decision that changed nothing.
  init?(_ bytes: [UInt8]) {
    let view = ByteView(copying: bytes)
    guard let length = view.load(0, as: UInt32.self), let first = view.slice(at: 4, count: UInt64(length)),
      let second = view.slice(4 + first.count..<view.count), let before = GraphChange(encoded: first),
      let after = GraphChange(encoded: second)
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

  /// Length of the first change (4 bytes), the two changes as FORMAT.md, “Changes”, gives them.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    let first = before.encoded()
    writer.append(UInt32(first.count))
    writer.append(contentsOf: first)
    writer.append(contentsOf: after.encoded())
    return writer.bytes
  }
}
