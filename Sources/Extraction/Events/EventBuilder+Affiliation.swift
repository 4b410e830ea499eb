import Language
import SchemaFiles

/// To which body a named person belongs: `Baggio Leung of Youngspiration`, `DAB's Ben Chan`, `Jeremy Tam (Civic
/// Party)`.
extension EventBuilder {
  /// False when `token` is no body of the person before or behind it, and nothing is said.
  @discardableResult
  mutating func proposeAffiliation(_ token: Int) -> Bool {
    let word = document.tokens[token]
    guard word.head != Token.noHead, let body = namedEntity(token), let person = namedEntity(Int(word.head)) else {
      return false
    }
    let type = entities.entities[body].type
    guard types.isPerson(entities.entities[person].type) else {
      if word.relation == .possessive, body != person { proposeBelonging(token, type, entities.entities[person].type) }
      return false
    }
    let isPlace = types.isPlace(type)
    guard isPlace || types.isA(type, .organization) || type == EntityTypes.unknown else { return false }
    switch word.relation {
    case .possessive: if isPlace { return false }
    case .nominalModifier:
      let preposition = phrases.preposition(of: token)
      guard preposition == "of" && !isPlace || preposition == "from" || preposition == "with" && !isPlace else {
        return false
      }
    default: guard isInBrackets(token), !isPlace else { return false }
    }
    let marker = phrases.prepositionAndMarker(of: token).marker ?? tree.child(of: token, .caseMarker)
    let bytes = namer.bytes([marker ?? token])
    let head = Int(word.head)
    if isPlace {
      let phrase = PredicatePhrase(name: "be", keys: [WordingKey(.verb, "be from")], bytes: bytes)
      emit(
        [head], PredicatePhrase(name: "be", keys: [], bytes: bytes),
        roles: [RoleWords(name: "from", heads: [token], phrase: phrase)], clause: nil, rules: [.affiliation])
    } else {
      let isEmployer = types.isA(type, ["Company"])
      let keys = isEmployer ? [WordingKey(.verb, "work for")] : [WordingKey(.noun, "member of")]
      emit(
        [head], PredicatePhrase(name: "be of", keys: keys, bytes: bytes), [token], clause: nil,
        rules: [.affiliation])
    }
    return true
  }

  /// `North Korea's KCNA`, `Ukraine's Kharkiv`: what has a name of its own belongs to a body, or is in a place.
  private mutating func proposeBelonging(_ owner: Int, _ ownerType: String, _ type: String) {
    let head = Int(document.tokens[owner].head)
    let bytes = namer.bytes([tree.child(of: owner, .caseMarker) ?? owner])
    if types.isPlace(type) {
      guard types.isPlace(ownerType) else { return }
      return emitPlace(of: head, "in", [owner], at: tree.child(of: owner, .caseMarker) ?? owner, clause: nil)
    }
    guard types.isA(ownerType, .geopoliticalEntity, .organization), !types.isA(type, .date, .event) else {
      return
    }
    let keys = [WordingKey(.verb, "be part of")]
    emit(
      [head], PredicatePhrase(name: "belong", keys: [], bytes: bytes),
      roles: [RoleWords(name: "to", heads: [owner], phrase: PredicatePhrase(name: "belong", keys: keys, bytes: bytes))],
      clause: nil, rules: [.affiliation])
  }

  private func namedEntity(_ token: Int) -> Int? {
    guard document.tokens[token].tag != .pronoun, let number = entities.entity(atHead: token),
      entities.entities[number].isNamed
    else { return nil }
    return number
  }

  private func isInBrackets(_ token: Int) -> Bool {
    let start = tree.span(of: token).lowerBound
    return ["(", "["].contains(document.form(of: document.tokens[start]))
      || start > 0 && ["(", "["].contains(document.form(of: document.tokens[start - 1]))
  }
}
