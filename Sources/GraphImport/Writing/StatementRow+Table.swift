internal import GraphModel
internal import GraphStore

extension StatementRow {
  /// Adds the statement to `table`, or leaves nothing in it.
  func add(to table: inout TripleTable) throws(ImportProblem) {
    do throws(ContentError) {
      for text in [subject, predicate, object, subjectType, objectType, relation, attribution] {
        try GraphContent.checkLength(text.count)
      }
      let number = try table.predicate(predicate)
      if !relation.isEmpty { table.setRelation(String(decoding: relation, as: UTF8.self), of: number) }
      table.append(
        subject: try Self.entity(subject, subjectType, &table), predicate: number,
        object: try Self.entity(object, objectType, &table), polarity, modality,
        source: attribution.isEmpty ? nil : try table.source(attribution))
    } catch {
      throw ImportProblem(error)
    }
  }

  private static func entity(
    _ name: ArraySlice<UInt8>, _ type: ArraySlice<UInt8>, _ table: inout TripleTable
  ) throws(ContentError) -> UInt32 {
    try table.entity(
      name, type: table.type(type.isEmpty ? GraphContent.Entity.generalType : String(decoding: type, as: UTF8.self)))
  }
}
