import Language

/// Short names by which a text goes on to call what it has named in full.
extension EntityResolver {
  /// `Rosselló` of `Ricardo Rosselló Nevares`: the first of two surnames, by which he is called; nil where the word in
  /// the middle may be a given name.
  func firstSurname(of group: NameGroup) -> String? {
    guard group.words.count == 3, let mention = group.mentions.first, found[mention].tokens.count == 3 else {
      return nil
    }
    let word = group.words[1]
    let token = found[mention].tokens.lowerBound + 1
    guard word.utf8.count > 2, !isGivenName(word, at: token), !context.lexicon.nameArticles.contains(word) else {
      return nil
    }
    return word
  }

  /// `Mahan` beside `Mahan Air`, which a model takes for a person: whether nothing but the model says so.
  func isNobodysName(_ group: NameGroup) -> Bool {
    guard group.words.count == 1, types.isPerson(group.type) else { return false }
    return group.mentions.allSatisfy { mention in
      found[mention].title == nil && !found[mention].isHonorific
        && !isGivenName(group.words[0], at: found[mention].tokens.lowerBound)
    }
  }

  private func isGivenName(_ word: String, at token: Int) -> Bool {
    !context.form(token).flags.isDisjoint(with: [.maleName, .femaleName])
      || context.lexicon.index.gender(ofGivenName: word, isAlone: false) != nil
  }

  /// `Humberto` of `Hurricane Humberto`: what the storm is called, without the noun for its kind.
  func mergeStorms(of groups: [NameGroup], into merges: inout GroupMerges) {
    guard types.event >= 0 else { return }
    var byName: [String: [Int]] = [:]
    for (index, group) in groups.enumerated() where group.words.count > 1 && group.entry == nil {
      let kind = Int(context.lexicon.wordClass(of: group.words[group.words.count - 2]).nounType)
      guard kind >= 0, types.isKind(kind, of: types.event), types.isKind(group.type, of: types.event) else { continue }
      byName[group.words[group.words.count - 1], default: []].append(index)
    }
    let people = Set(groups.filter { types.isPerson($0.type) && $0.words.count > 1 }.flatMap(\.words))
    for (index, group) in groups.enumerated() where group.words.count == 1 && group.entry == nil {
      // `Ms. Maria`, and Maria Lopez, in a text about Hurricane Maria.
      let isSomebody = group.mentions.contains { found[$0].title != nil || found[$0].isHonorific }
      guard !isSomebody, !people.contains(group.words[0]), merges.targets[index] == nil,
        let storms = byName[group.words[0]], Set(storms.map { merges.root(of: $0) }).count == 1,
        isBehind(group, groups[storms[0]].mentions.first ?? 0)
      else { continue }
      merges.merge(index, into: storms[0], rule: "short")
    }
  }
}
