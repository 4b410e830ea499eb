import Language
import SchemaFiles

extension EventBuilder {
  /// `launched strikes on Iran`, `strikes were launched on Iran by Israel`: with a verb of little meaning of its own,
  /// the event is that of the noun, with the qualifiers of the clause; false for other clauses, of which nothing is
  /// said.
  mutating func proposeLight(_ index: Int, _ agents: [Int]) -> Bool {
    let clause = list.clauses[index]
    let light = document.lemma(of: document.tokens[clause.predicate])
    guard !agents.isEmpty, clause.indirectObject == nil, clause.particle == nil,
      lexicon.lightVerbs.contains(light), !lexicon.receivingVerbs.contains(light),
      let object = clause.isPassive ? clause.subject : clause.object, object == transparent(object),
      let noun = commonNoun(object), heads(noun).count == 1, !isNarrowed(noun),
      !lexicon.rousingVerbs.contains(light) || agents.allSatisfy({ isSomebody($0) || isOfSomebody($0) })
    else { return false }
    let behind = tree.children(of: noun, .nominalModifier).filter { $0 > noun }.map { phrase in
      let (words, marker) = phrases.prepositionAndMarker(of: phrase)
      return Clause.Oblique(head: phrase, preposition: words, marker: marker)
    }
    let complements = (behind + clause.obliques).filter { oblique in
      !oblique.preposition.isEmpty && oblique.source == nil && !oblique.isIdiom && isReferential(oblique.head)
        && !times.isTime(oblique.head) && oblique.head != clause.agent
    }
    guard
      let frame = lexicon.frames.frame(
        ofNoun: document.lemma(of: document.tokens[noun]), with: complements.map(\.preposition)),
      let verb = lexicon.frames.table.verb(of: frame), isTold(by: complements, of: frame)
    else { return false }
    let bytes = namer.bytes([clause.predicate, noun])
    var objects: [Int] = []
    var roles: [RoleWords] = []
    var keys = [WordingKey(.verb, verb)]
    for complement in complements where lexicon.rolePrepositions.contains(complement.preposition) {
      if objects.isEmpty, lexicon.frames.isObject(complement.preposition, of: frame) {
        objects = withExamples(heads(complement.head))
        // The schema may know the light verb with its noun.
        keys = namer.verbal(clause, noun: noun, preposition: complement).keys + keys
      } else {
        let light = namer.verbal(clause, noun: noun, preposition: complement).keys
        roles.append(
          RoleWords(
            name: complement.preposition, heads: heads(complement.head),
            phrase: PredicatePhrase(
              name: verb, keys: light + [WordingKey(.verb, "\(verb) \(complement.preposition)")], bytes: bytes),
            includesObject: true))
      }
    }
    toldEvents.insert(noun)
    if objects.isEmpty, lexicon.frames.isSymmetric(verb), areTogether(agents, roles) {
      // Once for each two: who agrees with somebody is agreed with.
      for (position, agent) in agents.enumerated() {
        let others = Array(agents[(position + 1)...])
        let with = RoleWords(
          name: "with", heads: others,
          phrase: PredicatePhrase(
            name: verb, keys: ["\(verb) with", verb].map { WordingKey(.verb, $0) }, bytes: bytes))
        if others.isEmpty, roles.isEmpty { continue }
        emit(
          [agent], PredicatePhrase(name: verb, keys: keys, bytes: bytes),
          roles: (others.isEmpty ? [] : [with]) + roles,
          adjuncts: adjuncts(of: index), clause: index, rules: clause.rules + [.event, .reciprocal])
      }
      return true
    }
    emit(
      agents, PredicatePhrase(name: verb, keys: keys, bytes: bytes), objects, roles: roles,
      adjuncts: adjuncts(of: index), clause: index, rules: clause.rules + [.event])
    return true
  }

  /// Whether one of the phrases fills the object or another role that tells more than where.
  private func isTold(by complements: [Clause.Oblique], of frame: Int) -> Bool {
    complements.contains {
      lexicon.frames.isObject($0.preposition, of: frame)
        || lexicon.frames.isRole($0.preposition, of: frame) && !["at", "in"].contains($0.preposition)
    }
  }
}
