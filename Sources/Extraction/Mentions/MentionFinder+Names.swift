import Language

extension MentionFinder {
  /// Cuts a run of name words into names and titles and records them; returns where the search goes on.
  mutating func segment(_ run: Range<Int>, in sentence: Range<Int>) -> Int {
    var position = run.lowerBound
    var end = run.upperBound
    var chunk: Int?
    var title: PendingTitle?

    while position < end {
      if let length = titleLength(at: position, end: end, in: sentence, chunk: chunk.map { $0..<position }) {
        flush(chunk.map { $0..<position }, &title, in: sentence, beforeTitle: true)
        chunk = nil
        let start = title?.tokens.lowerBound ?? withModifiers(position, in: sentence)
        title = PendingTitle(tokens: start..<(position + length))
        title?.isHonorific = length == 1 && context.form(position).flags.contains(.honorific)
        title?.owner = ownerBefore(start)
        position += length
        // Secretary of State Marco Rubio: the run goes on behind the title.
        if position >= end { end = position + nameRun(from: position, in: sentence) }
        continue
      }
      let known = knownName(at: position, in: sentence)
      if !known.isEmpty, chunk == nil, stands(known, at: position, end: end, title: title) {
        end = max(end, position + known.length)
        flush(nil, &title, in: sentence)
        if isTitleOfWork(known, at: position) {
          recordWork(position..<position + known.length)
        } else {
          record(known, at: position)
        }
        position += known.length
        continue
      }
      if let start = chunk, title?.tokens.upperBound != start, startsOtherName(position) {
        flush(start..<position, &title, in: sentence)
        chunk = position
      }
      if chunk == nil { chunk = position }
      // A known name inside a longer one is passed as a whole.
      position += max(1, min(known.length, end - position))
    }
    let last = extended(chunk.map { $0..<end }, in: sentence)
    let next = last?.upperBound ?? end
    flush(last, &title, in: sentence)
    return max(next, end)
  }

  struct PendingTitle {
    var tokens: Range<Int>
    var isHonorific = false
    /// Head token of the name before it.
    var owner: Int?
  }

  /// The number of tokens of the title at `position`, modifiers included; nil when none begins there.
  ///
  /// - Parameter chunk: the name in progress before it.
  func titleLength(at position: Int, end: Int, in sentence: Range<Int>, chunk: Range<Int>? = nil) -> Int? {
    if knownName(at: position, in: sentence).length > 1 { return nil }
    // `Doctors Without Borders`.
    if position + 1 < sentence.upperBound, isLargePreposition(position + 1, in: sentence) { return nil }
    // `Lord & Taylor`.
    if position + 1 < end, context.document.form(of: context.tokens[position + 1]) == "&" { return nil }
    if context.form(position).flags.contains(.honorific), position + 1 < end { return isPlace(position + 1) ? nil : 1 }
    var start = position
    // `Vice-President`, whose first word is also one that modifies titles.
    if titlePhraseLength(at: position, in: sentence) ?? 1 < 2 {
      while start < end, context.form(start).flags.contains(.titleModifier) { start += 1 }
    }
    // `General Asim Munir`: what may modify a title may be one.
    if start == position + 1, start < end, context.tokens[start].entity == .begin(.person),
      titlePhraseLength(at: start, in: sentence) == nil
    {
      start = position
    }
    guard start < end, let phrase = titlePhraseLength(at: start, in: sentence) else { return nil }
    let length = start + phrase - position
    if context.lexicon.phraseTypes[context.text(position..<(position + length)).lowercased()] != nil { return nil }
    let label = context.tokens[position].entity.label
    if length == 1, label == .organization || isPlace(position), position + 1 < end,
      context.tokens[position + 1].entity.isInside
    {
      return nil
    }
    guard let chunk else { return length }
    // Martin Luther King, John Major: the end of a name, not a title.
    if position + length >= end {
      return length > 1 || [.organization, .geopoliticalEntity].contains(context.tokens[chunk.lowerBound].entity.label)
        ? length : nil
    }
    return context.form(chunk.lowerBound).flags.isDisjoint(with: [.maleName, .femaleName]) ? length : nil
  }

  private func isPlace(_ token: Int) -> Bool {
    let label = context.tokens[token].entity.label
    return label == .location || label == .geopoliticalEntity
  }

