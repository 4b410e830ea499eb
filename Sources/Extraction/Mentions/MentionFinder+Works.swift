import Language

/// Works that are called like places.
extension MentionFinder {
  /// `a sculpture entitled America`: whether the name of a place stands behind such a word, or alone in quotation
  /// marks.
  func isTitleOfWork(_ known: KnownMatch, at position: Int) -> Bool {
    let end = position + known.length
    guard context.lexicon.types.work >= 0, position > 0, let entry = known.entry,
      context.lexicon.types.isPlace(type(of: entry.entity))
    else { return false }
    let before = context.tokens[position - 1]
    return context.lexicon.titlingParticiples.contains(context.document.form(of: before))
      || before.fineTag == .openQuote && end < context.tokens.count && context.tokens[end].fineTag == .closeQuote
  }

  /// Records a name as that of a work of which nothing else is known.
  mutating func recordWork(_ name: Range<Int>) {
    var mention = FoundMention(name, head: context.top(of: name), kind: .name)
    mention.type = context.lexicon.types.work
    mention.isTypeCertain = true
    take(name)
    found.append(mention)
  }
}
