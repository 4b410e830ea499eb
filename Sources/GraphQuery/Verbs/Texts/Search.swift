public import GraphModel

/// `search WORDS [since D] [until D] [document D] [source S] [limit N]`
public struct SearchVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "search", usage: "search WORDS [since D] [until D] [document D] [source S] [limit N]",
    summary: "the sentences that have these words, or \"this phrase\", the best first", operands: [.text],
    options: [
      .since, .until, VerbOption("document", "only in this document, by its id or title", operand: .document),
      VerbOption("source", "only in documents of this source", operand: .source), .limit,
    ],
    examples: [
      "search defense spending", "search \"defense spending\"", "search troops Europe since 2025-04 limit 5",
    ], takesClaims: false)

  /// What was typed, a word or several.
  public var words: NameReference
  /// Whether they were quoted.
  public var isPhrase: Bool
  public var period = Period()
  public var document: NameReference?
  public var source: NameReference?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    isPhrase = parser.tokens.peek()?.isQuoted ?? false
    guard let words = parser.name(), !words.spelling.isEmpty else { throw parser.tokens.expected("words to look for") }
    self.words = words
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "since": period.since = try parser.date("since")
      case "until": period.until = try parser.date("until")
      case "document": document = try parser.name(after: "document", "a document")
      case "source": source = try parser.name(after: "source", "a source")
      default: try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: O(length of the texts), and O(*n* + *e*) for all *n* edges and *e* pieces of evidence of the graph.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    try evaluator.search(self, limit: limit ?? 20)
  }
}

extension Answer {
  /// Sentences that have some words.
  public struct FoundSentences: AnswerContent {
    public struct Row: Sendable {
      public var document: DocumentRecord
      /// Number of the sentence, from 1.
      public var number: Int
      public var text: String
      /// Byte ranges of the words in the text.
      public var places: [Range<Int>]
      /// What the sentence says.
      public var edges: [EdgeID]
    }

    public var words: String
    public var rows: AnswerRows<Row>
    var edges: [EdgeID]
  }
}

extension Evaluator {
  fileprivate mutating func search(_ query: SearchVerb, limit: Int) throws(Interruption) -> Answer.FoundSentences {
    var search = SentenceSearch(for: query.words.spelling, isPhrase: query.isPhrase)
    if search.terms.isEmpty {
      throw .error(QueryError(.expected("words with letters or digits", found: nil), at: query.words.range))
    }
    let documents = try documents(of: query)
    var undated = 0
    scan: for number in 0..<UInt32(graph.documentCount) where documents?.contains(DocumentID(number)) ?? true {
      let id = DocumentID(number)
      let date = query.period.isUnbounded ? nil : graph.date(of: id)
      guard query.period.overlaps(date, date) else {
        if date == nil { undated += graph.sentenceCount(of: id) }
        continue
      }
      let text = graph.text(of: id)
      guard budget.allows(1 + text.count / 128) else { break }
      guard search.mayStand(in: text) else {
        search.pass(sentences: graph.sentenceCount(of: id), length: text.count)
        continue
      }
      let document = graph.document(id)
      for (number, sentence) in document.sentences.enumerated() where Int(sentence.upperBound) <= text.count {
        // Of a cancelled search what was found until then is ranked and shown.
        guard budget.allows(1 + sentence.count / 32), budget.mayHold(2 * search.bytes) else { break scan }
        search.read(text[Int(sentence.lowerBound)..<Int(sentence.upperBound)], number: number, of: document.id)
      }
    }
    search.rank(&budget)
    if !search.hits.isEmpty, !search.missing.isEmpty { note(.wordsNotFound(search.missing)) }
    if undated > 0 { note(.undatedLeftOut(undated)) }
    let shown = Array(search.hits.prefix(limit))
    noteRows(shown: shown.count, total: search.hits.count, limit: limit)
    let edges = edges(of: shown)
    return Answer.FoundSentences(
      words: query.words.spelling,
      rows: AnswerRows(count: shown.count) { [reader, search] number in
        let hit = shown[number]
        let text = reader.graph.sentence(Int(hit.sentence), of: hit.document) ?? ""
        return Answer.FoundSentences.Row(
          document: reader.graph.document(hit.document), number: Int(hit.sentence) + 1, text: text,
          places: search.places(in: Array(text.utf8)), edges: edges[number])
      }, edges: edges.flatMap { $0 })
  }

  private mutating func documents(of query: SearchVerb) throws(Interruption) -> Set<DocumentID>? {
    var filter = EdgeFilter()
    (filter.document, filter.source) = (query.document, query.source)
    return try documents(of: filter)
  }

  /// The edges that each of the sentences says and that are to be shown, ascending.
  private mutating func edges(of hits: [SentenceSearch.Hit]) -> [[EdgeID]] {
    var numbers: [[UInt32]: Int] = [:]
    for (number, hit) in hits.enumerated() { numbers[[hit.document.rawValue, hit.sentence]] = number }
    return edges(saidIn: Set(hits.map(\.document)), places: hits.count) { evidence in
      numbers[[evidence.document.rawValue, UInt32(evidence.sentence)]]
    }.found
  }
}

extension Answer.FoundSentences {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "no sentence has “\(words)”" }
  public var part: AnswerPart? { AnswerPart(edges: edges) }

  public var records: AnswerRows<Record> {
    rows.each { row in
      var record = Record()
      record.add("document", .text(row.document.name))
      record.add("title", row.document.title)
      record.add("date", row.document.date)
      record.add("source", row.document.source)
      record.add("sentence_number", .integer(row.number))
      record.add("sentence", .text(row.text))
      record.add("edges", .list(row.edges.map { "e\($0.rawValue)" }))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    var blocks: [AnswerBlock] = []
    var drawn = 0
    for row in rows {
      guard bounds.allows(behind: drawn) else { break }
      if drawn > 0 { blocks.append(.gap) }
      drawn += 1
      let place = [row.document.date, row.document.name, "sentence \(row.number)"].compactMap { $0 }
      let edges = row.edges.map { "e\($0.rawValue)" }.joined(separator: " ")
      blocks.append(.cutLine(AnswerText(place.joined(separator: "  ") + (edges.isEmpty ? "" : "  " + edges), .faint)))
      blocks.append(.paragraph(Self.marked(row)))
    }
    return blocks + (drawn < rows.count ? [.undrawn(rows.count - drawn)] : [])
  }

  /// The sentence in one line, with the words marked.
  private static func marked(_ row: Row) -> AnswerText {
    let bytes = row.text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    var text = AnswerText()
    var copied = 0
    for place in row.places where place.lowerBound >= copied && place.upperBound <= bytes.count {
      text.append(String(decoding: bytes[copied..<place.lowerBound], as: UTF8.self))
      text.append(String(decoding: bytes[place], as: UTF8.self), .found)
      copied = place.upperBound
    }
    text.append(String(decoding: bytes[copied...], as: UTF8.self))
    return text
  }
}
