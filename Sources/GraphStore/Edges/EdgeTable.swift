internal import GraphModel

/// The statements of a normalized content as edges, each with the run of its evidence.
struct EdgeTable {
  struct Row {
    /// By positions in the content.
    var key: EdgeKey<Int, Int>
    /// Positions of its statements in the content: those with evidence, or the one without.
    var statements: Range<Int>

    var symbol: Symbol { Symbol(predicate: key.predicate, kind: key.kind) }
  }

  private(set) var rows: [Row] = []

  /// - Parameter content: as ``GraphContent/normalized()`` returns it.
  init(_ content: GraphContent) {
    for (index, statement) in content.statements.enumerated() {
      let key = statement.key
      if let last = rows.last, last.key == key {
        rows[rows.count - 1].statements = last.statements.lowerBound..<index + 1
      } else {
        rows.append(Row(key: key, statements: index..<index + 1))
      }
    }
  }
}
