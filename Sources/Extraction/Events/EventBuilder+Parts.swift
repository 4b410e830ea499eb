import Language

/// Nouns that stand for what another word names: a number, a part or a kind of it.
extension EventBuilder {
  /// `one of the largest ports`, which is not the largest; `three of the victims`, which are not the victims. But
  /// `three of 22 districts` are districts.
  func isSomeOfAll(_ head: Int) -> Bool {
    guard let whole = whole(ofNumber: head) else { return false }
    if tree.child(of: whole, .determiner) != nil { return true }
    // `one of his stories`: within a name a pronoun says nothing.
    if let owner = tree.child(of: whole, .possessive) { return document.tokens[owner].tag != .pronoun }
    return tree.children(of: whole, .adjectivalModifier).contains {
      document.tokens[$0].fineTag == .superlativeAdjective
    }
  }

  /// The phrase that a transparent noun stands for: `a number of allies` are allies.
  func transparent(_ head: Int) -> Int {
    if let whole = whole(ofNumber: head) ?? name(rightBehind: head) ?? place(ofKind: head) ?? person(behind: head) {
      return whole
    }
    guard lexicon.transparentNouns.contains(document.lemma(of: document.tokens[head])),
      let content = tree.children(of: head, .nominalModifier).first(where: {
        phrases.preposition(of: $0) == "of" && isReferential($0) && !isNamed($0) && !isMeasure($0)
      }), entities.entity(atHead: head) == nil
    else { return content(ofNobody: head) ?? head }
    // `hundreds of millions of dollars`.
    if lexicon.numberNouns.contains(document.lemma(of: document.tokens[content])) { return head }
    // `the rest of the country`, which is not the country; but `half of the troops` are troops.
    let isPart = lexicon.partNouns.contains(document.lemma(of: document.tokens[head]))
    return isPart && document.tokens[content].fineTag == .singularNoun ? head : content
  }

  /// `a range of 700 km`, `billions of euros`.
  func isMeasure(_ token: Int) -> Bool {
    document.tokens[token].entity.label.map { [.money, .percent, .quantity].contains($0) } ?? false
      || types.type(ofNoun: document.lemma(of: document.tokens[token])).map { types.isA($0, .money) } ?? false
  }

  /// `localist Wong Yeung-tat`, `debutants Panama`: who or what has the name, where a parser takes the noun before it
  /// for the head; nil where there is a comma between.
  func name(rightBehind head: Int) -> Int? {
    guard document.tokens[head].tag == .noun, nameAt[head] < 0 else { return nil }
    return tree.children(of: head).lazy.map(Int.init).first { child in
      guard [.apposition, .flat].contains(document.tokens[child].relation), child > head, nameAt[child] >= 0 else {
        return false
      }
      let name = entities.mentions[Int(nameAt[child])]
      guard name.head == child, name.tokens.lowerBound > head else { return false }
      return (head + 1..<name.tokens.lowerBound).allSatisfy {
        document.tokens[$0].tag != .punctuation || document.tokens[$0].fineTag == .hyphen
      }
    }
  }

  /// `an independent who joined no camp, Edward Yiu, won`: who has the name, where the noun before the comma is of no
  /// known type; nil for other words.
  func person(behind head: Int) -> Int? {
    guard document.tokens[head].fineTag == .singularNoun, nameAt[head] < 0, entities.entity(atHead: head) == nil else {
      return nil
    }
    return tree.children(of: head, .apposition).first { $0 > head && nameAt[$0] >= 0 && isPerson($0) }
  }

  /// `the town of Yeoncheon`: the place that has the name; nil for other words.
  func place(ofKind head: Int) -> Int? {
    guard lexicon.placeKindNouns.contains(document.form(of: document.tokens[head])), nameAt[head] < 0 else {
      return nil
    }
    return tree.children(of: head, .nominalModifier).first { place in
      place > head && nameAt[place] >= 0 && phrases.preposition(of: place) == "of" && heads(place).count == 1
        && entities.entity(atHead: place).map { types.isPlace(entities.entities[$0].type) } ?? false
    }
  }

  /// `the towns of Morek and Latamneh`, `the governments of France and Spain`: the places that have the names; none for
  /// other words, and for one place.
  func places(ofKind head: Int) -> [Int] {
    let lemma = document.lemma(of: document.tokens[head])
    guard document.tokens[head].fineTag == .pluralNoun, nameAt[head] < 0,
      lexicon.placeKindNouns.contains(lemma) || lexicon.governmentNouns.contains(lemma)
    else { return [] }
    for place in tree.children(of: head, .nominalModifier) where place > head && phrases.preposition(of: place) == "of"
    {
      let places = tree.conjuncts(of: place)
      if places.count > 1, places.allSatisfy({ nameAt[$0] >= 0 && isNamedPlace($0) }) { return places }
    }
    return []
  }

  /// `14 of 22 districts`, `three of the ministers`: what they are; nil for other words.
  func whole(ofNumber head: Int) -> Int? {
    guard document.tokens[head].tag == .numeral else { return nil }
    return tree.children(of: head, .nominalModifier).first {
      ["of", "out of"].contains(phrases.preposition(of: $0)) && document.tokens[$0].fineTag == .pluralNoun
    }
  }
}
