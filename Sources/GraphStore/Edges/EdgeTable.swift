internal import GraphModel

/// The statements of a normalized content as edges, each with the run of its evidence.
struct EdgeTable {
  struct Row {
    var subject: Int
    var predicate: Int
    var object: Int
    var polarity: Polarity
    var modality: Modality
    var attribution: Int?
    /// Positions of its statements in the content: those with evidence, or the one without.
    var statements: Range<Int>

    var symbol: Symbol {
      Symbol(predicate: predicate, kind: StatementKind(polarity, modality, isAttributed: attribution != nil))
    }
  }

  private(set) var rows: [Row] = []

  /// - Parameter content: as ``GraphContent/normalized()`` returns it.
  init(_ content: GraphContent) {
    for (index, statement) in content.statements.enumerated() {
      if let last = rows.last, last.holds(statement) {
        rows[rows.count - 1].statements = last.statements.lowerBound..<index + 1
      } else {
        rows.append(
          Row(
            subject: statement.subject, predicate: statement.predicate, object: statement.object,
            polarity: statement.polarity, modality: statement.modality, attribution: statement.attribution,
            statements: index..<index + 1))
      }
    }
  }
}

extension EdgeTable.Row {
  fileprivate func holds(_ statement: GraphContent.Statement) -> Bool {
    subject == statement.subject && predicate == statement.predicate && object == statement.object
      && polarity == statement.polarity && modality == statement.modality && attribution == statement.attribution
  }
}
