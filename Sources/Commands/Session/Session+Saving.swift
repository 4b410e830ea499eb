internal import GraphModel
internal import GraphQuery

extension Session {
  /// A statement of the prompt as `save` writes it; it has not run yet, so that the rows that it means are there.
  func asTyped(_ text: String) -> TypedStatement {
    let rows = lastAnswer?.content.records
    let unaliased = (try? bindings.withoutAlias(text)) ?? text
    let read = (try? bindings.withoutVariables(unaliased, rows: rows)) ?? unaliased
    let verb = StatementLexer.firstWord(of: read).flatMap { verbTable.all.named($0.text) }
    var statement = TypedStatement(text: text, verb: verb, bindings: bindings)
    // Names in the words of an alias are read later.
    if statement.sessionVerb?.takesVariables == false { return statement }
    statement.names = Self.names(in: unaliased)
    let isRow = { [hasKeptRows] (name: String) in name == Bindings.firstName ? !hasKeptRows : Int(name) != nil }
    // Rows that the words of an alias mean are written in their place.
    let hasMore = statement.names.count(where: isRow) > Self.names(in: text).count(where: isRow)
    statement.text = hasMore ? unaliased : text
    let replaced = try? bindings.replacing(statement.text) { name throws(CommandError) in
      guard isRow(name) else { return nil }
      if let number = Int(name) {
        guard let rows, number >= 1, number <= rows.count else { return nil }
        return rows[number - 1].reference.map(lasting)
      }
      let row = rows?.first(where: { $0.entityID != nil })
      return row?.entityID.map(lasting)
    }
    statement.text = replaced ?? statement.text
    return statement
  }

  /// The names that `text` uses, without their marks.
  private static func names(in text: String) -> [String] {
    var names: [String] = []
    _ = try? Bindings().replacing(text) { name throws(CommandError) in
      names.append(name)
      return nil
    }
    return names
  }

  /// Remembers a statement of the prompt for `save`.
  ///
  /// - Parameter outcome: what came of it.
  func keep(_ statement: TypedStatement, _ outcome: Outcome) {
    guard outcome == .answered || outcome == .empty else { return }
    if statement.changesStore {
      if outcome == .answered { kept.leaveOut(statement.text) }
      return
    }
    let own = statement.sessionVerb
    // A name of several entities would end a script.
    let isAmbiguous = own == nil && lastAnswer?.content is Answer.Ambiguity
    if own?.isKept ?? true, !isAmbiguous { kept.add(statement, bindings) }
    if own == nil { hasKeptRows = !isAmbiguous }
  }

  /// What a script calls the row that `reference` means: an entity by its name where no other has it, for the ids are
  /// those of this graph alone.
  private func lasting(_ reference: String) -> String {
    guard reference.hasPrefix("#"), let number = UInt32(reference.dropFirst()), number < UInt32(graph.entityCount)
    else { return Bindings.spelled(reference) }
    let name = graph.name(of: EntityID(number))
    guard graph.entities(named: name) == [EntityID(number)] else { return reference }
    let keywords = verbTable.graph.flatMap { $0.syntax.keywords }
    return (name.contains(" ") ? NameSpelling.quoted(name) : NameSpelling.typed(name, keywords: keywords)) ?? reference
  }

  /// Refuses to write over what is at `path`: a statement has no word that would replace it.
  func refuseExisting(_ path: String) throws(StatementFailure) {
    do throws(CommandError) {
      try ExportTarget.refuseExisting(path, isForced: false)
    } catch {
      throw .statement(CommandError.nameTaken(path))
    }
  }
}
