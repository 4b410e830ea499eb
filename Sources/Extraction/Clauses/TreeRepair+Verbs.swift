import Language

/// Verbs that lost a subject, an object or a complement to a neighbor.
extension TreeRepair {
  /// `ceased exporting grain`: the gerund is no property of the grain, but what ceased.
  func mendGerund(_ token: Int, in document: inout Document) {
    let noun = Int(document.tokens[token].head)
    guard document.tokens[token].fineTag == .gerund, token > 0, noun > token, document.tokens[noun].tag != .pronoun,
      document.tokens[noun].relation == .object, Int(document.tokens[noun].head) == token - 1
    else { return }
    let verb = document.tokens[token - 1]
    guard verb.tag == .verb, lexicon.effectOnOpenComplement(of: document.lemma(of: verb)) == .negates else { return }
    document.tokens[token].tag = .verb
    attach(token, to: token - 1, .openComplement, in: &document)
    attach(noun, to: token, .object, in: &document)
  }

  /// `accused of misleading clients`: the preposition is the gerund's, not its object's.
  func mendPreposition(_ token: Int, in document: inout Document) {
    let (object, gerund) = (Int(document.tokens[token].head), token + 1)
    guard gerund < object, document.tokens[gerund].fineTag == .gerund, document.tokens[gerund].tag == .verb,
      document.tokens[object].relation == .object, Int(document.tokens[object].head) == gerund
    else { return }
    attach(token, to: gerund, .marker, in: &document)
  }

  /// `killed up to 15 fighters`: `up to` is of the number, and the fighters are the object.
  func mendUpTo(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    guard document.tokens[token].relation == .oblique, let number = tree.child(of: token, .numericModifier),
      number >= 2,
      document.form(of: document.tokens[number - 1]) == "to", document.form(of: document.tokens[number - 2]) == "up",
      document.tokens[token].head != Token.noHead
    else { return }
    let verb = Int(document.tokens[token].head)
    guard verb < number - 2, tree.child(of: verb, .object) == nil, document.tokens[verb].tag == .verb else { return }
    document.tokens[token].relation = .object
    attach(number - 2, to: number, .adverbialModifier, in: &document)
    attach(number - 1, to: number - 2, .fixed, in: &document)
  }

  /// `The drug, the agency says, damages the liver`: who says so stands in between, and the sentence goes on behind.
  func mendParenthesis(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let verb = Int(document.tokens[token].head)
    guard verb > 0, verb + 1 < token, document.tokens[verb + 1].fineTag == .comma,
      lexicon.reportingVerbs.contains(document.lemma(of: document.tokens[verb])),
      tree.child(of: token, .subject) == nil, tree.child(of: token, .passiveSubject) == nil,
      let subject = tree.child(of: verb, .subject), let speaker = tree.child(of: subject, .apposition),
      tree.span(of: speaker).upperBound == verb, document.tokens[token].tag == .verb
    else { return }
    let isPassive = tree.child(of: token, .passiveAuxiliary) != nil
    raise(token, leaving: .parataxis, in: &document)
    attach(subject, to: token, isPassive ? .passiveSubject : .subject, in: &document)
    attach(speaker, to: verb, .subject, in: &document)
  }

  /// `"…," warned the engineer`: who speaks stands behind the verb.
  func mendInvertedSpeaker(_ verb: Int, _ tree: DependencyTree, in document: inout Document) {
    guard lexicon.reportingVerbs.contains(document.lemma(of: document.tokens[verb])), verb > 0,
      document.tokens[verb].fineTag == .pastVerb || document.tokens[verb].fineTag == .thirdPersonVerb,
      tree.child(of: verb, .subject) == nil, tree.child(of: verb, .passiveAuxiliary) == nil,
      let speaker = tree.child(of: verb, .object) ?? tree.child(of: verb, .indirectObject), speaker > verb,
      document.tokens[verb - 1].tag == .punctuation,
      document.tokens[verb].relation == .parataxis
        || tree.child(of: verb, .clausalComplement).map({ $0 < verb }) ?? false
    else { return }
    document.tokens[speaker].relation = .subject
  }

  /// `the moon controls the tides is`: a verb with its subject before it has no other behind it, but an object.
  func mendSecondSubject(_ verb: Int, _ tree: DependencyTree, in document: inout Document) {
    let subjects = tree.children(of: verb, .subject)
    guard subjects.count > 1, subjects.first.map({ $0 < verb }) ?? false, let second = subjects.last, second > verb,
      document.tokens[second].relation == .subject, tree.child(of: verb, .object) == nil,
      document.tokens[second].tag != .pronoun, tree.child(of: verb, .caseMarker) == nil,
      !lexicon.reportingVerbs.contains(document.lemma(of: document.tokens[verb]))
    else { return }
    document.tokens[second].relation = .object
  }

  /// `reported that the firm bribed officials`: no determiner belongs to a noun beyond a verb.
  func mendDeterminer(_ token: Int, in document: inout Document) {
    let noun = Int(document.tokens[token].head)
    guard noun > token + 2, token + 1 < document.tokens.count,
      document.tokens[token + 1..<noun].contains(where: {
        [.pastVerb, .presentVerb, .thirdPersonVerb].contains($0.fineTag)
      })
    else { return }
    let next = document.tokens[token + 1]
    guard next.tag == .noun || next.tag == .properNoun || next.tag == .adjective, next.relation == .subject else {
      return
    }
    attach(token, to: token + 1, .determiner, in: &document)
  }

  /// `are to travel`: the verb is what is to be, and `be` its auxiliary.
  func mendIsTo(_ copula: Int, in document: inout Document) {
    let verb = Int(document.tokens[copula].head)
    guard verb > copula + 1, document.tokens[verb].tag == .verb,
      document.tokens[copula + 1..<verb].contains(where: { $0.fineTag == .infinitival && $0.head == Int32(verb) })
    else { return }
    document.tokens[copula].relation = .auxiliary
  }
}
