internal import Bytes
internal import GraphModel

extension ChangedGraph {
  func entities(named name: String) -> [EntityID] {
    var found = otherNames[ByteString(name)] ?? []
    for row in base.entities(named: name) where aliases[Int(row.rawValue)] == nil {
      if let number = entities.number(ofBase: Int(row.rawValue)) { found.append(EntityID(UInt32(number))) }
    }
    return found.sorted()
  }

  func searchNames(for text: String, at place: NamePlace, _ body: ([NameMatch], _ read: Int) -> Bool) {
    var goesOn = true
    base.searchNames(for: text, at: place) { matches, read in
      let kept = matches.compactMap { match -> NameMatch? in
        let row = Int(match.entity.rawValue)
        guard aliases[row] == nil, let number = entities.number(ofBase: row) else { return nil }
        return NameMatch(entity: EntityID(UInt32(number)), position: match.position)
      }
      goesOn = body(kept, read)
      return goesOn
    }
    guard goesOn else { return }
    let needle = FoldedText(text)
    for (name, owners) in otherNames {
      let position = needle.position(in: name.string, at: place)
      guard body(position.map { at in owners.map { NameMatch(entity: $0, position: at) } } ?? [], 1) else { return }
    }
  }
}
