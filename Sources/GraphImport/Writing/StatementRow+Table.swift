internal import GraphModel
internal import GraphStore

extension StatementRow {
  /// Adds the statement to `table`, or leaves nothing in it.
  ///
  /// - Parameter relations: the predicate of each relation of the schema, by its name there.
  func add(
    to table: inout TripleTable, _ relations: [String: GraphContent.Predicate]
  ) throws(ImportProblem) {
    do throws(ContentError) {
      for text in [subject, predicate, object, subjectType, objectType, relation, attribution, role] {
        try GraphContent.checkLength(text.count)
      }
      let number = try table.predicate(predicate)
      if !relation.isEmpty { table.setRelation(String(decoding: relation, as: UTF8.self), of: number) }
      if !role.isEmpty { table.setRole(String(decoding: role, as: UTF8.self), of: number) }
      if let known = relations[String(decoding: relation, as: UTF8.self)], predicate.elementsEqual(known.name.utf8) {
        table.combine(known, of: number)
      }
      table.append(
        subject: try Self.entity(subject, subjectType, &table), predicate: number,
        object: try object.isEmpty ? Self.nothing(&table) : Self.entity(object, objectType, &table), polarity, modality,
        source: attribution.isEmpty ? nil : try table.source(attribution))
    } catch {
      throw ImportProblem(error)
    }
  }

  private static func nothing(_ table: inout TripleTable) throws(ContentError) -> UInt32 {
    try table.entity([], type: table.type(GraphContent.Entity.nothing.type))
  }

  private static func entity(
    _ name: ArraySlice<UInt8>, _ type: ArraySlice<UInt8>, _ table: inout TripleTable
  ) throws(ContentError) -> UInt32 {
    try table.entity(
      name, type: table.type(type.isEmpty ? GraphContent.Entity.generalType : String(decoding: type, as: UTF8.self)))
  }
}
