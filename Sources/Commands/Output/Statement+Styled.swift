internal import GraphQuery
internal import GraphModel

extension Answer.Statement {
  /// `!` for what is denied, `?` for what is not certain; empty for a fact.
  var mark: String {
    (edge.polarity == .negated ? "!" : "") + (edge.modality == .certain ? "" : "?")
  }

  var markStyle: TextStyle { edge.polarity == .negated ? .denied : edge.modality == .certain ? .relation : .claim }

  /// `denied, planned, says Mark Rutte`; empty for a fact that the text itself asserts.
  var note: StyledText {
    var parts: [StyledText] = []
    if edge.polarity == .negated { parts.append(StyledText("denied", .denied)) }
    if edge.modality != .certain { parts.append(StyledText(edge.modality.name, .claim)) }
    if let attribution { parts.append(StyledText("says \(attribution.name)", .faint)) }
    return parts.dropFirst().reduce(parts.first ?? StyledText()) { $0 + StyledText(", ") + $1 }
  }

  /// `Mark Rutte ─leads→ NATO`.
  func line(_ style: OutputStyle) -> StyledText {
    var line = StyledText(subject.name, .entity)
    line.append(" " + style.arrow(mark + predicate) + " ", markStyle)
    line.append(object.name, .entity)
    return line
  }

  /// `2025-04-02`, or the first and the last date.
  func dates(_ style: OutputStyle) -> String {
    switch (edge.firstDate, edge.lastDate) {
    case (let first?, let last?) where first != last:
      // Within a year the second one goes without it.
      first + (style.unicode ? " – " : " - ") + (last.prefix(5) == first.prefix(5) ? String(last.dropFirst(5)) : last)
    case (let first?, _): first
    case (nil, let last?): last
    case (nil, nil): ""
    }
  }
}

extension Answer.Paths.Path {
  /// The path with the ids of its edges behind it; a line that is too long is broken before an edge.
  func lines(from start: Answer.Entity, _ style: OutputStyle) -> [String] {
    var parts = steps.map { step in
      (
        gap: " ",
        text: StyledText(arrow(of: step, style) + " ", step.statement.markStyle)
          + StyledText(step.reached.name, .entity)
      )
    }
    parts.append(
      (gap: "  ", text: StyledText("[" + steps.map(\.statement.idText).joined(separator: " ") + "]", .faint)))
    let lines = StyledText(start.name, .entity).lines(appending: parts, width: style.width, indent: "    ")
    return lines.map { $0.rendered(color: style.color) }
  }

  /// The path as one line: `A ─leads→ B ←member of─ C`.
  func line(from start: Answer.Entity, _ style: OutputStyle) -> StyledText {
    var line = StyledText(start.name, .entity)
    for step in steps {
      line.append(" " + arrow(of: step, style) + " ", step.statement.markStyle)
      line.append(step.reached.name, .entity)
    }
    return line
  }

  private func arrow(of step: Answer.Paths.Step, _ style: OutputStyle) -> String {
    style.arrow(step.statement.mark + step.statement.predicate, against: step.isBackward)
  }
}
