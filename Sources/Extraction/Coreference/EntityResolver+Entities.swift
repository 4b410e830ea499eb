import Bytes
import Language

extension EntityResolver {
  /// Makes the entity of every group that is merged into no other, and gives it the mentions of those that are.
  mutating func makeEntities(_ groups: [NameGroup], merges: GroupMerges) {
    var builders: [Int: Int] = [:]
    // In the order of first mention, whatever was merged into what.
    let order = groups.indices.filter { merges.ambiguous[$0] == nil && !groups[$0].mentions.isEmpty }.sorted {
      (groups[$0].mentions[0]) < (groups[$1].mentions[0])
    }
    for group in order {
      let root = merges.root(of: group)
      let builder: Int
      if let known = builders[root] {
        builder = known
      } else {
        builder = makeEntity(groups[root])
        builders[root] = builder
      }
      for mention in groups[group].mentions { join(mention, to: builder) }
      add(groups[group], to: builder, rule: group == root ? nil : merges.rules[group])
    }
  }

  private mutating func makeEntity(_ group: NameGroup) -> Int {
    var entity = EntityBuilder(type: group.type >= 0 ? group.type : types.unknown)
    entity.isTypeCertain = group.isTypeCertain
    entity.isNamed = true
    entity.words = group.words
    if let entry = group.entry {
      if entry.use == .people {
        entity.isPlural = true
      } else {
        entity.known = entry.entity
        builderOfKnown[entry.entity] = entities.count
      }
    }
    if group.type >= 0, types.isGroup(group.type) { entity.isPlural = true }
    if types.isBody(entity.type) || types.isPlace(entity.type) { entity.gender = .neuter }
    entities.append(entity)
    return entities.count - 1
  }

  /// Adds the forms of `group`; those merged by `rule` keep it.
  private mutating func add(_ group: NameGroup, to entity: Int, rule: String?) {
    for (form, count) in group.forms {
      named[NameKey.folded(form)] = entity
      entities[entity].forms[form, default: 0] += count
      if let rule { entities[entity].rules[form] = rule }
    }
    if entities[entity].gender == nil { entities[entity].gender = group.gender }
    if types.isPerson(entities[entity].type) {
      entities[entity].isTypeCertain = entities[entity].isTypeCertain || group.isTypeCertain
    }
    if let entry = group.entry, entry.use != .people { addKnownRules(group, entry, to: entity) }
  }

  /// Why the spellings of a known entity are its names.
  private mutating func addKnownRules(_ group: NameGroup, _ entry: NameEntry, to entity: Int) {
    for form in group.forms.keys where entities[entity].rules[form] == nil {
      let entries = context.lexicon.names.entries(for: form).filter { $0.entity == entry.entity }
      if entries.contains(where: { $0.use == .name }) {
        entities[entity].rules[form] = context.lexicon.names.isSpelled(form, for: entry.entity) ? "schema" : "case"
      } else if entries.contains(where: { $0.use == .demonym }) {
        entities[entity].rules[form] = FullName.Rule.demonym.rawValue
      } else {
        let isSeat = context.lexicon.names.entities(seatedAt: NameKey.folded(form)).contains(entry.entity)
        entities[entity].rules[form] = isSeat ? "metonymy" : "context"
      }
    }
  }

  /// Gives each mention of a surname that several people have to the one most often named in full before it, or first:
  /// relatives of whom a text speaks are named in full. To nobody when none is named before.
  mutating func resolveAmbiguousSurnames(_ groups: [NameGroup], merges: GroupMerges) {
    for (group, candidates) in merges.ambiguous.sorted(by: { $0.key < $1.key }) {
      var rest = groups[group]
      rest.mentions = []
      rest.forms = [:]
      let fullNames = fullNames(of: candidates.compactMap { groups[$0].mentions.first })
      for mention in groups[group].mentions {
        let text = context.text(found[mention].tokens)
        if let entity = mostNamed(fullNames, before: mention) {
          join(mention, to: entity)
          entities[entity].forms[text, default: 0] += 1
          entities[entity].rules[text] = "surname"
        } else {
          rest.mentions.append(mention)
          rest.forms[text, default: 0] += 1
        }
      }
      guard !rest.mentions.isEmpty else { continue }
      let entity = makeEntity(rest)
      for mention in rest.mentions { join(mention, to: entity) }
      entities[entity].forms = rest.forms
    }
  }

  /// By entity: where the people of these mentions are named in full, ascending.
  private func fullNames(of mentions: [Int]) -> [(entity: Int, mentions: [Int])] {
    Set(mentions.map { entityOf[$0] }).filter { $0 >= 0 }.sorted().map { entity in
      (entity, entities[entity].mentions.filter { found[$0].tokens.count > 1 }.sorted())
    }
  }

  /// The person whose full name stands most often before `mention`, of several the one named first; nil when none does.
  /// A title may exclude by gender.
  private func mostNamed(_ people: [(entity: Int, mentions: [Int])], before mention: Int) -> Int? {
    var most: (count: Int, first: Int, entity: Int)?
    for (entity, mentions) in people {
      if let gender = gender(ofTitle: mention), let other = entities[entity].gender, gender != other { continue }
      let before = mentions.indices.first(behind: { mentions[$0] < mention })
      guard before > 0 else { continue }
      if most.map({ ($0.count, -$0.first) < (before, -mentions[0]) }) ?? true { most = (before, mentions[0], entity) }
    }
    return most?.entity
  }

  private func gender(ofTitle mention: Int) -> Gender? {
    guard let title = found[mention].title else { return nil }
    let flags = title.reduce(into: WordClass.Flags()) { $0.formUnion(context.form($1).flags) }
    if flags.contains(.maleHonorific) { return .male }
    return flags.contains(.femaleHonorific) ? .female : nil
  }
}
