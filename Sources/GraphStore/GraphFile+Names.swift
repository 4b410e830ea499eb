internal import Bytes

extension GraphFile {
  public func name(of entity: EntityID) -> String { names[Int(entity.rawValue)] }

  public func type(of entity: EntityID) -> String { strings[types.string(of: Int(entity.rawValue))] }

  public func aliases(of entity: EntityID) -> [GraphContent.Alias] {
    aliasTable.rows(of: Int(entity.rawValue)).map {
      GraphContent.Alias(name: aliasTable.names[$0.name], rule: strings[$0.rule])
    }
  }

  public func entities(named name: String) -> [EntityID] {
    let key = Array(name.utf8)
    var found: Set<EntityID> = []
    names.forEach(in: names.lowerBound(key)..<names.count) { number, bytes in
      guard bytes == key else { return false }
      found.insert(EntityID(UInt32(number)))
      return true
    }
    let alias = aliasTable.names.lowerBound(key)
    if alias < aliasTable.names.count, aliasTable.names.bytes(alias) == key { found.formUnion(owners(ofAlias: alias)) }
    return found.sorted()
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
    let first = firstFold { byteOrder($0, prefix) >= 0 }
    let end = firstFold { byteOrder($0, prefix) >= 0 && !$0.starts(with: prefix) }
    return (first..<max(first, end)).flatMap { place in
      let number = Int(foldOrder[place])
      return number < counts.entities ? [EntityID(UInt32(number))] : owners(ofAlias: number - counts.entities)
    }
  }

  /// The first place of the lower-case order whose name passes `test`, as all behind it do.
  private func firstFold(where test: ([UInt8]) -> Bool) -> Int {
    var low = 0
    var high = foldOrder.count
    while low < high {
      let middle = (low + high) / 2
      if test(caseFolded(name(atFold: middle))) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The name at `place` of the lower-case order.
  private func name(atFold place: Int) -> [UInt8] {
    let number = Int(foldOrder[place])
    return number < counts.entities ? names.bytes(number) : aliasTable.names.bytes(number - counts.entities)
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
