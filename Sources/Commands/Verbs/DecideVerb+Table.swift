internal import Bytes
internal import GraphModel
internal import GraphQuery

extension DecideVerb {
  /// Bytes of a table.
  private static let longest = 64 << 20

  private enum Column: String, CaseIterable {
    case decision, entity, type = "entity_type", other, otherType = "other_type"
  }

  /// Carries out what the table `file` decides.
  func carryOut<Graph: GraphView>(
    _ file: String, in session: Session<Graph>
  ) throws(StatementFailure) -> Session<Graph>.Outcome {
    let decisions: [(line: Int, step: NamingStep?)]
    do {
      decisions = try Self.decisions(CSVReader.rows(of: InputStream(FilePath(file)).readAll(limit: Self.longest)), file)
    } catch {
      throw .statement(error as? any DiagnosticError ?? CommandError.cannotRead(path: file, reason: 0))
    }
    var (merged, apart, left, standing) = (0, 0, 0, 0)
    for (line, step) in decisions {
      guard let step else {
        left += 1
        continue
      }
      guard let change = try session.carryOut(step, "\(file):\(line)") else { continue }
      switch (change.effect, change.decision.kind) {
      case (.stood, _): standing += 1
      case (_, .merge): merged += 1
      case (_, .split): apart += 1
      }
    }
    try session.tellDecided(merged: merged, apart: apart, left: left, standing: standing)
    return merged + apart + standing > 0 ? .answered : .empty
  }

  /// The decision of each row; nil where there is none yet.
  private static func decisions(
    _ rows: [CSVReader.Row], _ path: String
  ) throws(CommandError) -> [(line: Int, step: NamingStep?)] {
    let head = rows.first?.fields.map { $0.trimmed.lowercased() } ?? []
    var columns: [Column: Int] = [:]
    for column in Column.allCases {
      guard let number = head.firstIndex(of: column.rawValue) else {
        throw .invalidTable(
          .decisions, path: path, line: rows.first?.line ?? 1,
          expected: "the columns of suggest, \"\(column.rawValue)\" among them",
          found: head.isEmpty ? "nothing" : head.joined(separator: ", ").shortened())
      }
      columns[column] = number
    }
    var decisions: [(line: Int, step: NamingStep?)] = []
    for row in rows.dropFirst() {
      func field(_ column: Column) -> String {
        let number = columns[column] ?? 0
        return row.fields.indices.contains(number) ? row.fields[number] : ""
      }
      let entity = NamingDecision.Entity(name: field(.entity), type: field(.type))
      let other = NamingDecision.Entity(name: field(.other), type: field(.otherType))
      switch field(.decision).trimmed.lowercased() {
      case "y", "yes", "merge": decisions.append((row.line, .merge(entity, into: other)))
      case "n", "no", "apart": decisions.append((row.line, .apart(entity, from: other)))
      case "", "l", "later": decisions.append((row.line, nil))
      case let word:
        throw .invalidTable(
          .decisions, path: path, line: row.line, expected: "y, n or nothing as the decision",
          found: "“\(word.shortened())”")
      }
    }
    return decisions
  }
}
