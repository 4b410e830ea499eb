import Language
import SchemaFiles

/// Words a predicate: lemmas for answers, keys for the schema.
struct PredicateNamer: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon
  let wordings: WordingIndex

  /// `Ambassador to the United States`: an office with a capital is the same office.
  private func lemma(_ token: Int) -> String {
    let word = document.tokens[token]
    let lemma = document.lemma(of: word)
    // `Leader of the Revolution`, but `CEO`.
    let isTitle = word.tag == .noun && lemma.dropFirst().allSatisfy(\.isLowercase)
    return word.tag == .properNoun || isTitle ? lemma.lowercased() : lemma
  }

  private func form(_ token: Int) -> String { document.form(of: document.tokens[token]) }

  /// The noun of `chief of staff` that makes the office whole, where the schema has both as a title; nil elsewhere.
  func complement(ofOffice noun: Int) -> Int? {
    tree.children(of: noun, .nominalModifier).first { child in
      child == noun + 2 && form(noun + 1) == "of" && tree.child(of: child, .determiner) == nil
        && !wordings.readings(.title, "\(lemma(noun)) of \(form(child))").isEmpty
    }
  }

  /// The lemma of an office with what makes it whole: `chief of staff`.
  private func head(_ noun: Int) -> String {
    complement(ofOffice: noun).map { "\(lemma(noun)) of \(form($0))" } ?? lemma(noun)
  }

  /// A modifier as written: `Danish`, `foreign`.
  private func word(_ token: Int) -> String { document.text(of: document.tokens[token]) }

  /// The verb with its particle: `carry out`.
  func verb(of clause: Clause) -> String {
    let verb = lemma(clause.predicate)
    return clause.particle.map { "\(verb) \(form($0))" } ?? verb
  }

  /// The phrase of an active verb and, where given, the noun and the preposition that lead to the object.
  func verbal(_ clause: Clause, noun: Int? = nil, preposition: Clause.Oblique? = nil) -> PredicatePhrase {
    let verb = verb(of: clause)
    var tail: [String] = []
    if let noun { tail.append(lemma(noun)) }
    if let preposition, !preposition.preposition.isEmpty { tail.append(preposition.preposition) }
    var keys = [WordingKey(.verb, ([verb] + tail).joined(separator: " "))]
    if noun != nil, lexicon.lightVerbs.contains(lemma(clause.predicate)) {
      keys.append(WordingKey(.verb, (["*"] + tail).joined(separator: " ")))
    }
    return PredicatePhrase(
      name: verb, keys: keys, bytes: bytes([clause.predicate, clause.particle, noun, preposition?.marker]))
  }

  /// The phrase of a passive without agent and a preposition: `be deployed to`.
  func passive(_ clause: Clause, preposition: Clause.Oblique) -> PredicatePhrase {
    let participle = quality(clause.predicate) + (clause.particle.map { " \(form($0))" } ?? "")
    let tail = preposition.preposition.isEmpty ? "" : " \(preposition.preposition)"
    return PredicatePhrase(
      name: "be \(participle)",
      keys: [WordingKey(.adjective, participle + tail), WordingKey(.verb, "be \(participle)\(tail)")],
      bytes: bytes([clause.predicate, clause.particle, preposition.marker]))
  }

  /// `be arrested`: of a verb by its lemma, for what a noun tells of somebody.
  func passive(of verb: String, bytes: Range<UInt32>) -> PredicatePhrase {
    let participle = lexicon.participles.participle(of: verb)
    return PredicatePhrase(
      name: "be \(participle)", keys: [WordingKey(.adjective, participle), WordingKey(.verb, "be \(participle)")],
      bytes: bytes)
  }

  /// The link of a copular clause: `be`, or the verb of which the predicate completes the sense: `remain`.
  func link(_ clause: Clause, governing: Clause?) -> (lemma: String, token: Int?) {
    if let copula = clause.copula { return (lemma(copula), copula) }
    if clause.link == .openComplement, let governing, governing.form == .verbal {
      if governing.isPassive { return ("be \(form(governing.predicate))", governing.predicate) }
      // `called the plan dangerous`, `made him king`: of the object, it says what it is.
      let isOfObject = clause.subject != nil && clause.subject == governing.object
      return (isOfObject ? "be" : lemma(governing.predicate), governing.predicate)
    }
    return ("be", nil)
  }

  /// The word of a quality with what a hyphen joins to it: `terrorism-related`.
  ///
  /// - Parameter isWritten: whether with its capitals: `French`, but not what a sentence or a headline writes large.
  func quality(_ token: Int, isWritten: Bool = false) -> String {
    let sentence = Int(reading.sentenceAt[token])
    let isPlain = token > document.sentences[sentence].tokens.lowerBound && !reading.isHeadline[sentence]
    let quality = isWritten && isPlain && document.tokens[token].tag == .adjective ? word(token) : form(token)
    let (hyphen, first) = (token - 1, token - 2)
    guard first >= 0, document.tokens[hyphen].fineTag == .hyphen,
      !document.tokens[hyphen].flags.contains(.spaceAfter), !document.tokens[first].flags.contains(.spaceAfter)
    else { return quality }
    let isName = document.tokens[first].tag == .properNoun
    return "\(isName ? word(first) : form(first))-\(quality)"
  }

  /// `be worried about`, `remain open to`.
  func adjectival(
    _ clause: Clause, link: (lemma: String, token: Int?), preposition: Clause.Oblique
  ) -> PredicatePhrase {
    let words = "\(quality(clause.predicate)) \(preposition.preposition)"
    return PredicatePhrase(
      name: "\(link.lemma) \(quality(clause.predicate, isWritten: true))",
      // `is ambassador to`: a role may be tagged as an adjective.
      keys: [WordingKey(.adjective, words), WordingKey(.verb, "\(link.lemma) \(words)"), WordingKey(.noun, words)],
      bytes: bytes([link.token, clause.predicate, preposition.marker]))
  }

  /// `be member of`: a noun that says what the subject is to the object, longest known wording first.
  func nominal(
    _ noun: Int, without owner: Int? = nil, link: String, linkToken: Int?, preposition: String, marker: Int?
  ) -> PredicatePhrase {
    let modifiers = modifiers(of: noun, without: owner).sorted()
    var keys: [WordingKey] = []
    // A former minister is none: the words stay an open predicate.
    let isSubsective =
      !isFormer(noun) && !modifiers.contains { lexicon.nonSubsectiveAdjectives.contains(form($0)) }
    // The longest known wording decides: a foreign policy chief is no chief.
    for start in 0...modifiers.count where isSubsective && !isKnown(keys) {
      let words = modifiers[start...].map { form($0) } + [head(noun)]
      let joined = words.joined(separator: " ")
      keys = [WordingKey(.noun, "\(joined) \(preposition)")]
      if preposition == "of" { keys.append(WordingKey(.title, joined)) }
    }
    let name = (modifiers.map { word($0) } + [head(noun)]).joined(separator: " ")
    // An office that no relation names is held in its body, all the same.
    if isSubsective, isOffice(noun), preposition == "of" { keys.append(WordingKey(.verb, "hold office in")) }
    return PredicatePhrase(
      name: "\(link) \(name) \(preposition)", keys: keys, bytes: bytes(modifiers + [linkToken, noun, marker]))
  }

  /// Whether an adverb says that it is so no longer: `once led the party`, `formerly an ally of Assad`.
  func isFormer(_ token: Int) -> Bool {
    if isFormerOffice(token) { return true }
    return tree.children(of: token, .adverbialModifier).contains { lexicon.formerAdverbs.contains(form($0)) }
  }

  /// Whether a noun names what somebody is by an office or occupation: a title of the schema.
  func isOffice(_ noun: Int) -> Bool {
    let lemma = lemma(noun)
    return lexicon.officeNouns.contains(lemma) || !wordings.readings(.title, lemma).isEmpty || isFormerOffice(noun)
  }

  /// Whether one word says that an office is over: `ex-chairman`, not `ex-husband`, who has a title and no office.
  private func isFormerOffice(_ noun: Int) -> Bool {
    let lemma = lemma(noun)
    guard let hyphen = lemma.firstIndex(of: "-"), lexicon.formerAdjectives.contains(String(lemma[..<hyphen])) else {
      return false
    }
    return lexicon.officeNouns.contains(String(lemma[lemma.index(after: hyphen)...]))
  }

  /// The keys under which the schema may know who holds an office in a body, best first.
  func officeKeys(_ office: String) -> [WordingKey] {
    [WordingKey(.title, office), WordingKey(.noun, "\(office) of"), WordingKey(.verb, "hold office in")]
  }

  /// The words of an office with what stands before them: `former foreign minister`.
  func office(_ noun: Int, without owner: Int? = nil) -> String {
    let words = modifiers(of: noun, without: owner).sorted().map {
      document.tokens[$0].entity.label == nil || lexicon.lesserOffices.contains(form($0)) ? form($0) : word($0)
    }
    return (words + [head(noun)]).joined(separator: " ")
  }

  /// The name of an office that stands without a body: whole where nouns alone narrow it, or what follows: `film
  /// director`, `secretary of state`, but of an embattled president that he is president.
  ///
  /// - Parameter tokens: its words in the text.
  func title(_ office: String, _ tokens: [Int]) -> String {
    guard let words = OfficeWords(office, lexicon) else { return office }
    let others = tokens.prefix(words.noun.lowerBound).filter { !words.lesser.contains(Substring(form($0))) }
    let isWhole = others.allSatisfy { token in
      [.noun, .properNoun].contains(document.tokens[token].tag) && !lexicon.officeNouns.contains(lemma(token))
        && document.tokens[token].entity.label != .date
    }
    return isWhole ? office : (words.kind + words.words[words.noun.upperBound...]).joined(separator: " ")
  }

  /// The same of the noun of an office and the common words before it.
  func title(_ noun: Int) -> String { title(office(noun), modifiers(of: noun, without: nil).sorted() + [noun]) }

  /// The common words before a noun, with those before them: `foreign policy` of `foreign policy chief`.
  private func modifiers(of noun: Int, without owner: Int?) -> [Int] {
    let parts = tree.children(of: noun).lazy.map(Int.init).filter { child in
      child < noun && child != owner
        && [.compound, .adjectivalModifier].contains(document.tokens[child].relation)
    }
    func isCommon(_ word: Int) -> Bool {
      document.tokens[word].tag != .properNoun || lexicon.lesserOffices.contains(form(word))
    }
    // `Supreme Allied Commander`: the words of a title of the schema, whatever their tags.
    let isTitle =
      !parts.allSatisfy(isCommon)
      && !wordings.readings(.title, (parts.sorted().map(form) + [lemma(noun)]).joined(separator: " ")).isEmpty
    return parts.filter { isTitle || isCommon($0) }.flatMap { [$0] + modifiers(of: $0, without: owner) }
  }

  /// The bytes from the first to the last of the tokens.
  func bytes(_ tokens: [Int?]) -> Range<UInt32> {
    let present = tokens.compactMap { $0 }
    let first = present.min() ?? 0
    let last = present.max() ?? 0
    return document.tokens[first].start..<document.tokens[last].end
  }

  /// Whether the schema knows one of `keys` as a title.
  func isTitle(_ keys: [WordingKey]) -> Bool {
    keys.contains { $0.construction == .title && !wordings.readings(.title, $0.words).isEmpty }
  }

  /// Whether the schema words a relation by one of `keys`.
  func isKnown(_ keys: [WordingKey]) -> Bool {
    keys.contains { !wordings.readings($0.construction, $0.words).isEmpty }
  }
}
