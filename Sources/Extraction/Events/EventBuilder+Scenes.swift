import GraphModel
import Language

/// Where people came to harm, and who of a group is named.
extension EventBuilder {
  /// `eight were killed when a boat sank on the Niger`, `blew up a car in Kampala, killing three`: the places of the
  /// clause beside one that tells of harm, where it has none of its own.
  func scene(of clause: Clause, _ own: [Clause.Oblique]) -> [Clause.Oblique] {
    guard isHarm(clause), !own.contains(where: { Self.settings.contains($0.preposition) }) else { return [] }
    let before =
      clause.link == .adverbial && document.tokens[clause.predicate].fineTag == .gerund ? clause.governor : nil
    let behind = tree.children(of: clause.predicate, .adverbialClause).filter { occasion in
      let marker = tree.child(of: occasion, .marker) ?? tree.child(of: occasion, .adverbialModifier)
      return marker.map { ["after", "as", "when"].contains(document.form(of: document.tokens[$0])) } ?? false
    }
    for other in (before.map { [$0] } ?? []) + behind {
      guard let index = list.index(ofPredicate: other), contexts[index].modality == .certain,
        contexts[index].polarity == .affirmed
      else { continue }
      let places = list.clauses[index].obliques.filter { oblique in
        Self.settings.contains(oblique.preposition) && oblique.source == nil && isNamedPlace(oblique.head)
      }
      if !places.isEmpty { return places }
    }
    return []
  }

  /// Whether a word is of a place with a name.
  func isNamedPlace(_ head: Int) -> Bool {
    entities.entity(atHead: head).map {
      entities.entities[$0].isNamed && types.isPlace(entities.entities[$0].type)
    } ?? false
  }

  private func isHarm(_ clause: Clause) -> Bool {
    let lemma = document.lemma(of: document.tokens[clause.predicate])
    return lexicon.woundingVerbs.contains(lemma) || lexicon.deathVerbs.contains(lemma)
  }

  /// Prepositions of where something happens.
  private static let settings: Set<String> = ["in", "near", "off", "on", "outside"]

  /// `met officials, including Aoun`, `companies such as Shell and BP`: with those who are many, the ones with names.
  ///
  /// - Parameter isAlike: whether only those of the kind that the noun tells: `destinations including Spain` are nobody
  ///   with whom one works.
  func withExamples(_ heads: [Int], isAlike: Bool = false) -> [Int] {
    heads.flatMap { head -> [Int] in
      guard document.tokens[head].fineTag == .pluralNoun, nameAt[head] < 0 else { return [head] }
      return [head] + examples(of: head).filter { !isAlike || isOne($0, of: head) }
    }
  }

  /// The names behind `including` or `such as`.
  func examples(of head: Int) -> [Int] {
    tree.children(of: head, .nominalModifier).filter { example in
      example > head && lexicon.memberPrepositions.contains(phrases.preposition(of: example))
    }.flatMap { heads($0) }.filter { nameAt[$0] >= 0 && isNamed($0) }
  }

  /// Whether the type of a name is that of the noun, or one below it.
  private func isOne(_ name: Int, of noun: Int) -> Bool {
    guard let type = types.type(ofNoun: document.lemma(of: document.tokens[noun])),
      let number = entities.entity(atHead: name)
    else { return false }
    return types.isA(entities.entities[number].type, [type])
  }
}
