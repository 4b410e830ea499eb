public import GraphModel

/// `show DOCUMENT [limit N]`
public struct ShowVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "show", usage: "show DOCUMENT [limit N]", summary: "a text sentence by sentence, with what was read from it",
    operands: [.document], options: [.limit], examples: ["show nato limit 10"])

  public var document: NameReference

  public init(reading parser: inout StatementParser) throws(QueryError) {
    document = try parser.document()
  }

  /// - Complexity: O(*n* + *e*) for all *n* edges and *e* pieces of evidence of the graph.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let document = try evaluator.document(document)
    let limit = limit ?? 50
    let edges = evaluator.edgesBySentence(of: document)
    let count = min(limit, document.sentenceCount)
    evaluator.noteRows(shown: count, total: document.sentenceCount, limit: limit)
    return Answer.Reading(
      document: document,
      rows: AnswerRows(count: count) { [reader = evaluator.reader, edges] number in
        Answer.Reading.Row(
          number: number + 1, text: reader.graph.sentence(number, of: document.id) ?? "",
          statements: edges[number].map { reader.statement($0) })
      }, edges: edges.prefix(count).flatMap { $0 })
  }
}

extension Evaluator {
  /// By sentence of a document the edges that it says and that are to be shown, ascending; those of which nothing but a
  /// name is said are left out.
  fileprivate mutating func edgesBySentence(of document: DocumentRecord) -> [[EdgeID]] {
    let (found, left) = edges(saidIn: [document.id], places: document.sentenceCount) { evidence in
      evidence.document == document.id ? evidence.sentence : nil
    }
    note(left)
    return found
  }
}

extension Answer {
  /// A text with what was read from it.
  public struct Reading: AnswerContent {
    public struct Row: Sendable {
      /// Number of the sentence, from 1.
      public var number: Int
      public var text: String
      public var statements: [Statement]
    }

    public var document: DocumentRecord
    public var rows: AnswerRows<Row>
    var edges: [EdgeID]
  }
}

extension DocumentRecord {
  /// `Ministers meet in Brussels`, and below it the id, date and source.
  var heading: [AnswerBlock] {
    let facts = [name, date, source].compactMap { $0 }.joined(separator: ", ")
    guard let title else { return [.line(AnswerText(facts, .heading))] }
    return [.line(AnswerText(title, .heading)), .line(AnswerText(facts, .faint))]
  }
}

extension Answer.Reading {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "\(document.name) has no sentence" }
  public var part: AnswerPart? { AnswerPart(edges: edges) }

  public var records: AnswerRows<Record> {
    rows.each { [document] row in
      var record = Record()
      record.add("document", .text(document.name))
      record.add("sentence", .integer(row.number))
      record.add("text", .text(row.text))
      record.add("edges", .list(row.statements.map(\.idText)))
      record.add("statements", .records(row.statements.map { Record($0) }), onlyJSON: true)
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    var blocks = document.heading
    var drawn = 0
    for row in rows {
      guard bounds.allows(behind: drawn) else { break }
      drawn += 1
      let words = row.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      blocks += [.gap, .paragraph(AnswerText(words))]
      for statement in row.statements {
        var line = AnswerText(statement.idText + "  ", .faint) + statement.line
        if !statement.note.isEmpty { line.append(AnswerText("  ") + statement.note) }
        blocks.append(.line(AnswerText("  ") + line))
      }
    }
    return blocks + (drawn < rows.count ? [.undrawn(rows.count - drawn)] : [])
  }
}
