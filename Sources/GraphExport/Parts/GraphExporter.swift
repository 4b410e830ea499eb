public import GraphModel

/// Writes a graph, or a part of one, in one format.
///
/// The bytes depend on the graph and the part alone: the same input gives the same output. They are handed to `sink` in
/// pieces, so that a large graph is never held in memory as text.
public protocol GraphExporter: Sendable {
  /// What of `part` is written: all of it, or as much as can be looked at.
  func shown(_ part: Subgraph, of graph: some GraphView) -> Subgraph

  /// - Throws: only what `sink` throws; nothing is written after that.
  func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure)
}

extension GraphExporter {
  /// All of it.
  public func shown(_ part: Subgraph, of graph: some GraphView) -> Subgraph { part }
}

/// Gathers lines and hands them on in pieces of about 64 KB.
struct OutputBuffer<Failure: Error> {
  private var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws(Failure) -> Void

  init(_ sink: @escaping ([UInt8]) throws(Failure) -> Void) { self.sink = sink }

  mutating func append(_ text: String) throws(Failure) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { try flush() }
  }

  mutating func flush() throws(Failure) {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
