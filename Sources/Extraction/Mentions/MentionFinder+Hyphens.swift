import Language

/// Names of which a hyphen joins the first word to another.
extension MentionFinder {
  /// `High` of `High-Level Security Dialogue`: what a hyphen joins to the first word of a longer name.
  func startOfHyphenated(_ name: Range<Int>, in sentence: Range<Int>) -> Int {
    // A parser may take `Level` for a common noun.
    let isNoun =
      name.lowerBound - 3 > sentence.lowerBound && context.isCapitalized(name.lowerBound - 1)
      && context.tokens[name.lowerBound - 1].tag == .noun && context.tokens[name.lowerBound - 2].fineTag == .hyphen
    let (hyphen, first) = (name.lowerBound - (isNoun ? 2 : 1), name.lowerBound - (isNoun ? 3 : 2))
    guard first >= sentence.lowerBound, name.count > 1, context.tokens[hyphen].fineTag == .hyphen,
      !context.tokens[hyphen].flags.contains(.spaceAfter), !context.tokens[first].flags.contains(.spaceAfter),
      context.isCapitalized(first), context.tokens[first].entity.label == nil, !isTaken[first],
      knownName(at: name.lowerBound, in: name).isEmpty,
      !context.lexicon.namelessPrefixes.contains(context.document.form(of: context.tokens[first])),
      context.tokens[name.upperBound - 1].entity.label != .person
    else { return name.lowerBound }
    return first
  }
}
