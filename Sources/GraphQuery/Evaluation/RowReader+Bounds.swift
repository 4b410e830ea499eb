internal import GraphModel

extension RowReader {
  /// A sentence that begins or ends an office, in words.
  func bound(_ bound: TenureBound) -> Answer.Bound { Answer.Bound(date: bound.date, proof: proof(bound.evidence)) }
}

extension Evaluator {
  /// What ended the offices of which an edge tells, latest last; nothing for an edge that tells of none, or of one that
  /// nothing has ended.
  mutating func ends(of edge: Edge) -> [Answer.Bound] {
    guard edge.degree != .claim, edge.support > 0 else { return [] }
    let spells = careers.career(of: edge.subject, in: graph).offices(of: edge.id).compactMap(\.spells.last)
    return spells.compactMap(\.until).sorted { ($0.day, $0.edge) < ($1.day, $1.edge) }.map { reader.bound($0) }
  }
}