  /// The number of tokens of the longest title of the schema at `position`; nil when there is none.
  func titlePhraseLength(at position: Int, in sentence: Range<Int>) -> Int? {
    let lexicon = context.lexicon
    // `U.S. Representatives Brad Finstad`: the lemma of what is tagged a name has its capital.
    let isBeforePerson =
      position + 1 < sentence.upperBound && context.tokens[position + 1].entity == .begin(.person)
    let lemma = context.document.lemma(of: context.tokens[position])
    for form in [
      context.document.form(of: context.tokens[position]), isBeforePerson ? lemma.lowercased() : lemma,
    ] {
      for length in lexicon.titleLengths[form] ?? [] {
        guard let tokens = words(length, from: position, in: sentence), let last = tokens.last else { continue }
        var words = [form] + tokens.dropFirst().map { context.document.form(of: context.tokens[$0]) }
        if lexicon.titles.contains(words.joined(separator: " ")) { return last + 1 - position }
        if length > 1 {
          words[length - 1] = context.document.lemma(of: context.tokens[last])
          if lexicon.titles.contains(words.joined(separator: " ")) { return last + 1 - position }
        }
      }
    }
    return nil
  }

  /// The first so many words from `position`, hyphens between them passed: `Secretary-General` has two; nil when the
  /// sentence has fewer.
  private func words(_ count: Int, from position: Int, in sentence: Range<Int>) -> [Int]? {
    var words: [Int] = []
    var token = position
    while words.count < count, token < sentence.upperBound {
      if words.isEmpty || context.tokens[token].fineTag != .hyphen { words.append(token) }
      token += 1
    }
    return words.count == count ? words : nil
  }

  /// Whether the known name is a mention by itself, not the beginning of a longer name: `NATO`, not `London` in
  /// `London Bridge`.
  private func stands(_ known: KnownMatch, at position: Int, end: Int, title: PendingTitle?) -> Bool {
    let next = position + known.length
    let label = context.tokens[position].entity.label
    // After a title a country's name is somebody's name: Mr. Jordan, Foreign Minister Israel Katz.
    if let title, title.tokens.upperBound == position, known.length == 1,
      label == .person || title.isHonorific || next < end
    {
      return false
    }
    guard next < end else { return true }
    if titleLength(at: next, end: end, in: position..<end) != nil { return true }
    if known.entry?.use != .name, isFullName(next..<end),
      context.tokens[context.top(of: next..<end)].head != Int32(position)
    {
      return true
    }
    if label != nil, context.tokens[next].entity.isInside, context.tokens[next].entity.label == label { return false }
    if !knownName(at: next, in: position..<end).isEmpty { return true }
    if context.tokens[next].tag == .punctuation || context.tokens[next].tag == .symbol { return true }
    if isCountryOfBranch(known, at: position) { return false }
    if context.tokens[next].entity.isBegin { return true }
    let head = context.lemma(end - 1)
    // `Russian Foreign Ministry`, `Rwanda Bill`.
    if head.nounType >= 0, !context.lexicon.types.isPerson(Int(head.nounType)) { return false }
    if context.form(next).flags.contains(.maleName) || context.form(next).flags.contains(.femaleName) { return true }
    let text = context.text(position..<next)
    return NameKey.isAcronym(text) || known.entry?.use != .name && context.tokens[position].tag == .adjective
  }

  /// `Jens Huber` behind `Austrian`.
  private func isFullName(_ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    let isGiven = !context.form(range.lowerBound).flags.isDisjoint(with: [.maleName, .femaleName])
    return isGiven
      || context.lexicon.index.isFullName(range.map { NameKey.folded(context.document.form(of: context.tokens[$0])) })
  }

  /// `Indonesia` of `Indonesia AirAsia`, which is another company than AirAsia.
  private func isCountryOfBranch(_ known: KnownMatch, at position: Int) -> Bool {
    let next = position + known.length
    return known.entry?.use == .name && context.tokens[next].entity == .begin(.organization)
      && context.tokens[position].relation == .compound && context.tokens[position].head == Int32(next)
      && !NameKey.isAcronym(context.text(position..<next))
  }

  /// Whether the model lets another name begin at `position`, within a chunk.
  private func startsOtherName(_ position: Int) -> Bool {
    let entity = context.tokens[position].entity
    if isBehindPrefix(position) { return false }
    if entity == .begin(.person), isBehindPortfolio(position) || isDescribed(position) { return true }
    guard entity.isBegin, let before = context.tokens[position - 1].entity.label, before != entity.label else {
      return false
    }
    let isTied =
      context.tokens[position].head == Int32(position - 1) || context.tokens[position - 1].head == Int32(position)
    return entity.label == .person || !isTied
  }

  /// `Storm Frank`.
  private func isBehindPrefix(_ position: Int) -> Bool {
    context.isCapitalized(position - 1)
      && context.lexicon.namePrefixes.contains(context.document.form(of: context.tokens[position - 1]))
  }

  /// `Scientologist Tom Cruise`: whether the word before says what somebody is.
  private func isDescribed(_ position: Int) -> Bool {
    let word = context.tokens[position - 1]
    return word.relation == .descriptiveModifier && word.head == Int32(position) && word.entity == .outside
  }

