public import GraphModel

extension Evaluator {
  /// The first sentence that says so; nil for an edge without evidence.
  ///
  /// - Complexity: O(evidence of the edge).
  public mutating func firstProof(of edge: EdgeID) -> Answer.Proof? {
    evidence(of: edge).first.map(reader.proof)
  }
}
