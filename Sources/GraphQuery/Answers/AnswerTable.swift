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
    /// Whether a cell that does not fit goes on below, at spaces, rather than being cut.
    public var wraps: Bool

    /// - Parameter wraps: a column that wraps gives way, too.
    /// - Complexity: O(1).
    public init(
      title: String, alignment: Alignment = .left, shrinks: Bool = false, wraps: Bool = false, dropOrder: Int? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.shrinks = shrinks || wraps
      self.wraps = wraps
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

  /// So many rows are drawn at most: the widths of columns are known only when all rows are. Nobody reads more.
  public static let mostRows = 10_000
  /// Bytes of text that a table has room for, so that long names do not take all memory.
  static let mostBytes = 16 << 20

  /// Draws the first of `rows`, as many as the bounds allow and there is room for.
  init<Row>(_ columns: [Column], drawing rows: AnswerRows<Row>, _ bounds: DrawingBounds, _ cells: (Row) -> [AnswerText])
  {
    self.columns = columns
    self.rows = []
    var room = Self.mostBytes
    for row in rows {
      guard bounds.allows(behind: self.rows.count) else { break }
      let drawn = cells(row)
      room -= drawn.reduce(0) { $0 + $1.byteCount }
      // One row is drawn, however long it is.
      if room < 0, !self.rows.isEmpty { break }
      self.rows.append(drawn)
    }
  }

  /// The table, and below it how many of `count` rows it does not show.
  func blocks(of count: Int) -> [AnswerBlock] {
    [.table(self)] + (count > rows.count ? [.undrawn(count - rows.count)] : [])
  }

  mutating func dropFirstColumn() {
    columns.removeFirst()
    for row in rows.indices { rows[row].removeFirst() }
  }

  /// Takes the last column away where all its cells are empty.
  mutating func dropLastColumnIfEmpty() {
    guard rows.allSatisfy({ $0.last?.isEmpty ?? true }) else { return }
    columns.removeLast()
    for row in rows.indices { rows[row].removeLast() }
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
  /// So many rows more than people are shown.
  case undrawn(Int)

  public struct WalkPart: Sendable, Equatable {
    public var gap: String
    public var text: AnswerText
  }
}
