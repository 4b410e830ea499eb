import GraphQuery
import GraphModel

/// Answers in plain rows, as the golden files have them.
enum AnswerText {
  static func lines(_ answer: Answer) -> [String] {
    body(answer) + answer.notes.map { "note: \($0.text)" }
  }

  static func lines(_ error: QueryError) -> [String] {
    ["error \(error.code) at \(error.place ?? "-"): \(error.message)"] + (error.remedy.map { ["  " + $0] } ?? [])
  }

  private static func body(_ answer: Answer) -> [String] {
    switch answer.content {
    case let neighbors as Answer.Neighbors:
      return ["\(entity(neighbors.entity)): \(neighbors.total)"]
        + neighbors.groups.flatMap { group in
          ["\(group.isIncoming ? "<-" : "->") \(group.predicate) \(group.total)"]
            + group.rows.map { "  \(statement($0.statement)) => \($0.neighbor.name) depth \($0.depth)" }
        }
    case let paths as Answer.Paths:
      return paths.paths.enumerated().flatMap { number, path in
        ["path \(number + 1), length \(path.steps.count)"]
          + path.steps.map { "  \(statement($0.statement))\($0.isBackward ? " backward" : "") => \($0.reached.name)" }
      }
    case let facts as Answer.Facts:
      return [
        "\(entity(facts.entity)): \(facts.total), also " + facts.aliases.map(\.name).joined(separator: ", ")
      ] + facts.rows.map(statement)
    case let found as Answer.Found: return found.rows.map(candidate)
    case let why as Answer.Explanation:
      return [statement(why.statement)]
        + why.proofs.flatMap { proof in
          [
            "  \(proof.document) \(proof.date ?? "undated") sentence \(proof.sentenceNumber) \(proof.rules)",
            "    \(proof.sentence)",
          ]
        }
    case let identity as Answer.Identity:
      return ["\(entity(identity.entity))"]
        + identity.names.map { name in
          "  \(name.text) [\(name.rule ?? "-")] x\(name.uses)"
            + (name.first.map { " \($0.document) sentence \($0.sentenceNumber): \($0.sentence)" } ?? "")
        }
    case let timeline as Answer.Timeline:
      return timeline.rows.map { "\($0.date) x\($0.support) \(statement($0.statement))" }
    case let types as Answer.Types: return types.rows.map { "\($0.name) \($0.entities)" }
    case let relations as Answer.Relations: return relations.rows.map(relation)
    case let matches as Answer.Matches:
      return matches.rows.map { row in
        zip(matches.variables, row.entities).map { "\($0) = \($1.name)" }.joined(separator: ", ") + ": "
          + row.statements.map(statement).joined(separator: "; ")
      }
    case let stats as Answer.Statistics:
      return [
        "\(stats.entities) entities, \(stats.predicates) predicates, \(stats.edges) edges, \(stats.degrees.facts)+\(stats.degrees.reported)+\(stats.degrees.claims) facts, "
          + "\(stats.documents) documents, \(stats.evidence) pieces of evidence"
      ] + stats.hubs.prefix(3).map(candidate) + stats.relations.prefix(2).map(relation)
    case let edges as Answer.Edges: return edges.rows.map(statement)
    case let counts as Answer.Counts: return counts.rows.map { "\($0.name) \($0.count)" }
    case let list as Answer.Listing:
      return list.rows.map { candidate($0.candidate) + ($0.lastDate.map { " last \($0)" } ?? "") }
    case let common as Answer.Common:
      return common.rows.map { "\($0.entity.name): " + $0.statements.map(statement).joined(separator: "; ") }
    case let disputes as Answer.Disputes:
      return disputes.rows.map { "\(statement($0.first)) against \(statement($0.second))" }
    case let reading as Answer.Reading:
      return ["\(reading.document.name) \(reading.document.title ?? "-")"]
        + reading.rows.flatMap { row in ["\(row.number) \(row.text)"] + row.statements.map { "  \(statement($0))" } }
    case let ambiguity as Answer.Ambiguity:
      return ["ambiguous: \(ambiguity.reference.spelling)"] + ambiguity.candidates.map { "  " + candidate($0) }
    default:
      // A verb without a form of its own: its rows as programs get them.
      return answer.content.records.map { $0.fields.map { "\($0.name): \($0.value)" }.joined(separator: ", ") }
    }
  }

  private static func entity(_ entity: Answer.Entity) -> String { "\(entity.name) (\(entity.type)) \(entity.idText)" }

  private static func candidate(_ candidate: Answer.Candidate) -> String {
    "\(entity(candidate.entity)) degree \(candidate.degree)" + (candidate.alias.map { " also \($0)" } ?? "")
  }

  private static func statement(_ statement: Answer.Statement) -> String {
    "\(statement.idText) \(statement.subject.name) | \(statement.predicate) | \(statement.object.name)"
      + (statement.claimMark.map { " [\($0)]" } ?? "") + (statement.attribution.map { " by \($0.name)" } ?? "")
      + " x\(statement.edge.support)"
  }

  private static func relation(_ row: Answer.Relations.Row) -> String {
    "\(row.predicate) (\(row.relation ?? "-")) \(row.edges.facts)+\(row.edges.reported)+\(row.edges.claims)"
      + (row.inverse.map { " inverse \($0)" } ?? "") + (row.isSymmetric ? " symmetric" : "")
  }
}