  /// `Minister of Foreign Affairs Murray McCully`: whether an office, `of` and other capitals stand before.
  private func isBehindPortfolio(_ position: Int) -> Bool {
    var link = position - 1
    while link > max(1, position - 5),
      context.isCapitalized(link) || ["and", "the"].contains(context.document.form(of: context.tokens[link]))
    { link -= 1 }
    return link > 0 && link < position - 1
      && ["for", "of", "to"].contains(context.document.form(of: context.tokens[link]))
      && (context.lemma(link - 1).flags.contains(.titleHead) || context.form(link - 1).flags.contains(.titleHead))
  }

  /// A name that goes on behind `of`, a comma with a company suffix, or where the model's label does.
  private func extended(_ chunk: Range<Int>?, in sentence: Range<Int>) -> Range<Int>? {
    guard var chunk else { return nil }
    let types = context.lexicon.types
    chunk = startOfHyphenated(chunk, in: sentence)..<chunk.upperBound
    var end = chunk.upperBound
    if isEndingOfFirm(end, of: chunk, in: sentence) { return chunk.lowerBound..<end + 1 }
    let head = context.lemma(end - 1)
    let label = context.tokens[end - 1].entity.label
    if end + 1 < sentence.upperBound {
      let word = context.document.form(of: context.tokens[end])
      let isInstitution =
        head.nounType >= 0 && !types.isPerson(Int(head.nounType)) && context.tokens[end - 1].tag == .properNoun
      let isInside = context.tokens[end].entity.isInside && context.tokens[end].entity.label == label
      if word == "of", isInstitution || isInside {
        let start = end + 1
        end = nameWords(from: start, in: sentence) ?? end
        // `the Union of Rationalist Atheists and Agnostics`, where the tree has both in the union.
        if end > start, end + 1 < sentence.upperBound, context.document.form(of: context.tokens[end]) == "and",
          context.tokens[end + 1].relation == .conjunct, (start..<end).contains(Int(context.tokens[end + 1].head)),
          let last = nameWords(from: end + 1, in: sentence)
        {
          end = last
        }
      }
      if word == ",", end + 1 < sentence.upperBound, context.form(end + 1).flags.contains(.companySuffix),
        context.isCapitalized(end + 1)
      {
        end += 2
      }
    }
    // `Internet Explorer 6`, `Boeing 737`.
    if end < sentence.upperBound, context.tokens[end].tag == .numeral, context.tokens[end].relation == .flat,
      chunk.contains(Int(context.tokens[end].head)), label != .person
    {
      end += 1
    }
    guard label != nil else { return chunk.lowerBound..<end }
    var inside = end
    while inside < sentence.upperBound, context.tokens[inside].entity.isInside,
      context.tokens[inside].entity.label == label,
      // `Civic Passion's Cheng Chung-tai` is not one person's name.
      label != .person || context.tokens[inside].fineTag != .possessiveEnding
    {
      inside += 1
    }
    while inside > end, !isNameWord(inside - 1) { inside -= 1 }
    return chunk.lowerBound..<max(end, inside)
  }

  /// The end of the name words from `token`, an article passed; nil when there are none.
  private func nameWords(from token: Int, in sentence: Range<Int>) -> Int? {
    var start = token
    if context.document.form(of: context.tokens[start]) == "the", start + 1 < sentence.upperBound { start += 1 }
    // `Saint Vincent and the Grenadines`.
    var end = start + (start < sentence.upperBound ? knownName(at: start, in: sentence).length : 0)
    while end < sentence.upperBound, isNameWord(end) { end += 1 }
    return end > start ? end : nil
  }

  /// Records the pending title and the name `chunk` behind it.
  private mutating func flush(
    _ chunk: Range<Int>?, _ title: inout PendingTitle?, in sentence: Range<Int>, beforeTitle: Bool = false
  ) {
    defer { title = nil }
    guard let chunk, !chunk.isEmpty, chunk.contains(where: { !isTaken[$0] }) else {
      if let title, !title.isHonorific { recordRole(title) }
      return
    }
    let start = trimmedStart(of: chunk)
    let trimmed = (title == nil && isYear(start - 1, of: chunk) ? start - 1 : start)..<trimmedEnd(of: chunk)
    guard !trimmed.isEmpty else { return }
    let known = title == nil ? knownName(at: trimmed.lowerBound, in: trimmed) : KnownMatch(length: 0, entries: [])
    if known.length == trimmed.count { return record(known, at: trimmed.lowerBound) }
    var mention = FoundMention(trimmed, head: context.top(of: trimmed), kind: .name)
    if let title {
      mention.title = title.tokens
      mention.isHonorific = title.isHonorific
      mention.titleOwner = title.owner
      mention.type = context.lexicon.types.person
      mention.isTypeCertain = true
    } else if let lower = lowercaseTitle(before: trimmed.lowerBound) {
      mention.title = lower
      mention.titleOwner = ownerBefore(lower.lowerBound)
      mention.type = context.lexicon.types.person
      mention.isTypeCertain = true
    }
    let first = context.form(trimmed.lowerBound)
    if trimmed.count > 1, title == nil, isBehindPrefix(trimmed.lowerBound + 1), first.nounType >= 0 {
      mention.type = Int(first.nounType)
      mention.isTypeCertain = true
    }
    take(trimmed)
    if let title = mention.title { take(title) }
    found.append(mention)
    if mention.title == nil { recordInner(of: trimmed) }
  }

