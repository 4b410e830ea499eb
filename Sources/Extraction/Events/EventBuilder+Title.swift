import Bytes
import Language
import SchemaFiles

/// What stands before a name and says what its bearer is: `NATO Secretary General Mark Rutte`, `founder and CEO Bernd
/// Marlow`, `President-elect Lula`.
///
/// Reads the words before the name rather than the tree, because parsers differ most on such chains.
extension EventBuilder {
  mutating func proposeTitle(of mention: Mention) {
    guard mention.type.map(types.isPerson) ?? false || document.tokens[mention.head].entity.label == .person
    else { return }
    let name = mention.tokens.lowerBound
    let sentence = document.sentences[sentence(of: name)].tokens
    if proposeOffice(before: name, of: mention.head, in: sentence) || proposePlural(before: name, of: mention.head) {
      return
    }
    var start = name
    while start > sentence.lowerBound, name - start < 8, isTitleWord(start - 1), !isLink(start - 1, to: mention) {
      start -= 1
    }
    guard start < name else { return }
    if proposeKnownTitle(of: mention, from: start, in: sentence) { return }
    let first = (start..<name).last { token in entityEnding(at: token) != nil }.map { $0 + 1 } ?? start
    var titles = parts(of: trimmed(first..<name))
    guard let last = titles.last, isTitle(last) else { return }
    titles.removeAll { !isTitle($0) }
    var owner = entityEnding(at: first - 1, from: max(sentence.lowerBound, first - 4))
    // `Secretary Wilbur Ross and Attorney General William Barr`: nobody is the office of somebody.
    if let body = owner, isPerson(body), document.tokens[first - 1].fineTag != .possessiveEnding { owner = nil }
    // `Leader of the Revolution Ayatollah Khamenei`: he leads it, and is no ayatollah of it.
    if let body = owner, isOfOffice(body) { owner = nil }
    let place = owner == nil ? bodyBehind(mention) : nil
    for title in titles {
      // `team member Rodaba Noori`, `party leader Bernd Marlow`: what the office is in stands first in it.
      if owner == nil, title.count > 1, isBody(title.lowerBound), isTitle(title.dropFirst()) {
        emit(title.dropFirst(), of: mention.head, at: title.lowerBound)
      } else {
        emit(title, of: mention.head, at: owner ?? place)
      }
    }
  }

  /// `the wife of cartel leader Nemo Ose`, `an adviser for President Moe`: a preposition before somebody with a title
  /// of his own; what stands before it is no title of his.
  private func isLink(_ token: Int, to mention: Mention) -> Bool {
    let (word, last) = (document.tokens[token], mention.tokens.lowerBound - 1)
    return word.relation == .caseMarker && (mention.tokens.contains(Int(word.head)) || Int(word.head) == last)
      && last > token && namer.isOffice(last)
  }

  /// Whether a name stands behind an office and `of`.
  private func isOfOffice(_ body: Int) -> Bool {
    var link = (name(at: body)?.tokens.lowerBound ?? body) - 1
    if link > 0, document.tokens[link].tag == .determiner { link -= 1 }
    return link > 0 && document.form(of: document.tokens[link]) == "of" && namer.isOffice(link - 1)
  }

  /// `President Hassan Rouhani of Iran`: the place behind the name is where the office is; nil where there is none.
  private func bodyBehind(_ mention: Mention) -> Int? {
    tree.children(of: mention.head, .nominalModifier).first { phrase in
      phrase >= mention.tokens.upperBound && phrases.preposition(of: phrase) == "of"
        && entities.entity(atHead: phrase).map {
          entities.entities[$0].isNamed && types.isA(entities.entities[$0].type, .geopoliticalEntity, .organization)
        } ?? false
    }
  }

