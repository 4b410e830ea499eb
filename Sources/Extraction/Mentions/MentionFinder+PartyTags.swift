import Language

/// `Ted Cruz, R-Texas`, `Mike Rounds (R-S.D.)`: the party and the state of a politician.
extension MentionFinder {
  /// Records the state of a tag of a constituency that begins at `token`, `(AL-07)`; the number of its tokens, or nil.
  mutating func recordDistrictTag(at token: Int, in sentence: Range<Int>) -> Int? {
    guard token > sentence.lowerBound, token + 2 < sentence.upperBound,
      ["(", "["].contains(context.document.form(of: context.tokens[token - 1])),
      context.document.form(of: context.tokens[token + 1]) == "-", context.tokens[token + 2].tag == .numeral
    else { return nil }
    let written = context.text(token..<token + 1)
    guard written.utf8.count == 2, written == written.uppercased(),
      let state = context.lexicon.stateAbbreviations[written.lowercased()].flatMap(name)
    else { return nil }
    record(KnownMatch(length: 1, entries: [state]), at: token)
    return 3
  }

  /// Records the names in a tag that begins at `token`; the number of its tokens, or nil when there is none.
  mutating func recordPartyTag(at token: Int, in sentence: Range<Int>) -> Int? {
    guard token > sentence.lowerBound + 1, token + 2 < sentence.upperBound,
      let party = context.lexicon.partyLetters[context.document.form(of: context.tokens[token])],
      ["(", ",", "["].contains(context.document.form(of: context.tokens[token - 1])),
      isTaken[token - 2], let bearer = found.last, bearer.tokens.upperBound == token - 1, bearer.mention.kind == .name,
      context.document.form(of: context.tokens[token + 1]) == "-"
    else { return nil }
    let known = knownName(at: token + 2, in: sentence)
    let place = token + 2..<token + 2 + max(known.length, 1)
    let written = context.text(place)
    guard let state = name(context.lexicon.stateAbbreviations[written.lowercased()] ?? written) else {
      // `(D-18th Essex)`: the party, and a district.
      guard context.tokens[token + 2].tag != .properNoun, let party = name(party) else { return nil }
      record(KnownMatch(length: 1, entries: [party]), at: token)
      return 2
    }
    // Independents have no party.
    if let party = name(party) { record(KnownMatch(length: 1, entries: [party]), at: token) }
    record(KnownMatch(length: place.count, entries: [state]), at: place.lowerBound)
    return place.upperBound - token
  }

  private func name(_ spelling: String) -> NameEntry? {
    context.lexicon.names.entries(for: spelling).first { $0.use == .name }
  }
}
