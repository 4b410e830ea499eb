internal import GraphModel

/// The documents that say each edge.
///
/// To ask a store about one edge costs as much as to read many pieces of evidence in their order. So once so
/// many edges were asked about that reading all evidence would have taken no longer, all is read, and kept.
final class EdgeDocuments {
  /// Of all edges, one after another; empty until they are read.
  private var all: [DocumentID] = []
  /// Where those of each edge end in ``all``.
  private var ends: [UInt32] = []
  private var questions = 0
  private var clock = StatementClock()
  private var memory = 0

  /// Pieces of evidence that are read in the time of a question.
  private static let readAtOnce = 300
  /// The part of a statement's memory that may be kept.
  private static let share = 8

  /// Begins a statement.
  func begin(_ clock: StatementClock, memory: Int) {
    self.clock = clock
    self.memory = memory
  }

  /// Calls `body` with the documents that say `edge`, ascending, each once, until it returns false.
  func forEach(of edge: EdgeID, in graph: some GraphView, _ body: (DocumentID) -> Bool) {
    if ends.isEmpty {
      questions += 1
      if questions == graph.evidenceCount / Self.readAtOnce + 1 { readAll(graph) }
    }
    guard !ends.isEmpty else {
      for document in graph.documents(of: edge) where !body(document) { return }
      return
    }
    let number = Int(edge.rawValue)
    // A damaged store has edges beyond its last.
    guard number < ends.count else { return }
    for place in Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number]) where !body(all[place]) { return }
  }

  /// Reads the documents of all edges, unless they take too much room, or the statement ends before.
  private func readAll(_ graph: some GraphView) {
    guard 4 * (graph.edgeCount + graph.evidenceCount) <= memory / Self.share else { return }
    var (all, ends): ([DocumentID], [UInt32]) = ([], [])
    ends.reserveCapacity(graph.edgeCount)
    for edge in 0..<UInt32(graph.edgeCount) {
      if edge & 1023 == 0, clock.cutOff != nil { return questions = 0 }
      all += graph.documents(of: EdgeID(edge))
      ends.append(UInt32(all.count))
    }
    (self.all, self.ends) = (all, ends)
  }
}
