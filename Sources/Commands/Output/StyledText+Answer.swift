internal import GraphQuery

extension StyledText {
  /// The text of an answer as `style` draws it. Pieces that look alike become one run.
  init(_ text: AnswerText, _ style: OutputStyle) {
    self.init()
    var words = ""
    var role = AnswerText.Role.plain
    for piece in text.pieces {
      let (next, nextRole) = Self.drawn(piece, style)
      if nextRole != role {
        append(words, TextStyle(role))
        (words, role) = ("", nextRole)
      }
      words += next
    }
    append(words, TextStyle(role))
  }

  private static func drawn(_ piece: AnswerText.Piece, _ style: OutputStyle) -> (String, AnswerText.Role) {
    switch piece {
    // Without colors a mark has to show it.
    case .words(let words, .found): (style.color ? words : "[\(words)]", .found)
    case .words(let words, let role): (words, role)
    case .mark(let mark, let role): (style.adapted(mark), role)
    case .arrow(let arrow, let role):
      (arrow.before + style.arrow(arrow) + arrow.after, role)
    }
  }
}

extension TextStyle {
  init(_ role: AnswerText.Role) {
    self =
      switch role {
      case .plain: .plain
      case .entity: .entity
      case .relation: .relation
      case .faint: .faint
      case .claim: .claim
      case .denied: .denied
      case .heading: .heading
      case .subject: .subject
      case .object: .object
      case .found: .found
      }
  }
}

extension TextTable {
  init(_ table: AnswerTable, _ style: OutputStyle) {
    self.init(columns: table.columns, rows: table.rows.map { $0.map { StyledText($0, style) } })
  }
}
