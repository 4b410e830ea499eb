internal import ExternalSort
internal import GraphModel
internal import GraphStore

extension SpilledResources {
  /// Puts the edges of a part into `table`, with the entities at their ends.
  ///
  /// - Parameters:
  ///   - names: of the part, from ``names()``.
  ///   - relations: the numbers of the predicates in `table`.
  func move(
    _ part: Int, _ names: ScratchFile, _ relations: [UInt32], into table: inout TripleTable
  ) throws {
    var reader = ScratchReader(names, 0..<names.count)
    var entities: [UInt32] = []
    while !reader.isAtEnd {
      let name = try reader.counted()
      let type = try table.type(String(decoding: try reader.counted(), as: UTF8.self))
      let entity = try table.entity(name[...], type: type)
      for _ in 0..<(try reader.varint()) { try table.addAlias(try reader.counted()[...], to: entity) }
      let iri = try reader.counted()
      if !iri.isEmpty { try table.addAlias(iri[...], rule: GraphContent.Alias.iriRule, to: entity) }
      entities.append(entity)
    }
    reader = ScratchReader(edges, parts[part].edges)
    while !reader.isAtEnd {
      let subject = entities[Int(try reader.number())]
      let predicate = relations[Int(try reader.number())]
      table.append(subject: subject, predicate: predicate, object: entities[Int(try reader.number())])
    }
  }
}
