/// Rows of an answer, each made when it is asked for: an answer keeps what the search found, and millions of rows are
/// written without being in memory together.
public struct AnswerRows<Row: Sendable>: RandomAccessCollection, Sendable {
  public let count: Int
  private let row: @Sendable (Int) -> Row

  /// - Parameter row: makes a row of its number, from 0.
  /// - Complexity: O(1).
  public init(count: Int, _ row: @escaping @Sendable (Int) -> Row) {
    self.count = count
    self.row = row
  }

  /// Rows that are there already.
  ///
  /// - Complexity: O(1).
  public init(_ rows: [Row]) { self.init(count: rows.count) { rows[$0] } }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  /// Makes a row.
  ///
  /// - Complexity: that of looking up its names.
  public subscript(number: Int) -> Row { row(number) }

  /// What `make` makes of each row, when it is asked for.
  ///
  /// - Complexity: O(1).
  public func each<Other: Sendable>(_ make: @escaping @Sendable (Row) -> Other) -> AnswerRows<Other> {
    AnswerRows<Other>(count: count) { [row] in make(row($0)) }
  }
}

extension AnswerRows: ExpressibleByArrayLiteral {
  /// - Complexity: O(1).
  public init(arrayLiteral rows: Row...) { self.init(rows) }
}
