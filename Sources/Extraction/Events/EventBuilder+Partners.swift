import Language

/// What several do together, each with the others.
extension EventBuilder {
  /// Whether agents are two to four that can act, and no phrase tells with whom all of them did it.
  func areTogether(_ agents: [Int], _ roles: [RoleWords]) -> Bool {
    (2...4).contains(agents.count) && agents.allSatisfy { isOfSomebody($0) }
      && !roles.contains { ["with", "between"].contains($0.name) }
  }

  /// `jointly developed`.
  func isJoint(_ clause: Clause) -> Bool {
    tree.children(of: clause.predicate, .adverbialModifier).contains {
      lexicon.jointAdverbs.contains(document.form(of: document.tokens[$0]))
    }
  }

  /// Whether a noun names what two do with each other: `signed a treaty`, but not `signed a letter`.
  func isShared(_ noun: Int) -> Bool {
    let lemma = document.lemma(of: document.tokens[noun])
    let isJoint = tree.children(of: noun, .adjectivalModifier).contains {
      lexicon.jointAdjectives.contains(document.form(of: document.tokens[$0]))
    }
    return (isJoint || lexicon.sharedNouns.contains(lemma))
      && !tree.children(of: noun, .nominalModifier).contains {
        ["with", "between"].contains(phrases.preposition(of: $0))
      }
  }
}
