public import GraphModel

/// `documents [source S] [since D] [until D] [stories] [limit N]`
public struct DocumentsVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "documents", aliases: ["docs"], usage: "documents [source S] [since D] [until D] [stories] [limit N]",
    summary: "the texts that were read, latest first",
    options: [
      VerbOption("source", "only of this source", operand: .source), .since, .until,
      VerbOption("stories", "one line for each story, its earliest print"), .limit,
    ], examples: ["documents", "documents stories since 2025-04 limit 10"])

  public var source: NameReference?
  public var period = Period()
  /// Whether prints of one story are one row.
  public var showsStories = false

  public init(reading parser: inout StatementParser) throws(QueryError) {
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "source": source = try parser.name(after: "source", "a source")
      case "since": period.since = try parser.date("since")
      case "stories":
        try parser.take(keyword)
        showsStories = true
      case "until": period.until = try parser.date("until")
      default: try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: O(*d* log *d*) for all *d* documents.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    let ofSource = try source.map { (source) throws(Interruption) in
      Set(try evaluator.documents(from: source).map(\.id))
    }
    var found: [(date: String, id: DocumentID)] = []
    var undated = 0
    for number in 0..<UInt32(evaluator.graph.documentCount) {
      let id = DocumentID(number)
      guard ofSource?.contains(id) ?? true else { continue }
      let document = evaluator.graph.document(id)
      guard evaluator.budget.allows(5 + document.sentenceCount / 16), evaluator.budget.mayHold(48 * found.count) else {
        break
      }
      if period.overlaps(document.date, document.date) {
        found.append((document.date ?? "", id))
      } else if document.date == nil {
        undated += 1
      }
    }
    let prints = showsStories ? StoryPrints(found.map(\.id), in: evaluator.graph) : StoryPrints()
    if showsStories { found = found.filter { prints.isShown($0.id) } }
    evaluator.budget.sort(&found) { a, b in a.date != b.date ? a.date > b.date : a.id < b.id }
    if undated > 0 { evaluator.note(.undatedLeftOut(undated)) }
    evaluator.noteRows(shown: min(limit, found.count), total: found.count, limit: limit)
    let shown = Array(found.prefix(limit))
    return Answer.Documents(
      rows: AnswerRows(count: shown.count) { [graph = evaluator.graph, shown] number in
        let id = shown[number].id
        return Answer.Documents.Row(
          document: graph.document(id), story: graph.document(graph.story(of: id)).name,
          copies: prints.copies(of: id).map { graph.document($0).name })
      }, showsStories: showsStories, total: found.count)
  }
}

extension Answer {
  /// Texts that were read.
  public struct Documents: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var document: DocumentRecord
      /// Id of the first document of its story, in the order of ids.
      public var story: String
      /// Ids of the other prints of its story, by date, where stories are asked for.
      public var copies: [String]
    }

    /// Latest first, those without a date last.
    public var rows: AnswerRows<Row>
    /// Whether each row is a story.
    public var showsStories: Bool
    public var total: Int
  }
}

extension Answer.Documents {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "there is no such document" }

  public var records: AnswerRows<Record> {
    rows.each { [showsStories] row in
      let document = row.document
      var record = Record()
      record.add("document", .text(document.name))
      record.add("date", document.date)
      record.add("source", document.source)
      record.add("title", document.title)
      record.add("sentences", .integer(document.sentenceCount))
      record.add("story", .text(row.story), onlyJSON: !showsStories)
      if showsStories { record.add("copies", .list(row.copies)) }
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    return AnswerTable(
      [
        .init(title: "date"), .init(title: "title", wraps: true), .init(title: "source", dropOrder: 2),
        .init(title: showsStories ? "prints" : "sentences", alignment: .right, dropOrder: 1),
        .init(title: "document", shrinks: true),
      ], drawing: rows, bounds
    ) { row in
      let document = row.document
      return [
        AnswerText(document.date ?? ""), AnswerText(document.title ?? ""), AnswerText(document.source ?? "", .faint),
        AnswerText(String(showsStories ? 1 + row.copies.count : document.sentenceCount)),
        AnswerText(document.name, .faint),
      ]
    }.blocks(of: rows.count)
  }
}
