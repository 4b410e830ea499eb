import GraphModel

/// What stands around a clause and decides how its words are to be taken.
struct ClauseContext: Sendable, Equatable {
  var polarity = Polarity.affirmed
  var modality = Modality.certain
  /// Head token of who says so.
  var attribution: Int?
  /// Whether what governs the clause is denied, so that another negation takes that back: `this is not to say that …`.
  var isUnderNegation = false

  /// Whether a condition that did not hold stands beside the clause, so that what hangs on it did not happen either.
  var isContrary = false

  /// The stronger reservation of the two: what is not certain stays so.
  mutating func weaken(to modality: Modality) {
    if self.modality == .certain { self.modality = modality }
  }

  mutating func negate() { polarity = polarity == .affirmed ? .negated : .affirmed }
}
