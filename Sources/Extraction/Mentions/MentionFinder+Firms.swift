import Language

/// Names of firms that end as a possessor does: `McDonald's`, `Sotheby's`.
extension MentionFinder {
  /// Whether the ending at `ending` is a part of the name before it, because nothing is owned.
  func isEndingOfFirm(_ ending: Int, of chunk: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard ending < sentence.upperBound, context.tokens[ending].flags.contains(.joinsPrevious),
      context.tokens[ending].relation == .caseMarker, let owner = context.head(ending), chunk.contains(owner)
    else { return false }
    switch context.tokens[owner].relation {
    case .possessive, .nominalModifier, .conjunct: return false
    default: break
    }
    let isLabeled = context.tokens[ending].entity.isInside && context.tokens[ending].entity.label == .organization
    let next = ending + 1 < sentence.upperBound ? context.tokens[ending + 1].tag : .punctuation
    switch next {
    case .verb: return isLabeled || isSubject(owner) && !stands(context.tokens[ending - 1].form, besides: ending - 1)
    case .adposition, .auxiliary, .punctuation, .coordinatingConjunction, .adverb: return isLabeled
    default: return false
    }
  }

  private func isSubject(_ token: Int) -> Bool {
    [.subject, .passiveSubject, .compound].contains(context.tokens[token].relation)
  }

  /// Whether a word stands elsewhere without an ending: `Trump's rose` is of what Trump has.
  private func stands(_ form: UInt32, besides token: Int) -> Bool {
    context.tokens.indices.contains {
      $0 != token && context.tokens[$0].form == form
        && !($0 + 1 < context.tokens.count && context.tokens[$0 + 1].flags.contains(.joinsPrevious))
    }
  }
}
