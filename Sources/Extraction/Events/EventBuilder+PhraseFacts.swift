import Language
import TreePatterns

/// What rules over noun phrases ask of the document.
extension EventBuilder: PhraseFacts {
  func holds(_ fact: WordFact, of word: Int) -> Bool {
    switch fact {
    case .mentioned: entities.entity(atHead: word) != nil
    case .named: entities.entity(atHead: word).map { entities.entities[$0].isNamed } ?? false
    case .referential: isReferential(word)
    // `Ambassador to the United States`: an office, for all its capital.
    case .proper: isNamed(word) && (isInName(word) || !namer.isOffice(word))
    case .place: isPlace(word)
    case .time: times.isTime(word)
    case .told: toldEvents.contains(word)
    }
  }

  func entity(of word: Int) -> Int? { entities.entity(atHead: word) }

  func isA(_ allowed: [String], _ word: Int) -> Bool {
    entities.entity(atHead: word).map { types.isA(entities.entities[$0].type, allowed) } ?? false
  }

  func name(at word: Int) -> Range<Int>? { name(at: word)?.tokens }

  func preposition(of word: Int) -> String { phrases.preposition(of: word) }

  func conjuncts(of word: Int) -> [Int] { heads(word) }

  private func isPlace(_ token: Int) -> Bool {
    if let label = document.tokens[token].entity.label { return label == .geopoliticalEntity || label == .location }
    return isNamedPlace(token)
  }
}
