internal import Bytes
public import GraphModel

extension GraphFile {
  public func name(of entity: EntityID) -> String { names[Int(entity.rawValue)] }

  public func appendName(of entity: EntityID, to buffer: inout [UInt8]) {
    unsafe names.withBytes(Int(entity.rawValue)) { unsafe buffer.append(contentsOf: $0) }
  }

  public func type(of entity: EntityID) -> String { sharedStrings[types.string(of: Int(entity.rawValue))] }

  public func aliases(of entity: EntityID) -> [GraphContent.Alias] {
    aliasTable.rows(of: Int(entity.rawValue)).map {
      GraphContent.Alias(name: aliasTable.names[$0.name], rule: sharedStrings[$0.rule])
    }
  }

  public var aliasRules: [String] { aliasTable.ruleStrings.map { sharedStrings[$0] } }

  public func entities(named name: String) -> [EntityID] {
    let key = Array(name.utf8)
    var found = names.places(of: key).map { EntityID(UInt32($0)) }
    let aliases = aliasTable.names.places(of: key)
    if aliases.isEmpty { return found }
    found += aliases.flatMap(owners(ofAlias:))
    found.sortAndRemoveRepetitions()
    return found
  }

  public func searchNames(for text: String, at place: NamePlace, _ body: ([NameMatch], _ read: Int) -> Bool) {
    let needle = FoldedText(text)
    var goesOn = true
    names.search(for: needle, at: place) { found, read in
      goesOn = body(found.map { NameMatch(entity: EntityID(UInt32($0.string)), position: $0.position) }, read)
      return goesOn
    }
    guard goesOn else { return }
    aliasTable.names.search(for: needle, at: place) { found, read in
      let matches = found.flatMap { alias in
        owners(ofAlias: alias.string).map { NameMatch(entity: $0, position: alias.position) }
      }
      return body(matches, read)
    }
  }

  public func predicate(_ id: PredicateID) -> GraphContent.Predicate {
    let row = predicateTable.row(Int(id.rawValue))
    return GraphContent.Predicate(
      name: sharedStrings[row.name], role: optionalString(row.role), relation: optionalString(row.relation),
      inverse: optionalString(row.inverse),
      isSymmetric: row.isSymmetric)
  }

  /// The string that an optional column means: one more than its number, 0 for nil.
  func optionalString(_ value: UInt64) -> String? { value == 0 ? nil : sharedStrings[Int(value) - 1] }

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
