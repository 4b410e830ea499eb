internal import GraphQuery
internal import GraphModel

extension Answer {
  /// The answer for a person.
  func tableLines(_ style: OutputStyle) -> [String] {
    switch body {
    case .neighbors(let neighbors): neighbors.lines(style)
    case .paths(let paths): paths.lines(style)
    case .facts(let facts): facts.lines(style)
    case .found(let found): Self.lines(found.rows, style)
    case .why(let explanation): explanation.lines(style)
    case .identity(let identity): identity.lines(style)
    case .timeline(let timeline): timeline.lines(style)
    case .types(let rows): Self.lines(rows, style)
    case .relations(let rows): Self.lines(rows, style)
    case .stats(let statistics): statistics.lines(style)
    case .ambiguous(let ambiguity): Self.lines(ambiguity.candidates, style)
    }
  }

  fileprivate static func lines(_ rows: [Candidate], _ style: OutputStyle) -> [String] {
    guard !rows.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(title: "id"), .init(title: "name", shrinks: true), .init(title: "type"),
      .init(title: "edges", alignment: .right), .init(title: "also", shrinks: true, dropOrder: 1),
    ])
    table.rows = rows.map { row in
      [
        StyledText(row.entity.idText, .faint), StyledText(row.entity.name, .entity), StyledText(row.entity.type),
        StyledText(String(row.degree)), StyledText(row.alias ?? "", .faint),
      ]
    }
    return table.lines(style)
  }

  private static func lines(_ rows: [TypeRow], _ style: OutputStyle) -> [String] {
    var table = TextTable(columns: [.init(title: "type"), .init(title: "entities", alignment: .right)])
    table.rows = rows.map { [StyledText($0.name, .entity), StyledText(String($0.entities))] }
    return rows.isEmpty ? [] : table.lines(style)
  }

  fileprivate static func lines(_ rows: [RelationRow], _ style: OutputStyle) -> [String] {
    guard !rows.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(title: "predicate", shrinks: true), .init(title: "relation"), .init(title: "facts", alignment: .right),
      .init(title: "claims", alignment: .right), .init(title: "inverse", dropOrder: 1),
    ])
    table.rows = rows.map { row in
      [
        StyledText(row.predicate, .relation), StyledText(row.relation ?? "", .faint), StyledText(String(row.facts)),
        StyledText(row.claims == 0 ? "" : String(row.claims), .claim),
        StyledText(row.isSymmetric ? "symmetric" : row.inverse ?? "", .faint),
      ]
    }
    return table.lines(style)
  }
}

extension Answer.Entity {
  /// `NATO (Organization, #12)`.
  var heading: StyledText { StyledText(name, .entity) + StyledText(" (\(type), \(idText))", .faint) }
}

extension Answer.Neighbors {
  fileprivate func lines(_ style: OutputStyle) -> [String] {
    guard !groups.isEmpty else { return [] }
    var title = entity.heading
    title.append(": " + counted(total, "edge"))
    var lines = [title.rendered(color: style.color)]
    let digits = groups.map { String($0.total).count }.max() ?? 1
    for group in groups {
      let count = String(group.total)
      var line = StyledText("  " + String(repeating: " ", count: digits - count.count) + count + "  ")
      line.append(style.arrow(group.predicate, against: group.isIncoming), .relation)
      lines.append(line.rendered(color: style.color))
    }
    let rows = groups.flatMap { group in group.rows.map { (group, $0) } }
    let hasDepth = rows.contains { $0.1.depth > 1 }
    let hasNotes = rows.contains { !$0.1.statement.note.runs.isEmpty }
    var table = TextTable(columns: [
      .init(title: "relation", shrinks: true), .init(title: "neighbor", shrinks: true),
      .init(title: "type", dropOrder: 1),
      .init(title: "support", alignment: .right), .init(title: "dates", dropOrder: 2), .init(title: "edge"),
    ])
    if hasDepth { table.columns.insert(.init(title: "depth", alignment: .right), at: 0) }
    if hasNotes { table.columns.append(.init(title: "note", shrinks: true)) }
    table.rows = rows.map { group, row in
      let statement = row.statement
      let arrow = style.arrow(statement.mark + statement.predicate, against: group.isIncoming)
      var cells = [
        StyledText(arrow, statement.markStyle), StyledText(row.neighbor.name, .entity), StyledText(row.neighbor.type),
        StyledText(style.times + String(statement.edge.support)), StyledText(statement.dates(style), .faint),
        StyledText(statement.idText, .faint),
      ]
      if hasDepth { cells.insert(StyledText(String(row.depth)), at: 0) }
      if hasNotes { cells.append(statement.note) }
      return cells
    }
    return lines + [""] + table.lines(style)
  }
}

extension Answer.Paths {
  fileprivate func lines(_ style: OutputStyle) -> [String] {
    paths.flatMap { $0.lines(from: start, style) }
  }
}

extension Answer.Facts {
  fileprivate func lines(_ style: OutputStyle) -> [String] {
    guard !rows.isEmpty else { return [] }
    var title = entity.heading
    title.append(": " + counted(total, "statement"))
    var lines = [title.rendered(color: style.color)]
    if !aliases.isEmpty {
      let names = aliases.map(\.name).joined(separator: ", ")
      let also = StyledText("also " + names, .faint)
      lines.append(
        (style.width.map { also.truncated(to: $0, mark: style.ellipsis) } ?? also).rendered(color: style.color))
    }
    return lines + [""] + Self.table(rows, style).lines(style)
  }

  static func table(_ rows: [Answer.Statement], _ style: OutputStyle) -> TextTable {
    let hasNotes = rows.contains { !$0.note.runs.isEmpty }
    var table = TextTable(columns: [
      .init(title: "statement", shrinks: true), .init(title: "support", alignment: .right, dropOrder: 2),
      .init(title: "dates", dropOrder: 1), .init(title: "edge"),
    ])
    if hasNotes { table.columns.append(.init(title: "note", shrinks: true)) }
    table.rows = rows.map { row in
      var cells = [
        row.line(style), StyledText(style.times + String(row.edge.support)), StyledText(row.dates(style), .faint),
        StyledText(row.idText, .faint),
      ]
      if hasNotes { cells.append(row.note) }
      return cells
    }
    return table
  }
}

extension Answer.Timeline {
  fileprivate func lines(_ style: OutputStyle) -> [String] {
    guard !rows.isEmpty else { return [] }
    let hasNotes = rows.contains { !$0.statement.note.runs.isEmpty }
    var table = TextTable(columns: [
      .init(title: "date"), .init(title: "statement", shrinks: true),
      .init(title: "support", alignment: .right, dropOrder: 1),
      .init(title: "edge"),
    ])
    if hasNotes { table.columns.append(.init(title: "note", shrinks: true)) }
    table.rows = rows.map { row in
      var cells = [
        StyledText(row.date), row.statement.line(style), StyledText(style.times + String(row.support)),
        StyledText(row.statement.idText, .faint),
      ]
      if hasNotes { cells.append(row.statement.note) }
      return cells
    }
    return [entity.heading.rendered(color: style.color), ""] + table.lines(style)
  }
}

extension Answer.Statistics {
  fileprivate func lines(_ style: OutputStyle) -> [String] {
    let digits = counts.map { String($0.1).count }.max() ?? 1
    var lines = counts.map { name, count in
      String(repeating: " ", count: digits - String(count).count) + "\(count)  \(name)"
    }
    if !hubs.isEmpty { lines += [""] + Answer.lines(hubs, style) }
    if !relations.isEmpty { lines += [""] + Answer.lines(relations, style) }
    return lines
  }
}
