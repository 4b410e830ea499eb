internal import GraphModel
internal import GraphStore

extension LabeledStatement {
  /// Adds the statement, which has no evidence, to `table`, or leaves nothing in it.
  func add(to table: inout TripleTable) throws(ImportProblem) {
    do throws(ContentError) {
      let entities = [subject, object, speaker].compactMap(\.self)
      let texts = [predicate.name, predicate.role ?? "", predicate.relation ?? ""]
      for text in texts + entities.flatMap({ [$0.name, $0.type] }) { try GraphContent.checkLength(text.utf8.count) }
      let number = try table.predicate(Array(predicate.name.utf8)[...])
      table.combine(predicate, of: number)
      table.append(
        subject: try Self.entity(subject, &table), predicate: number,
        object: try Self.entity(object ?? .init(name: "", type: GraphContent.Entity.nothing.type), &table), polarity,
        modality, source: try speaker.map { speaker throws(ContentError) in try Self.entity(speaker, &table) })
    } catch {
      throw ImportProblem(error)
    }
  }

  private static func entity(
    _ entity: NamingDecision.Entity, _ table: inout TripleTable
  ) throws(ContentError) -> UInt32 {
    try table.entity(Array(entity.name.utf8)[...], type: table.type(entity.type))
  }
}

extension GraphRecord {
  /// Adds what is known of a predicate or an entity to `table`; nothing of others.
  func add(to table: inout TripleTable) throws(ImportProblem) {
    do throws(ContentError) {
      switch self {
      case .predicate(let predicate):
        table.combine(predicate, of: try table.predicate(Array(predicate.name.utf8)[...]))
      case .entity(let entity):
        let number = try table.entity(Array(entity.name.utf8)[...], type: table.type(entity.type))
        for alias in entity.aliases { try table.addAlias(Array(alias.name.utf8)[...], rule: alias.rule, to: number) }
      case .document, .more, .decision: break
      }
    } catch {
      throw ImportProblem(error)
    }
  }
}
