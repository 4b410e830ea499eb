import Language

/// Names of which a hyphen joins the first word to another.
extension MentionFinder {
  /// `High` of `High-Level Security Dialogue`: what a hyphen joins to the first word of a longer name.
  func startOfHyphenated(_ name: Range<Int>, in sentence: Range<Int>) -> Int {
    let (hyphen, first) = (name.lowerBound - 1, name.lowerBound - 2)
    guard first >= sentence.lowerBound, name.count > 1, context.tokens[hyphen].fineTag == .hyphen,
      !context.tokens[hyphen].flags.contains(.spaceAfter), !context.tokens[first].flags.contains(.spaceAfter),
      context.isCapitalized(first), context.tokens[first].entity.label == nil, !isTaken[first],
      knownName(at: name.lowerBound, in: name).isEmpty,
      !context.lexicon.prefixes.contains(context.document.form(of: context.tokens[first])),
      context.tokens[name.upperBound - 1].entity.label != .person
    else { return name.lowerBound }
    return first
  }
}
