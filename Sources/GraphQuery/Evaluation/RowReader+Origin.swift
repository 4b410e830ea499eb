internal import GraphModel

extension RowReader {
  /// The earliest document that says an edge, of several of one day the first of the graph; nil where none does.
  ///
  /// - Complexity: O(evidence of the edge).
  func origin(of edge: EdgeID) -> Answer.Origin? {
    let documents = graph.documents(of: edge)
    // Those without a date come last: no date sorts behind one.
    let dated = documents.map { (date: graph.date(of: $0) ?? "~", id: $0) }
    guard let first = dated.min(by: { ($0.date, $0.id) < ($1.date, $1.id) }) else { return nil }
    let record = document(first.id)
    return Answer.Origin(document: record.name, source: record.source, others: documents.count - 1)
  }
}
