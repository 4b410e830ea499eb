internal import Bytes

extension GraphFile {
  public func name(of entity: EntityID) -> String { names[Int(entity.rawValue)] }

  public func appendName(of entity: EntityID, to buffer: inout [UInt8]) {
    unsafe names.withBytes(Int(entity.rawValue)) { unsafe buffer.append(contentsOf: $0) }
  }

  public func type(of entity: EntityID) -> String { strings[types.string(of: Int(entity.rawValue))] }

  public func aliases(of entity: EntityID) -> [GraphContent.Alias] {
    aliasTable.rows(of: Int(entity.rawValue)).map {
      GraphContent.Alias(name: aliasTable.names[$0.name], rule: strings[$0.rule])
    }
  }

  public func entities(named name: String) -> [EntityID] {
    let key = Array(name.utf8)
    var found = names.places(of: key).map { EntityID(UInt32($0)) }
    let aliases = aliasTable.names.places(of: key)
    if aliases.isEmpty { return found }
    found += aliases.flatMap(owners(ofAlias:))
    found.sortAndRemoveRepetitions()
    return found
  }

  public func entities(matching text: String, limit: Int) -> [EntityID] {
    guard limit > 0 else { return [] }
    let needle = caseFolded(Array(text.utf8))
    var positions: [EntityID: Int] = [:]
    for entity in entities(foldedPrefix: needle) { positions[entity] = 0 }
    if positions.count < limit { findInside(needle, &positions) }
    var matches = positions.map { (position: $1, degree: degree(of: $0, .both), entity: $0) }
    matches.sort { ($0.position, -$0.degree, $0.entity) < ($1.position, -$1.degree, $1.entity) }
    return matches.prefix(limit).map(\.entity)
  }

  public func predicate(_ id: PredicateID) -> GraphContent.Predicate {
    let row = predicateTable.row(Int(id.rawValue))
    return GraphContent.Predicate(
      name: strings[row.name], relation: optionalString(row.relation), inverse: optionalString(row.inverse),
      isSymmetric: row.isSymmetric)
  }

  /// The string that an optional column means: one more than its number, 0 for nil.
  func optionalString(_ value: UInt64) -> String? { value == 0 ? nil : strings[Int(value) - 1] }

  /// Entities with a name or alias whose lower-case form begins with `prefix`, some perhaps twice.
  private func entities(foldedPrefix prefix: [UInt8]) -> [EntityID] {
    names.places(ofPrefix: prefix).map { EntityID(UInt32($0)) }
      + aliasTable.names.places(ofPrefix: prefix).flatMap(owners(ofAlias:))
  }

  /// Adds the first position of `needle` in the names of all entities by reading every name.
  private func findInside(_ needle: [UInt8], _ positions: inout [EntityID: Int]) {
    names.forEach(in: 0..<names.count) { number, bytes in
      if let position = firstOccurrence(of: needle, in: caseFolded(bytes)) {
        positions.merge([EntityID(UInt32(number)): position], uniquingKeysWith: min)
      }
      return true
    }
    aliasTable.names.forEach(in: 0..<aliasTable.names.count) { number, bytes in
      if let position = firstOccurrence(of: needle, in: caseFolded(bytes)) {
        for owner in owners(ofAlias: number) { positions.merge([owner: position], uniquingKeysWith: min) }
      }
      return true
    }
  }

  private func owners(ofAlias alias: Int) -> [EntityID] {
    aliasTable.owners(of: alias).compactMap { owner in
      guard owner < counts.entities else {
        names.section.recordDamage("entity \(owner) of \(counts.entities)")
        return nil
      }
      return EntityID(UInt32(owner))
    }
  }
}
