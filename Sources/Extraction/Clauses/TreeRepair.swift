package import Language

/// Mends what a parser gets wrong again and again in news, where labels and word classes tell better than the tree.
///
/// Each ``Mend`` changes heads and relations; `gerund` and `addressee` also change the class of the word that they
/// move. After every mend each sentence is still one tree: one root, no circle, no head outside. That holds because
/// heads are set by ``attach(_:to:_:in:)`` and ``raise(_:leaving:in:)`` alone. Mends look for children in the tree as
/// it was before the first mend of their pass, so a mend may move what another has moved already.
package struct TreeRepair: Sendable {
  let types: EntityTypes
  let lexicon: Lexicon

  package init(types: EntityTypes, lexicon: Lexicon) {
    self.types = types
    self.lexicon = lexicon
  }

  /// - Complexity: O(*n*) in the number of words, for trees of bounded depth.
  package func repair(_ document: inout Document) { repair(&document) { _, _ in } }

  /// The same; `observe` is told of each mend that was tried, and how the document is then.
  func repair(_ document: inout Document, observe: (Mend, Document) -> Void) {
    joinNames(&document)
    observe(.name, document)
    joinNeighbors(&document)
    observe(.neighbors, document)
    let names = nameForms(document)
    var tree = DependencyTree(document)
    func attempt(_ mend: Mend, _ token: Int) {
      apply(mend, token, names, tree, in: &document)
      observe(mend, document)
    }
    for token in document.tokens.indices {
      switch document.tokens[token].relation {
      case .conjunct, .apposition, .subject, .object, .oblique, .parataxis, .dependent, .list:
        attempt(.apposition, token)
        attempt(.upTo, token)
      case .compound: attempt(.straySubject, token)
      case .relativeClause: attempt(.antecedent, token)
      case .copula:
        attempt(.dueTo, token)
        attempt(.isTo, token)
      case .flat: attempt(.title, token)
      case .caseMarker: attempt(.preposition, token)
      case .openComplement: attempt(.worth, token)
      case .adverbialClause: attempt(.subjectOfInfinitive, token)
      case .clausalModifier: attempt(.participle, token)
      case .adjectivalModifier:
        attempt(.inversion, token)
        attempt(.gerund, token)
      case .clausalComplement: attempt(.parenthesis, token)
      case .determiner: attempt(.determiner, token)
      case .discourse, .vocative: attempt(.addressee, token)
      default: break
      }
    }
    tree = DependencyTree(document)
    for token in document.tokens.indices where document.tokens[token].tag == .verb {
      attempt(.speaker, token)
      attempt(.secondSubject, token)
      attempt(.invertedSpeaker, token)
    }
  }

  private func apply(
    _ mend: Mend, _ token: Int, _ names: Set<UInt32>, _ tree: DependencyTree, in document: inout Document
  ) {
    switch mend {
    case .name: joinNames(&document)
    case .neighbors: joinNeighbors(&document)
    case .apposition: mendApposition(token, tree, in: &document)
    case .upTo: mendUpTo(token, tree, in: &document)
    case .straySubject: mendStraySubject(token, tree, in: &document)
    case .antecedent: mendAntecedent(token, tree, in: &document)
    case .dueTo: mendDueTo(token, in: &document)
    case .isTo: mendIsTo(token, in: &document)
    case .title: mendTitle(token, tree, in: &document)
    case .preposition: mendPreposition(token, in: &document)
    case .worth: mendWorth(token, tree, in: &document)
    case .subjectOfInfinitive: mendSubjectOfInfinitive(token, tree, in: &document)
    case .participle: mendParticiple(token, tree, in: &document)
    case .inversion: mendInversion(token, tree, in: &document)
    case .gerund: mendGerund(token, in: &document)
    case .parenthesis: mendParenthesis(token, tree, in: &document)
    case .determiner: mendDeterminer(token, in: &document)
    case .addressee: mendAddressee(token, names, tree, in: &document)
    case .speaker: mendSpeaker(token, tree, in: &document)
    case .secondSubject: mendSecondSubject(token, tree, in: &document)
    case .invertedSpeaker: mendInvertedSpeaker(token, tree, in: &document)
    }
  }

  /// The forms that the document labels as names of people.
  private func nameForms(_ document: Document) -> Set<UInt32> {
    Set(document.tokens.lazy.filter { $0.entity.label == .person && $0.tag == .properNoun }.map(\.form))
  }

  /// Two name words side by side in the same role are one name: `Pål` and `Jonson`, both subject.
  private func joinNeighbors(_ document: inout Document) {
    for token in document.tokens.indices.dropFirst() {
      let (first, second) = (document.tokens[token - 1], document.tokens[token])
      guard first.tag == .properNoun, second.tag == .properNoun, first.head == second.head, first.head != Token.noHead,
        first.relation == second.relation, first.flags.contains(.spaceAfter)
      else { continue }
      switch second.relation {
      case .subject, .passiveSubject, .object, .oblique, .agent, .nominalModifier:
        attach(token, to: token - 1, .flat, in: &document)
      default: break
      }
    }
  }

  /// The words of one labeled name have one head: the other words that reach outside hang on it.
  private func joinNames(_ document: inout Document) {
    var index = 0
    while index < document.tokens.count {
      guard document.tokens[index].entity.isBegin, isName(document.tokens[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < document.tokens.count, document.tokens[end].entity.isInside { end += 1 }
      join(index..<end, in: &document)
      index = end
    }
  }

  private func isName(_ token: Token) -> Bool {
    switch token.entity.label {
    case .person, .organization, .geopoliticalEntity, .location: true
    default: false
    }
  }

  private func join(_ name: Range<Int>, in document: inout Document) {
    let outer = name.filter { !name.contains(Int(document.tokens[$0].head)) && document.tokens[$0].tag != .punctuation }
    guard outer.count > 1, let head = outer.first(where: { !isModifier(document.tokens[$0].relation) }) ?? outer.last
    else { return }
    for token in outer where token != head && document.tokens[token].relation != .caseMarker {
      attach(token, to: head, .flat, in: &document)
    }
  }

  private func isModifier(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .compound, .flat, .adjectivalModifier, .descriptiveModifier, .dependent, .caseMarker, .determiner: true
    default: false
    }
  }

  /// `Sybiga, Ukraine's foreign minister, and Kallas`: a role right behind a name is said of it, not one more of the
  /// list, nor a second subject, nor said of a name further back.
  private func mendApposition(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let word = document.tokens[token]
    guard word.tag == .noun, word.head != Token.noHead, tree.child(of: token, .coordinator) == nil,
      tree.child(of: token, .caseMarker) == nil, tree.child(of: token, .copula) == nil,
      tree.child(of: token, .possessive) != nil || tree.child(of: token, .determiner) != nil,
      isRole(word, in: document) || isSecondSubject(token, tree)
    else { return }
    // A noun before its verb may be the subject indeed.
    let isArgument = [.subject, .object, .oblique].contains(word.relation)
    if isArgument, Int(word.head) > token { return }
    let start = tree.span(of: token).lowerBound
    let last = document.tokens[start].fineTag == .comma ? start - 1 : start - 2
    guard last >= 0, last + 1 < document.tokens.count, document.tokens[last + 1].fineTag == .comma,
      document.tokens[last].tag == .properNoun
    else { return }
    let name = nameHead(last, in: document)
    guard name != Int(word.head) || word.relation != .apposition else { return }
    attach(token, to: name, .apposition, in: &document)
  }

  private func isRole(_ word: Token, in document: Document) -> Bool {
    types.isA(types.type(ofNoun: document.lemma(of: word)) ?? "", ["Person", "Organization", "GeopoliticalEntity"])
  }

  /// `Kelles works for the institute, a think tank`: a verb with its subject before it has no other behind it.
  private func isSecondSubject(_ token: Int, _ tree: DependencyTree) -> Bool {
    guard tree.tokens[token].relation == .subject else { return false }
    let verb = Int(tree.tokens[token].head)
    return token > verb && tree.children(of: verb, .subject).contains { $0 < verb }
  }

  /// A name before a verb cannot modify a noun behind it: it is the subject.
  private func mendStraySubject(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let noun = Int(document.tokens[token].head)
    guard document.tokens[token].tag == .properNoun, noun > token, document.tokens[noun].head != Token.noHead else {
      return
    }
    let verb = Int(document.tokens[noun].head)
    guard document.tokens[verb].tag == .verb, token < verb, verb < noun, tree.child(of: verb, .subject) == nil else {
      return
    }
    attach(token, to: verb, .subject, in: &document)
  }

  /// `Sánchez, the leader of the party, will not raise taxes`: a known name with a role behind it is no interjection.
  private func mendAddressee(_ token: Int, _ names: Set<UInt32>, _ tree: DependencyTree, in document: inout Document) {
    let head = Int(document.tokens[token].head)
    guard head > token, names.contains(document.tokens[token].form), let role = tree.child(of: head, .subject),
      role > token, role < head, document.tokens[role].tag == .noun,
      types.isA(types.type(ofNoun: document.lemma(of: document.tokens[role])) ?? "", ["Person"])
    else { return }
    document.tokens[token].tag = .properNoun
    document.tokens[token].fineTag = .singularProperNoun
    document.tokens[token].relation = .subject
    attach(role, to: token, .apposition, in: &document)
  }

  /// `said its chief executive, Lucía Ferrán`: the role behind the verb speaks, and the name says who it is.
  private func mendSpeaker(_ verb: Int, _ tree: DependencyTree, in document: inout Document) {
    guard let role = tree.child(of: verb, .object), let name = tree.child(of: verb, .subject), verb < role, role < name,
      document.tokens[name].tag == .properNoun, document.tokens[name - 1].fineTag == .comma,
      types.isA(types.type(ofNoun: document.lemma(of: document.tokens[role])) ?? "", ["Person"])
    else { return }
    document.tokens[role].relation = .subject
    attach(name, to: role, .apposition, in: &document)
  }

  /// `Facebook co-founder Mark Zuckerberg`: who acts is the person, not the role before the name.
  private func mendTitle(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let role = token - 1
    let name = document.tokens[token]
    guard role >= 0, Int(name.head) == role, document.tokens[role].tag == .noun, name.tag == .properNoun,
      types.isA(types.type(ofNoun: document.lemma(of: document.tokens[role])) ?? "", ["Person"])
    else { return }
    let behind = tree.children(of: role).lazy.map(Int.init).filter { $0 > token }
    raise(token, leaving: .compound, in: &document)
    for child in behind + tree.children(of: role, .caseMarker) {
      attach(child, to: token, document.tokens[child].relation, in: &document)
    }
  }

  /// The word of a name that the others hang on.
  private func nameHead(_ token: Int, in document: Document) -> Int {
    var current = token
    while [.flat, .compound].contains(document.tokens[current].relation), document.tokens[current].head != Token.noHead
    {
      let head = Int(document.tokens[current].head)
      guard head <= token, document.tokens[head].tag == .properNoun else { break }
      current = head
    }
    return current
  }

  /// `issues raised by nations, who …`: who refers to the nearest noun that can act.
  private func mendAntecedent(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let antecedent = Int(document.tokens[token].head)
    guard antecedent >= 0, let pronoun = tree.child(of: token, .subject),
      document.form(of: document.tokens[pronoun]) == "who"
    else { return }
    if let members = membersOf(antecedent, in: document) {
      return attach(token, to: members, .relativeClause, in: &document)
    }
    guard !isAnimate(antecedent, in: document) else { return }
    var candidate = pronoun - 1
    if candidate > antecedent, document.tokens[candidate].fineTag == .comma { candidate -= 1 }
    guard candidate > antecedent, isAnimate(candidate, in: document) else { return }
    attach(token, to: candidate, .relativeClause, in: &document)
  }

  /// `members of the party, who …`: somebody, and not the body to which they belong; nil when the noun itself may be
  /// meant.
  private func membersOf(_ body: Int, in document: Document) -> Int? {
    let word = document.tokens[body]
    switch word.entity.label {
    case .organization, .geopoliticalEntity, .location: break
    default: return nil
    }
    guard word.relation == .nominalModifier, word.head != Token.noHead, Int(word.head) < body,
      document.tokens[Int(word.head)].tag == .noun, isAnimate(Int(word.head), in: document)
    else { return nil }
    return Int(word.head)
  }

  /// `a coalition is to meet in Brussels, led by France`: behind a comma, the participle is of the subject and not of
  /// the place.
  private func mendParticiple(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let place = Int(document.tokens[token].head)
    guard document.tokens[token].fineTag == .pastParticiple, place >= 0, place < token,
      isPlaceName(document.tokens[place]), tree.child(of: token, .agent) != nil,
      let start = tree.children(of: token).first, Int(start) <= token,
      document.tokens[Int(start)].fineTag == .comma || document.tokens[max(Int(start), 1) - 1].fineTag == .comma
    else { return }
    var verb = place
    while document.tokens[verb].head != Token.noHead, tree.child(of: verb, .subject) == nil,
      tree.child(of: verb, .passiveSubject) == nil
    { verb = Int(document.tokens[verb].head) }
    guard document.tokens[place].relation == .oblique || document.tokens[place].relation == .nominalModifier,
      verb != place, tree.child(of: verb, .subject) != nil || tree.child(of: verb, .passiveSubject) != nil
    else { return }
    attach(token, to: verb, .adverbialClause, in: &document)
  }

  private func isPlaceName(_ word: Token) -> Bool {
    word.entity.label == .geopoliticalEntity || word.entity.label == .location
  }

  /// `the need for allies to spend`: the words between `for` and `to` are who is to do it, the noun before what for.
  private func mendSubjectOfInfinitive(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let marks = tree.children(of: token, .marker)
    guard marks.count == 2, document.form(of: document.tokens[marks[0]]) == "for",
      document.tokens[marks[1]].fineTag == .infinitival,
      let subject = (marks[0]..<marks[1]).last(where: {
        document.tokens[$0].head == document.tokens[token].head && document.tokens[$0].tag.isNominal
      })
    else { return }
    attach(subject, to: token, .subject, in: &document)
    let noun = marks[0] - 1
    if noun >= 0, document.tokens[noun].tag == .noun { attach(token, to: noun, .clausalModifier, in: &document) }
  }

  /// `Compounding the worries is a deal`: the deal compounds the worries.
  private func mendInversion(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let object = Int(document.tokens[token].head)
    guard document.tokens[token].fineTag == .gerund, object > token, document.tokens[object].relation == .subject,
      isSentenceStart(token, in: document)
    else { return }
    let predicate = Int(document.tokens[object].head)
    guard document.tokens[predicate].head == Token.noHead, document.tokens[predicate].tag.isNominal,
      let copula = tree.child(of: predicate, .copula), copula > object, copula < predicate
    else { return }
    raise(token, leaving: .object, in: &document)
    raise(token, leaving: .subject, in: &document)
    attach(copula, to: token, .auxiliary, in: &document)
  }

  private func isSentenceStart(_ token: Int, in document: Document) -> Bool {
    document.sentences.contains { $0.tokens.lowerBound == token }
  }

  /// `signed a contract worth millions with the ministry`: the worth is the contract's, the ministry the verb's.
  private func mendWorth(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let verb = Int(document.tokens[token].head)
    guard document.form(of: document.tokens[token]) == "worth", token > 0, verb >= 0, verb < token - 1,
      document.tokens[token - 1].tag == .noun
    else { return }
    if Int(document.tokens[token - 1].head) == token { attach(token - 1, to: verb, .object, in: &document) }
    attach(token, to: token - 1, .adjectivalModifier, in: &document)
    for phrase in tree.children(of: token, .oblique) where tree.child(of: phrase, .caseMarker) != nil {
      attach(phrase, to: verb, .oblique, in: &document)
    }
  }

  /// `was due to announce`: the verb is what is due, and `be` its auxiliary.
  private func mendDueTo(_ copula: Int, in document: inout Document) {
    let verb = Int(document.tokens[copula].head)
    guard verb > copula + 2, document.tokens[verb].fineTag == .baseVerb,
      document.tokens[verb - 1].fineTag == .infinitival, document.form(of: document.tokens[verb - 2]) == "due"
    else { return }
    document.tokens[copula].relation = .auxiliary
    attach(verb - 2, to: verb, .adverbialModifier, in: &document)
    attach(verb - 1, to: verb, .marker, in: &document)
  }

  private func isAnimate(_ token: Int, in document: Document) -> Bool {
    let word = document.tokens[token]
    if word.tag == .properNoun || word.tag == .pronoun { return true }
    guard word.tag == .noun, let type = types.type(ofNoun: document.lemma(of: word)) else { return false }
    return types.isA(type, ["Person", "Group", "Organization", "GeopoliticalEntity"])
  }

  /// Moves `token` below `head`, unless `head` hangs on it or stands in another sentence.
  func attach(_ token: Int, to head: Int, _ relation: DependencyRelation, in document: inout Document) {
    var ancestor = head
    while document.tokens[ancestor].head != Token.noHead {
      if ancestor == token { return }
      ancestor = Int(document.tokens[ancestor].head)
    }
    var root = token
    while document.tokens[root].head != Token.noHead { root = Int(document.tokens[root].head) }
    guard ancestor != token, ancestor == root else { return }
    document.tokens[token].head = Int32(head)
    document.tokens[token].relation = relation
  }

  /// `token`, which is no root, takes the place and relation of its head, and the head goes below it.
  func raise(_ token: Int, leaving relation: DependencyRelation, in document: inout Document) {
    let head = Int(document.tokens[token].head)
    document.tokens[token].head = document.tokens[head].head
    document.tokens[token].relation = document.tokens[head].relation
    document.tokens[head].head = Int32(token)
    document.tokens[head].relation = relation
  }
}

extension UniversalTag {
  /// Whether a word of this class can head a noun phrase.
  fileprivate var isNominal: Bool { self == .noun || self == .properNoun || self == .pronoun }
}
