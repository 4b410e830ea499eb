import GraphModel
import Language

extension EntityResolver {
  /// The mentions and entities as the rest of extraction sees them; nouns of no known type only where the text comes
  /// back to them.
  func result() -> DocumentEntities {
    let isKept = entities.map { entity in
      !entity.mentions.isEmpty
        && (entity.isNamed || entity.type != types.unknown || entity.mentions.count > 1
          || entity.mentions.contains { found[$0].mention.kind == .pronoun })
    }
    var mentions: [Mention] = []
    var newMention = [Int](repeating: -1, count: found.count)
    for (index, mention) in found.enumerated() {
      let entity = entityOf[index]
      guard entity < 0 ? mention.mention.kind == .pronoun : isKept[entity] else { continue }
      newMention[index] = mentions.count
      var kept = mention.mention
      kept.type = entity < 0 ? nil : types.names[entities[entity].type]
      mentions.append(kept)
    }
    let order = entities.indices.filter { isKept[$0] }
      .sorted { (entities[$0].mentions.min() ?? 0, $0) < (entities[$1].mentions.min() ?? 0, $1) }
    var newEntity = [Int](repeating: -1, count: entities.count)
    for (index, entity) in order.enumerated() { newEntity[entity] = index }

    var entityOfHead = [Int32](repeating: -1, count: tokens.count)
    for token in tokens.indices where mentionOfHead[token] >= 0 {
      let entity = entityOf[Int(mentionOfHead[token])]
      if entity >= 0 { entityOfHead[token] = Int32(newEntity[entity]) }
    }
    let meanings = meaningsOfAcronyms()
    let locals = order.map { local(entities[$0], mentions: mentions, newMention: newMention, meanings: meanings) }
    return DocumentEntities(
      mentions: mentions, entities: locals, entityOfHead: entityOfHead,
      membersOfHead: membersOfHead.mapValues { $0.map { newEntity[$0] } })
  }

  private func local(
    _ builder: EntityBuilder, mentions: [Mention], newMention: [Int], meanings: [String: String]
  ) -> LocalEntity {
    let kept = builder.mentions.map { newMention[$0] }.filter { $0 >= 0 }.sorted()
    let representative = representative(of: builder)
    let forms = builder.forms.map { LocalEntity.Form(text: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    let name =
      builder.known >= 0
      ? context.lexicon.names.name(of: builder.known)
      : builder.isNamed ? FullName.best(of: forms) : context.text(found[representative].tokens)
    var local = LocalEntity(
      name: name, type: types.names[builder.type], isNamed: builder.isNamed,
      representative: found[representative].mention,
      mentions: kept)
    local.representative.type = local.type
    local.forms = forms
    local.isKnown = builder.known >= 0
    local.isTypeCertain = builder.isTypeCertain
    local.gender = builder.gender == .neuter ? nil : builder.gender
    local.titles = Set(builder.titles.map(\.text)).filter { !$0.isEmpty }.sorted()
    local.aliases = aliases(of: builder, name: name)
    local.standsFor = builder.isNamed && builder.known < 0 ? meanings[name] : nil
    return local
  }

  /// The mention that says most: the fullest name, or the first description.
  private func representative(of builder: EntityBuilder) -> Int {
    let kind: Mention.Kind = builder.isNamed ? .name : .nominal
    let candidates = builder.mentions.filter { found[$0].mention.kind == kind }.sorted()
    guard builder.isNamed else { return plainest(of: candidates) ?? builder.mentions[0] }
    return candidates.min { fullness($0) < fullness($1) } ?? builder.mentions[0]
  }

  private func fullness(_ mention: Int) -> (Int, Int, Int) {
    (found[mention].isModifier ? 1 : 0, -found[mention].tokens.count, mention)
  }

  private func aliases(of builder: EntityBuilder, name: String) -> [GraphContent.Alias] {
    guard builder.isNamed else { return [] }
    var rules: [String: String] = [:]
    for form in builder.forms.keys where form != name {
      rules[form] = builder.rules[form] ?? FullName.difference(of: form, from: name)
    }
    for title in builder.titles where title.owner >= 0 && title.text != name && !title.text.isEmpty {
      rules[title.text] = "title"
    }
    for mention in builder.mentions where found[mention].mention.kind == .nominal && builder.known >= 0 {
      let head = found[mention].head
      if context.lexicon.names.epithets[context.document.lemma(of: tokens[head])]?.contains(builder.known) == true {
        rules["the " + context.text(found[mention].tokens)] = "epithet"
      }
    }
    return rules.map { GraphContent.Alias(name: $0.key, rule: $0.value) }.sorted { $0.name < $1.name }
  }
}
