import GraphModel

extension CatalogMerger {
  /// The entities in order, and the numbers by ticket and local entity.
  func result(counts: [Int]) -> ResolvedCatalog {
    var members: [Int: [Int]] = [:]
    for bucket in buckets.indices { members[root(of: bucket), default: []].append(bucket) }
    var entities: [(root: Int, entity: GraphContent.Entity)] = members.keys.sorted().map { root in
      (root, entity(root, members: members[root] ?? [root]))
    }
    addSurnames(&entities)
    entities.sort { first, second in
      let (a, b) = (first.entity, second.entity)
      return a.name == b.name
        ? a.type.utf8.lexicographicallyPrecedes(b.type.utf8) : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
    var numberOfRoot: [Int: Int] = [:]
    for (number, pair) in entities.enumerated() { numberOfRoot[pair.root] = number }
    var numbers = counts.map { [Int32](repeating: -1, count: $0) }
    for (index, record) in records.enumerated() {
      if let number = numberOfRoot[root(of: bucketOf[index])] { numbers[record.ticket][record.local] = Int32(number) }
    }
    return ResolvedCatalog(entities: entities.map(\.entity), numbers: numbers)
  }

  /// People ask by surname even where every document gives the full name: a surname that nobody and nothing else has.
  private func addSurnames(_ entities: inout [(root: Int, entity: GraphContent.Entity)]) {
    var owners: [String: Int] = [:]
    for (_, entity) in entities {
      for name in Set([entity.name] + entity.aliases.map(\.name)) { owners[name, default: 0] += 1 }
      if entity.type == "Person", let surname = FullName.surname(of: entity.name) { owners[surname, default: 0] += 1 }
    }
    for index in entities.indices where entities[index].entity.type == "Person" {
      guard let surname = FullName.surname(of: entities[index].entity.name), owners[surname] == 1 else { continue }
      entities[index].entity.aliases.append(GraphContent.Alias(name: surname, rule: "surname"))
      entities[index].entity.aliases.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
  }

  private func entity(_ root: Int, members: [Int]) -> GraphContent.Entity {
    var counts: [String: Int] = [:]
    var aliases: [String: Set<String>] = [:]
    var known: String?
    for bucket in members {
      for index in buckets[bucket].records {
        let local = records[index].entity
        if local.isKnown { known = local.name }
        let ruled = Set(local.aliases.map(\.name))
        for form in local.forms {
          counts[form.text, default: 0] += form.count
          if let rule = buckets[bucket].rule, !ruled.contains(form.text) {
            aliases[form.text, default: []].insert(rule)
          }
        }
        for alias in local.aliases { aliases[alias.name, default: []].insert(alias.rule) }
      }
    }
    let forms = counts.map { LocalEntity.Form(text: $0.key, count: $0.value) }
    var name = known ?? FullName.best(of: forms)
    if let distinction = buckets[root].distinction {
      aliases[name] = ["homonym"]
      name += " (\(distinction))"
    }
    var entity = GraphContent.Entity(name: name, type: buckets[root].type)
    for form in counts.keys where aliases[form] == nil { aliases[form] = [FullName.difference(of: form, from: name)] }
    entity.aliases = aliases.compactMap { form, rules in
      // One rule is enough; the first by bytes, so that it is always the same.
      form == name ? nil : rules.min().map { GraphContent.Alias(name: form, rule: $0) }
    }
    entity.aliases += votes(of: members, for: entity.type).map { GraphContent.Alias(name: name, rule: $0.rule) }
    entity.aliases.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return entity
  }
}
