import Language

/// Names that the text itself calls other names, and first or last words of the names of countries.
extension EntityResolver {
  /// `Guo Wengui, also known as Miles Guo`, `Meta, formerly Facebook`.
  func mergeOtherNames(of groups: [NameGroup], into merges: inout GroupMerges) {
    let groupOf = Self.groupOfMention(groups)
    for (index, mention) in found.enumerated() where mention.mention.kind == .name {
      guard let other = otherName(behind: index), let first = groupOf[index], let second = groupOf[other],
        first != second, groups[first].entry == nil || groups[second].entry == nil,
        types.isPerson(groups[first].type) == types.isPerson(groups[second].type)
          || !groups[first].isTypeCertain || !groups[second].isTypeCertain
      else { continue }
      if groups[second].entry != nil {
        merges.merge(first, into: second, rule: "other name")
      } else {
        merges.merge(second, into: first, rule: "other name")
      }
    }
  }

  /// The name that words such as `also known as` part from the one before; nil when they do not stand there.
  private func otherName(behind mention: Int) -> Int? {
    var start = found[mention].tokens.upperBound
    while start < tokens.count, tokens[start].tag == .punctuation, start < found[mention].tokens.upperBound + 1 {
      start += 1
    }
    guard let next = found[(mention + 1)...].prefix(3).firstIndex(where: { $0.mention.kind == .name }) else {
      return nil
    }
    let name = found[next]
    let end = name.title?.lowerBound ?? name.tokens.lowerBound
    guard start < end, end - start <= 5, context.sentences[start] == context.sentences[name.head] else { return nil }
    let words = (start..<end).filter { tokens[$0].tag != .punctuation || tokens[$0].length > 1 }
      .map { context.document.form(of: tokens[$0]) }
    return context.lexicon.otherNamePhrases.contains(words.joined(separator: " ")) ? next : nil
  }

  /// `the North` of North Korea, and `Korea` where the text names one of the two alone.
  func mergeHalvesOfCountries(of groups: [NameGroup], into merges: inout GroupMerges) {
    let countries = groups.indices.filter { index in
      groups[index].entry != nil && groups[index].words.count == 2 && types.isPlace(groups[index].type)
        && context.lexicon.compassPoints.contains(groups[index].words[0])
    }
    guard !countries.isEmpty else { return }
    for (index, group) in groups.enumerated()
    where group.words.count == 1 && group.entry == nil && merges.targets[index] == nil {
      let fits = countries.filter {
        groups[$0].words[context.lexicon.compassPoints.contains(group.words[0]) ? 0 : 1] == group.words[0]
      }
      guard let first = fits.first, Set(fits.map { groups[$0].entry?.entity }).count == 1 else { continue }
      merges.merge(index, into: first, rule: "short")
    }
  }
}
