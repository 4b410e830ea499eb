import Language

extension EntityResolver {
  /// Finds which names are short or other forms of which.
  func merges(of groups: [NameGroup]) -> GroupMerges {
    var merges = GroupMerges()
    mergeOtherNames(of: groups, into: &merges)
    mergePossessiveForms(of: groups, into: &merges)
    mergeAcronyms(of: groups, into: &merges)
    mergeHalvesOfCountries(of: groups, into: &merges)
    mergeShortOrganizations(of: groups, into: &merges)
    mergeStorms(of: groups, into: &merges)
    mergePeople(of: groups, into: &merges)
    return merges
  }

  /// `New People's Party`, and `New People Party` in the same text: the form used more often, then the earlier one.
  private func mergePossessiveForms(of groups: [NameGroup], into merges: inout GroupMerges) {
    mergeSpellings(of: groups, into: &merges) { group in
      guard group.words.count > 2, !types.isPerson(group.type) else { return nil }
      return group.words.map(\.withoutPossessive).filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// Merges the names of which nothing is known that share a key; those without a key stay apart.
  private func mergeSpellings(
    of groups: [NameGroup], into merges: inout GroupMerges, by key: (NameGroup) -> String?
  ) {
    var byKey: [String: Int] = [:]
    for (index, group) in groups.enumerated() where group.entry == nil && merges.targets[index] == nil {
      guard let key = key(group) else { continue }
      guard let other = byKey[key] else {
        byKey[key] = index
        continue
      }
      let isOftener = group.mentions.count > groups[other].mentions.count
      merges.merge(isOftener ? other : index, into: isOftener ? index : other, rule: "spelling")
      if isOftener { byKey[key] = index }
    }
  }

  // MARK: Acronyms

  private func mergeAcronyms(of groups: [NameGroup], into merges: inout GroupMerges) {
    let groupOf = Self.groupOfMention(groups)
    for (index, mention) in found.enumerated() where mention.mention.kind == .name {
      guard let other = parenthesis(after: index), let full = groupOf[index], let short = groupOf[other], full != short
      else { continue }
      let (long, acronym) = groups[short].isAcronym ? (full, short) : (short, full)
      guard groups[acronym].isAcronym, !groups[long].isAcronym,
        groups[acronym].entry == nil || groups[long].entry == nil,
        !types.isPerson(groups[long].type),
        matches(groups[acronym].text, groups[long].words) || isOfTranslation(groups[acronym].text, groups[long].words)
          || isForeign(groups[acronym], of: groups[long])
      else { continue }
      if groups[acronym].entry != nil {
        merges.merge(long, into: acronym, rule: "acronym")
      } else {
        merges.merge(acronym, into: long, rule: "acronym")
      }
    }
    var byInitials: [String: [Int]] = [:]
    for (index, group) in groups.enumerated() where group.words.count > 1 && !types.isPerson(group.type) {
      for initials in Self.initials(of: group.words) { byInitials[initials, default: []].append(index) }
    }
    for (index, group) in groups.enumerated() where group.isAcronym && group.entry == nil && group.words.count == 1 {
      guard merges.targets[index] == nil, let candidates = byInitials[group.words[0]],
        Set(candidates.map { merges.root(of: $0) }).count == 1
      else { continue }
      merges.merge(index, into: candidates[0], rule: "acronym")
    }
  }

  /// By mention: the group in which it stands.
  static func groupOfMention(_ groups: [NameGroup]) -> [Int: Int] {
    var groupOf: [Int: Int] = [:]
    for (index, group) in groups.enumerated() {
      for mention in group.mentions { groupOf[mention] = index }
    }
    return groupOf
  }

  /// The name in parentheses right behind a name; nil when there is none.
  private func parenthesis(after mention: Int) -> Int? {
    let end = found[mention].tokens.upperBound
    guard end + 2 < tokens.count, tokens[end].tag == .punctuation, context.document.form(of: tokens[end]) == "(" else {
      return nil
    }
    return found[(mention + 1)...].prefix(3).firstIndex {
      $0.mention.kind == .name && $0.tokens.lowerBound == end + 1 && $0.tokens.upperBound < tokens.count
        && context.document.form(of: tokens[$0.tokens.upperBound]) == ")"
    }
  }

  /// Whether the letters of `acronym` stand in `words` in order, the first letters alike.
  func matches(_ acronym: String, _ words: [String]) -> Bool {
    let letters = NameKey.folded(acronym).filter { $0 >= "a" && $0 <= "z" }
    guard let first = words.first?.utf8.first, first == letters.utf8.first else { return false }
    return isInOrder(letters, in: words.joined())
  }

  /// `Doctors Without Borders (MSF)`: an acronym of which nothing is known, behind an organization of several words.
  private func isForeign(_ acronym: NameGroup, of long: NameGroup) -> Bool {
    acronym.entry == nil && acronym.words.count == 1 && (2...6).contains(acronym.text.utf8.count)
      && long.words.count > 1 && !types.isPlace(long.type) && !types.isPlace(acronym.type)
      && types.organization >= 0 && (long.type < 0 || types.isKind(long.type, of: types.organization))
  }

  /// `Italian Episcopal Conference (CEI)`: whether the letters of `acronym` are the initials in the order of another
  /// language.
  private func isOfTranslation(_ acronym: String, _ words: [String]) -> Bool {
    let letters = NameKey.folded(acronym).utf8.sorted()
    return letters.count > 2 && Self.initials(of: words).contains { $0.utf8.sorted() == letters }
  }

  /// The first letters of `words`, with and without the small words.
  static func initials(of words: [String]) -> Set<String> {
    func initials(_ words: [String]) -> String {
      String(decoding: words.flatMap { $0.split(separator: "-") }.compactMap(\.utf8.first), as: UTF8.self)
    }
    return [initials(words.filter { !isSmall($0) }), initials(words)].filter { $0.utf8.count >= 2 }.reduce(
      into: []) { $0.insert($1) }
  }

  static func isSmall(_ word: String) -> Bool {
    ["of", "the", "and", "for", "in", "on", "&"].contains(word)
  }

  // MARK: Organizations

  private func mergeShortOrganizations(of groups: [NameGroup], into merges: inout GroupMerges) {
    let organizations = groups.indices.filter { index in
      groups[index].words.count > 1 && types.organization >= 0
        && types.isKind(groups[index].type, of: types.organization)
    }
    let surnames = Set(groups.filter { types.isPerson($0.type) && $0.words.count > 1 }.compactMap { $0.words.last })
    var byShort: [String: [(group: Int, rule: String)]] = [:]
    for index in organizations {
      for (short, rule) in shortForms(of: groups[index]) { byShort[short, default: []].append((index, rule)) }
    }
    for (index, group) in groups.enumerated()
    where group.entry == nil && merges.targets[index] == nil && !group.isAcronym {
      let name = group.words.joined(separator: " ")
      let longer = (byShort[name] ?? []).filter { $0.group != index }
      guard let first = longer.first, Set(longer.map { merges.root(of: $0.group) }).count == 1, !surnames.contains(name)
      else { continue }
      // A legal form outweighs a label of the model; other short names need a fitting type.
      let isOther = types.isPerson(group.type) || types.isPlace(group.type)
      let limit = hasLegalForm(groups[first.group]) || isNobodysName(group) ? 3.5 : 2
      guard !isOther || group.typeWeight < limit else { continue }
      if isIntroduced(group, before: groups[first.group]) { continue }
      merges.merge(index, into: first.group, rule: first.rule)
    }
  }

  /// `Tesco`, told of twice before `Tesco Polska` is named: that is another one. A legal form says nothing.
  private func isIntroduced(_ short: NameGroup, before long: NameGroup) -> Bool {
    guard !hasLegalForm(long), let first = long.mentions.first else { return false }
    return short.mentions.count { $0 < first && !context.isHeadline[sentence(of: $0)] } > 1
  }

  /// Whether a word is a noun for organizations.
  private func isInstitution(_ word: String) -> Bool {
    let type = Int(context.lexicon.wordClass(of: word).nounType)
    return type >= 0 && types.organization >= 0 && types.isKind(type, of: types.organization)
  }

  private func hasLegalForm(_ group: NameGroup) -> Bool {
    context.lexicon.wordClass(of: group.words[group.words.count - 1]).flags.contains(.companySuffix)
  }

  /// The shorter names that a document may use for an organization once it has named it.
  private func shortForms(of group: NameGroup) -> [(String, String)] {
    var forms: [(String, String)] = []
    let words = group.words
    if hasLegalForm(group) {
      forms.append((words.dropLast().joined(separator: " ").trimmingComma, "suffix"))
    }
    if group.entry == nil {
      let origin = context.lexicon.names.entries(for: words[0])
      if !origin.isEmpty, words.count > 2 { forms.append((words.dropFirst().joined(separator: " "), "short")) }
      // Lockheed of Lockheed Martin, Ford of Ford Motor Co.; not Irving of Irving Police Department.
      let isPair = words.count == 2 && !isInstitution(words[1])
      if origin.isEmpty, words[0].utf8.count >= 4, isPair || hasLegalForm(group), !isInstitution(words[0]) {
        forms.append((words[0], "short"))
      }
    }
    // Supreme Court of Italian Supreme Court of Cassation, Home Office of United Kingdom Home Office.
    let end = words.firstIndex { Self.isSmall($0) } ?? words.count
    if end > 1, isInstitution(words[end - 1]) {
      // `Australian Government` is not that of Western Australia.
      for start in 0..<(end - 1)
      where end - start < words.count && (start == 0 || context.lexicon.names.entries(for: words[start]).isEmpty) {
        forms.append((words[start..<end].joined(separator: " "), "short"))
      }
    }
    // The Commission, the Bank.
    for noun in Set([words[words.count - 1], words[max(0, (words.firstIndex(of: "of") ?? 1) - 1)]]).sorted()
    where isInstitution(noun) { forms.append((noun, "short")) }
    return forms
  }

  // MARK: People

  private func mergePeople(of groups: [NameGroup], into merges: inout GroupMerges) {
    let spelling = context.lexicon.transliteration
    var bySurname: [String: [Int]] = [:]
    var byGivenName: [String: [Int]] = [:]
    for (index, group) in groups.enumerated()
    where group.words.count > 1 && types.isPerson(group.type) && group.entry == nil {
      for start in 1..<group.words.count {
        bySurname[spelling.key(of: group.words[start...]), default: []].append(index)
      }
      if let first = firstSurname(of: group) { bySurname[spelling.key(of: [first]), default: []].append(index) }
      byGivenName[group.words[0], default: []].append(index)
      // Sharaa of Ahmed al-Sharaa.
      let parts = group.words[group.words.count - 1].split(separator: "-").map(String.init)
      if parts.count == 2, context.lexicon.nameArticles.contains(parts[0]) {
        bySurname[spelling.key(of: parts[1...]), default: []].append(index)
      }
    }
    mergeMiddleNames(of: groups, byGivenName: byGivenName, into: &merges)
    mergeTransliterations(of: groups, into: &merges)
    for (index, group) in groups.enumerated() {
      let isPerson = types.isPerson(group.type)
      guard merges.targets[index] == nil, group.entry == nil, isPerson || !group.isTypeCertain else { continue }
      let key = group.words.joined(separator: " ")
      var full = roots(
        of: bySurname[spelling.key(of: group.words[...])] ?? [], besides: index, group.gender, groups, merges)
      if !isPerson { full.removeAll { !isBehind(group, groups[$0].mentions.first ?? 0) } }
      if isRegnal(group) { full.removeAll { !isRegnal(groups[$0]) } }
      if full.count == 1 {
        merges.merge(index, into: full[0], rule: "surname")
      } else if full.count > 1 {
        merges.ambiguous[index] = full
      } else if group.words.count == 1, isPerson {
        let full = roots(of: byGivenName[key] ?? [], besides: index, group.gender, groups, merges)
          .filter { !isRegnal(group) || isRegnal(groups[$0]) }
        if full.count == 1 { merges.merge(index, into: full[0], rule: "given name") }
      }
    }
  }

  /// `Prince Harry` is not Harry Styles: a title before a given name alone.
  private func isRegnal(_ group: NameGroup) -> Bool {
    group.mentions.contains { mention in
      found[mention].title.map {
        context.lexicon.regnalTitles.contains(context.document.lemma(of: tokens[$0.upperBound - 1]).lowercased())
      } ?? false
    }
  }

  /// `Oleksandr Syrskyi`, and `Oleksandr Syrskiy` in the same text: the spelling used more often, then the earlier one.
  private func mergeTransliterations(of groups: [NameGroup], into merges: inout GroupMerges) {
    mergeSpellings(of: groups, into: &merges) { group in
      types.isPerson(group.type) ? context.lexicon.transliteration.key(of: group.words[...]) : nil
    }
  }

  /// The distinct people among `candidates` whose gender does not contradict.
  private func roots(
    of candidates: [Int], besides index: Int, _ gender: Gender?, _ groups: [NameGroup], _ merges: GroupMerges
  ) -> [Int] {
    var roots: [Int] = []
    for candidate in candidates where candidate != index {
      if let gender, let other = groups[candidate].gender, gender != other { continue }
      let root = merges.root(of: candidate)
      if root != index, !roots.contains(root) { roots.append(root) }
    }
    return roots
  }

  /// Donald J. Trump is Donald Trump; George W. Bush is not George H. Bush.
  private func mergeMiddleNames(of groups: [NameGroup], byGivenName: [String: [Int]], into merges: inout GroupMerges) {
    for (index, group) in groups.enumerated()
    where group.words.count > 2 && types.isPerson(group.type) && group.entry == nil {
      let shorter = (byGivenName[group.words[0]] ?? []).filter {
        groups[$0].words == [group.words[0], group.words[group.words.count - 1]]
      }
      guard shorter.count == 1 else { continue }
      let longer = (byGivenName[group.words[0]] ?? []).filter {
        groups[$0].words.count > 2 && groups[$0].words.last == group.words.last
      }
      if longer == [index] { merges.merge(shorter[0], into: index, rule: "middle name") }
    }
  }
}

extension String {
  /// The word without the ending of a possessive: `people` of `people's`.
  fileprivate var withoutPossessive: String {
    for ending in ["'s", "\u{2019}s", "'", "\u{2019}"] where hasSuffix(ending) { return String(dropLast(ending.count)) }
    return self
  }

  /// The string without a comma at its end.
  fileprivate var trimmingComma: String {
    hasSuffix(",") || hasSuffix(" ,") ? String(dropLast()).split(separator: " ").joined(separator: " ") : self
  }
}