  /// Without the article that a sentence begins with.
  private func trimmedStart(of chunk: Range<Int>) -> Int {
    let start = chunk.lowerBound
    if isQuoted(from: start - 1, to: chunk.upperBound) { return start - 1 }
    let isArticle = chunk.count > 1 && context.document.form(of: context.tokens[start]) == "the"
    return isArticle && context.isFirstInSentence(start) ? start + 1 : start
  }

  /// `the 2013 Asia Series`: a year that tells which one.
  private func isYear(_ token: Int, of name: Range<Int>) -> Bool {
    guard token >= 0, !isTaken[token], context.tokens[token].tag == .numeral, context.tokens[token].length == 4,
      name.contains(Int(context.tokens[token].head)), context.tokens[name.upperBound - 1].entity.label == .event,
      let year = Int(context.document.form(of: context.tokens[token]))
    else { return false }
    return (1500...2100).contains(year)
  }

  /// `"Better Idea of Afghan Girls"`: whether a capital adjective and the name behind it stand in quotation marks.
  private func isQuoted(from first: Int, to end: Int) -> Bool {
    guard first > 0, !isTaken[first], context.isCapitalized(first), context.tokens[first].tag == .adjective,
      context.tokens[first - 1].fineTag == .openQuote, end < context.tokens.count
    else { return false }
    return (end..<min(end + 2, context.tokens.count)).contains { context.tokens[$0].fineTag == .closeQuote }
  }

  private func trimmedEnd(of chunk: Range<Int>) -> Int {
    var end = chunk.upperBound
    while end > chunk.lowerBound, context.tokens[end - 1].tag == .punctuation { end -= 1 }
    return end
  }

  /// A title in lower case that ends right before `token`, `spokesman`, `foreign minister`; the first word of a
  /// sentence may have a capital.
  private func lowercaseTitle(before token: Int) -> Range<Int>? {
    let last = token - 1
    guard last >= 0, context.sentences[last] == context.sentences[token],
      [.noun, .properNoun].contains(context.tokens[last].tag),
      context.lemma(last).flags.contains(.titleHead), !isTaken[last]
    else { return nil }
    // Otherwise the noun is a constituent of its own: told the president Rubio would come.
    let isTied =
      context.tokens[last].head == Int32(token) || context.tokens[token].head == Int32(last)
      || context.tokens[last].head == context.tokens[token].head
    guard isTied else { return nil }
    let sentence = context.document.sentences[Int(context.sentences[token])].tokens
    let first = (max(sentence.lowerBound, last - 3)...last).first { first in
      titlePhraseLength(at: first, in: sentence) == token - first && isFree(first..<token)
    }
    guard let first else { return nil }
    return withModifiers(first, in: sentence)..<token
  }

  /// Where a title begins whose phrase begins at `token`: Foreign of `Foreign Minister`, policy of `policy chief`.
  private func withModifiers(_ token: Int, in sentence: Range<Int>) -> Int {
    var start = token
    while start > sentence.lowerBound {
      guard context.form(start - 1).flags.contains(.titleModifier) || context.tokens[start - 1].relation == .compound,
        !isTaken[start - 1], context.tokens[start - 1].tag == .noun || context.tokens[start - 1].tag == .adjective
      else { break }
      start -= 1
    }
    return start
  }

  /// The head of the name that ends right before a title, possessive clitic passed: NATO, Ukraine's.
  func ownerBefore(_ token: Int) -> Int? {
    var last = token - 1
    if last >= 0, context.tokens[last].relation == .caseMarker, context.tokens[last].fineTag == .possessiveEnding {
      last -= 1
    }
    guard last >= 0, isTaken[last] else { return nil }
    return found.suffix(4).last { $0.tokens.contains(last) && $0.mention.kind == .name }?.head
  }

  func isFree(_ range: Range<Int>) -> Bool { !range.contains { isTaken[$0] } }

  mutating func take(_ range: Range<Int>) {
    for token in range { isTaken[token] = true }
  }
}
