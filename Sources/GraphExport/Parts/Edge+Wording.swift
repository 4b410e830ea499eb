internal import GraphModel

extension Edge {
  /// How the statement is said, in words that filters and legends use: `fact`, `reported`, or each of `denied` and its
  /// modality; `link` for a name in a description.
  func kinds(isLink: Bool) -> [String] {
    if isLink { return ["link"] }
    switch degree {
    case .fact: return ["fact"]
    case .reported: return ["reported"]
    case .claim: return (polarity == .negated ? ["denied"] : []) + (modality == .certain ? [] : [modality.name])
    }
  }

  /// When it is said to be: a date, or the first and the last; nil where nobody knows.
  ///
  /// - Parameter separator: what stands between two dates.
  func dateText(separator: String) -> String? {
    guard let first = firstDate ?? lastDate, let last = lastDate ?? firstDate else { return nil }
    return first == last ? first : first + separator + last
  }
}

extension StatementDegree {
  /// `fact`, `reported` or `claim`.
  var styleName: String {
    switch self {
    case .fact: "fact"
    case .reported: "reported"
    case .claim: "claim"
    }
  }
}
