extension GraphContent.Alias {
  /// Whether it is another name, not a ``TypeVote``.
  ///
  /// - Complexity: O(length of the rule).
  public var isName: Bool { TypeVote(rule: rule) == nil }
}

extension GraphView {
  /// ``aliases(of:)`` that are other names; empty when there are none.
  ///
  /// - Complexity: O(*k*) for *k* aliases.
  public func otherNames(of entity: EntityID) -> [GraphContent.Alias] {
    aliases(of: entity).filter { alias in
      // An entity may be called by the IRI that is kept of it.
      alias.isName && (alias.rule != GraphContent.Alias.iriRule || alias.name != name(of: entity))
    }
  }

  /// For what documents took an entity, most documents first; empty where they agree, or nobody knows.
  ///
  /// - Complexity: O(*k* log *k*) for *k* aliases.
  public func typeVotes(of entity: EntityID) -> [TypeVote] {
    var votes: [String: TypeVote] = [:]
    for vote in aliases(of: entity).compactMap({ TypeVote(rule: $0.rule) }) {
      // Graphs that became one graph have one each.
      let known = votes[vote.type]
      votes[vote.type] = TypeVote(
        type: vote.type, documents: vote.documents + (known?.documents ?? 0),
        isGuess: vote.isGuess && known?.isGuess ?? true)
    }
    return votes.values.sorted { ($1.documents, $0.type) < ($0.documents, $1.type) }
  }
}
