package import Language

/// How probable it is that a fact is right: a logistic model over its ``Grounds``.
///
/// Trained by Training/confidence.py on development gold of open information extraction; as in PredPatt (White et al.,
/// EMNLP 2016), the rules that fired are the features.
package struct ConfidenceModel: Sendable {
  private let bias: Double
  private let weights: [String: Double]

  /// The trained model of statements, or of open facts.
  package init(_ table: ConfidenceTable) {
    bias = table.bias
    weights = table.weights
  }

  /// Hundredths, 1...99.
  package func confidence(_ grounds: Grounds, in document: Document) -> Int {
    let sum = grounds.signs(in: document).reduce(bias) { $0 + (weights[$1] ?? 0) }
    return max(1, min(99, Int((100 * Self.logistic(sum)).rounded())))
  }

  /// 1 / (1 + e⁻ˣ), by (1 + t/4096)^4096: the C library's `exp` differs from one processor to another in the last
  /// digit.
  private static func logistic(_ x: Double) -> Double {
    var power = 1 + max(-40, min(40, -x)) / 4096
    for _ in 0..<12 { power *= power }
    return 1 / (1 + power)
  }
}
