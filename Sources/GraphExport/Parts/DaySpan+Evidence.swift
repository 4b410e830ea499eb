internal import GraphModel

extension DaySpan {
  /// When the statements of an edge were true or were said: of each piece of evidence its own time, or else the date of
  /// its document; ascending, each once.
  static func all(of edge: Edge, in graph: some GraphView) -> [DaySpan] {
    let spans = graph.evidenceWithoutRanges(of: edge.id).compactMap { piece in
      DateRange(time: piece.time, documentDate: graph.date(of: piece.document)).flatMap { DaySpan($0) }
    }
    return Set(spans).sorted()
  }
}
