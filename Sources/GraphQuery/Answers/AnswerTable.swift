public import GraphModel

/// Rows in columns for people.
public struct AnswerTable: Sendable, Equatable {
  public enum Alignment: Sendable { case left, right }

  public struct Column: Sendable, Equatable {
    public var title: String
    public var alignment: Alignment
    /// Whether the column gives way when the terminal is narrow.
    public var shrinks: Bool
    /// Columns with a number are left out when shrinking is not enough, the lowest first.
    public var dropOrder: Int?

    public init(title: String, alignment: Alignment = .left, shrinks: Bool = false, dropOrder: Int? = nil) {
      self.title = title
      self.alignment = alignment
      self.shrinks = shrinks
      self.dropOrder = dropOrder
    }
  }

  public var columns: [Column]
  /// As many cells a row as there are columns.
  public var rows: [[AnswerText]]

  public init(_ columns: [Column], rows: [[AnswerText]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Appends a column with a cell for each row, unless all cells are empty.
  mutating func appendUnlessEmpty(_ column: Column, _ cells: [AnswerText]) {
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    columns.append(column)
    for (row, cell) in cells.enumerated() { rows[row].append(cell) }
  }
}

/// A part of an answer for people, one below the other.
public enum AnswerBlock: Sendable, Equatable {
  /// A line of any length.
  case line(AnswerText)
  /// A line that is cut where the terminal ends.
  case cutLine(AnswerText)
  /// Indented, and broken at spaces where the terminal ends.
  case paragraph(AnswerText)
  /// An empty line.
  case gap
  case table(AnswerTable)
  /// A walk: a line that is broken before one of its parts. Each part stands behind its gap.
  case walk(AnswerText, parts: [WalkPart])
  /// A sentence with the parts of a statement marked in it.
  case sentence(Answer.Proof)
  /// The sentence of each edge, where the reader wants them; they are usual below few rows.
  case proofs([EdgeID], areUsual: Bool)

  public struct WalkPart: Sendable, Equatable {
    public var gap: String
    public var text: AnswerText
  }
}