  /// `U.S. Senators Michael Bennet and Jeff Merkley`: each is one.
  private mutating func proposePlural(before name: Int, of first: Int) -> Bool {
    let last = name - 1
    guard last >= 0, [.pluralNoun, .pluralProperNoun].contains(document.tokens[last].fineTag),
      self.name(at: last).map({ $0.tokens.count == 1 }) ?? true
    else { return false }
    guard lexicon.officeNouns.contains(document.lemma(of: document.tokens[last]).lowercased()) else { return false }
    let body = entityEnding(at: last - 1).flatMap { isPerson($0) ? nil : $0 }
    let office = namer.office(last, without: body)
    let named = heads(first).filter { isNamed($0) && ($0 == first || isPerson($0)) }
    // Until the next of their kind: `and U.S. Representatives Brad Finstad`.
    let rest = first..<document.sentences[sentence(of: first)].tokens.upperBound
    let end = rest.first(where: {
      [.pluralNoun, .pluralProperNoun].contains(document.tokens[$0].fineTag) && namer.isOffice($0)
    })
    let holders = named.filter { $0 < (end ?? document.tokens.count) }
    guard holders.count > 1 else { return false }
    let bytes = namer.bytes([last])
    guard let body else {
      emit(
        holders, PredicatePhrase(name: "be \(namer.title(last))", keys: [], bytes: bytes), office: office, clause: nil,
        rules: [.title])
      return true
    }
    emit(
      holders, PredicatePhrase(name: "be \(office) of", keys: namer.officeKeys(office), bytes: bytes), [body],
      office: office, clause: nil,
      rules: [.title])
    return true
  }

  /// `Mayor of London Sadiq Khan`, `Ambassador to the United States Hamdullah Mohib`: an office, a preposition and a
  /// body with a name.
  private mutating func proposeOffice(before name: Int, of holder: Int, in sentence: Range<Int>) -> Bool {
    guard name - 3 >= sentence.lowerBound, let body = entityEnding(at: name - 1, from: sentence.lowerBound) else {
      return false
    }
    var link = (self.name(at: body)?.tokens.lowerBound ?? body) - 1
    if link > sentence.lowerBound, document.tokens[link].tag == .determiner { link -= 1 }
    let last = link - 1
    guard last >= sentence.lowerBound, document.tokens[link].tag == .adposition, namer.isOffice(last),
      document.tokens[last].fineTag != .pluralNoun, !isInName(last)
    else { return false }
    let preposition = document.form(of: document.tokens[link])
    let office = namer.office(last)
    // Who is ambassador to a country holds no office in it.
    let isAbroad = preposition == "to"
    let noun = document.lemma(of: document.tokens[last]).lowercased()
    let keys =
      isAbroad
      ? [office, noun].map { WordingKey(.noun, "\($0) to") }
      : ["of", preposition].map { WordingKey(.noun, "\(office) \($0)") }
        + [WordingKey(.title, office), WordingKey(.verb, "hold office in")]
    let phrase = PredicatePhrase(
      name: "be \(office) \(preposition)", keys: keys, bytes: namer.bytes([last, link]))
    emit([holder], phrase, [body], office: office, clause: nil, rules: [.title])
    return true
  }

  /// The longest title that the schema knows, with the body before it: `NATO Secretary General Mark Rutte`.
  private mutating func proposeKnownTitle(of mention: Mention, from start: Int, in sentence: Range<Int>) -> Bool {
    let name = mention.tokens.lowerBound
    for first in start..<name {
      guard namer.isKnown([WordingKey(.title, words(first..<name))]) else { continue }
      var last = first - 1
      if last >= sentence.lowerBound, document.tokens[last].fineTag == .possessiveEnding { last -= 1 }
      guard let owner = entityEnding(at: last, from: max(sentence.lowerBound, first - 4)) else { return false }
      // `Former soldier and Ostland President Max Orr`.
      let begin = (start..<first).last { document.tokens[$0].tag == .coordinatingConjunction }.map { $0 + 1 } ?? start
      emit(first..<name, of: mention.head, at: owner, qualifier: qualifier(in: begin..<first))
      return true
    }
    return false
  }

