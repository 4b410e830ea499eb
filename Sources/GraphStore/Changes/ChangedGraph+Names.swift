extension ChangedGraph {
  func entities(named name: String) -> [EntityID] {
    var found = otherNames[ByteString(name)] ?? []
    for row in base.entities(named: name) where aliases[Int(row.rawValue)] == nil {
      if let number = entities.number(ofBase: Int(row.rawValue)) { found.append(EntityID(UInt32(number))) }
    }
    return found.sorted()
  }

  func entities(matching text: String, limit: Int) -> [EntityID] {
    guard limit > 0 else { return [] }
    let needle = caseFolded(Array(text.utf8))
    // The store ranks by its own degrees, which are right for all but the entities of the change.
    let (most, isTooMany) = limit.addingReportingOverflow(touched.count + removedEntityCount)
    var matches: [(position: Int, degree: Int, entity: EntityID)] = []
    for row in base.entities(matching: text, limit: isTooMany ? .max : most) {
      guard let number = entities.number(ofBase: Int(row.rawValue)) else { continue }
      let entity = EntityID(UInt32(number))
      if touched[entity] == nil { add(entity, needle, &matches) }
    }
    for entity in touched.keys { add(entity, needle, &matches) }
    matches.sort { ($0.position, -$0.degree, $0.entity) < ($1.position, -$1.degree, $1.entity) }
    return matches.prefix(limit).map(\.entity)
  }

  private func add(
    _ entity: EntityID, _ needle: [UInt8], _ matches: inout [(position: Int, degree: Int, entity: EntityID)]
  ) {
    let positions = names(of: entity).compactMap { firstOccurrence(of: needle, in: caseFolded(Array($0.utf8))) }
    if let position = positions.min() { matches.append((position, degree(of: entity, .both), entity)) }
  }

  private func names(of entity: EntityID) -> [String] { [name(of: entity)] + aliases(of: entity).map(\.name) }

  private var removedEntityCount: Int { base.entityCount + addedEntities.count - entityCount }
}