  private mutating func emit(_ title: Range<Int>, of holder: Int, at owner: Int?, qualifier: Int? = nil) {
    var office = (qualifier.map { document.form(of: document.tokens[$0]) + " " } ?? "") + words(title)
    if let last = title.last, [.pluralNoun, .pluralProperNoun].contains(document.tokens[last].fineTag),
      office.hasSuffix(document.form(of: document.tokens[last]))
    {
      office.removeLast(document.form(of: document.tokens[last]).count)
      office += document.lemma(of: document.tokens[last]).lowercased()
    }
    let isPresent = qualifier == nil && self.qualifier(in: title) == nil
    if let noun = title.last { toldEvents.insert(noun) }
    let bytes = namer.bytes([title.lowerBound, title.upperBound - 1])
    guard let owner, owner != holder else {
      let name = namer.title(office, [qualifier].compactMap { $0 } + Array(title))
      let phrase = PredicatePhrase(name: "be \(name)", keys: [], bytes: bytes)
      return emit([holder], phrase, office: office, clause: nil, rules: [.title])
    }
    let keys = isPresent ? namer.officeKeys(office) : []
    let phrase = PredicatePhrase(name: "be \(office) of", keys: keys, bytes: bytes)
    emit([holder], phrase, [owner], office: office, clause: nil, rules: [.title])
  }

  // MARK: - Words

  private func words(_ tokens: Range<Int>) -> String {
    var words = ""
    for token in tokens {
      if token > tokens.lowerBound, document.tokens[token - 1].flags.contains(.spaceAfter) { words += " " }
      words += document.form(of: document.tokens[token])
    }
    return words
  }

  /// `founder and CEO`: each is a title.
  private func parts(of words: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var first = words.lowerBound
    for token in words where document.tokens[token].tag == .coordinatingConjunction {
      if first < token { parts.append(first..<token) }
      first = token + 1
    }
    if first < words.upperBound { parts.append(first..<words.upperBound) }
    return parts
  }

  /// Without an article, a possessive ending or a number before the title.
  private func trimmed(_ words: Range<Int>) -> Range<Int> {
    var first = words.lowerBound
    while first < words.upperBound,
      ![.noun, .properNoun, .adjective].contains(document.tokens[first].tag)
        || lexicon.droppableAdjectives.contains(document.form(of: document.tokens[first]))
    { first += 1 }
    return first..<words.upperBound
  }

  private func isTitle(_ words: Range<Int>) -> Bool {
    // `the head of Jesus`.
    guard let last = words.last, document.tokens[last].tag != .adposition else { return false }
    if words.count > 2, document.tokens[last - 1].fineTag == .hyphen,
      lexicon.nonSubsectiveAdjectives.contains(document.form(of: document.tokens[last]))
    {
      return isTitle(words.dropLast(2))
    }
    if namer.isKnown([WordingKey(.title, self.words(words))]) { return true }
    // `Minister of Education`: the office stands before the preposition.
    let head = words.first { document.tokens[$0].tag == .adposition }.map { $0 - 1 } ?? last
    return document.tokens[head].fineTag != .pluralNoun && words.contains(head) && namer.isOffice(head)
  }

  private func isBody(_ token: Int) -> Bool {
    let word = document.tokens[token]
    return word.fineTag == .singularNoun
      && types.type(ofNoun: document.lemma(of: word)).map { types.isA($0, .organization, .group) } ?? false
  }

  private func qualifier(in words: Range<Int>) -> Int? {
    words.first {
      lexicon.nonSubsectiveAdjectives.contains(document.form(of: document.tokens[$0])) || namer.isFormer($0)
    }
  }

  private func sentence(of token: Int) -> Int {
    Int(reading.sentenceAt[token])
  }

  private func isTitleWord(_ token: Int) -> Bool {
    let word = document.tokens[token]
    switch word.tag {
    case .noun, .properNoun, .adjective: return true
    case .adposition: return document.form(of: word) == "of" || document.form(of: word) == "for"
    case .coordinatingConjunction: return document.form(of: word) == "and"
    case .punctuation: return word.fineTag == .hyphen
    case .particle: return word.fineTag == .possessiveEnding
    default: return false
    }
  }

  /// The head of the named entity that ends with `token`; nil when none does: `NATO`, `Ukraine's`, `British`.
  private func entityEnding(at token: Int, from first: Int = 0) -> Int? {
    var last = token
    guard last >= first, last >= 0 else { return nil }
    if document.tokens[last].fineTag == .possessiveEnding { last -= 1 }
    guard last >= first else { return nil }
    if let index = entities.entity(atHead: last), entities.entities[index].isNamed,
      document.tokens[last].tag != .noun
    {
      return last
    }
    // A name of several words has its head elsewhere.
    return name(at: last).flatMap { $0.tokens.upperBound == last + 1 ? $0.head : nil }
  }
}
