public import GraphModel

/// `why EDGE`: the sentences behind an edge. `why E`: why the names of an entity are one.
public struct WhyVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "why", usage: "why EDGE | E [copies] [limit N]",
    summary:
      "the sentences that say so, with document, date and rules, one print of each story; of an entity, which names "
      + "are one and by which rule, and its type where documents disagree",
    operands: [.edge], options: [VerbOption("copies", "every print of a story"), .limit],
    examples: ["why e12", "why e12 copies limit 100", "why Mark Rutte"])

  /// Sentences that are shown where nobody says how many.
  static let usualSentences = 20

  public enum Subject: Sendable, Equatable {
    case edge(EdgeReference)
    case entity(EntityReference)
  }

  public var subject: Subject
  /// Whether every print of a story is shown.
  public var showsCopies = false

  /// An edge by its id, or else an entity, which `#12` is as everywhere.
  public init(reading parser: inout StatementParser) throws(QueryError) {
    if let edge = parser.edge() {
      subject = .edge(edge)
    } else {
      subject = .entity(try parser.entity("the id of an edge, such as e12, or an entity"))
    }
    while let keyword = parser.nextKeyword() {
      if keyword == "copies" {
        try parser.take(keyword)
        showsCopies = true
      } else {
        try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: that of ``GraphView/evidence(of:)`` for the edge, or for all edges of the entity.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    switch subject {
    case .edge(let reference):
      try evaluator.explanation(
        of: reference, limit: limit ?? Self.usualSentences, .init(showsCopies: showsCopies))
    case .entity(let reference): try evaluator.identity(of: reference)
    }
  }
}

extension Answer {
  /// An edge with the sentences that say so.
  public struct Explanation: AnswerContent {
    public var statement: Statement
    /// What the event says of which it is an edge; of several events that which says the most.
    public var event: Event
    public var proofs: AnswerRows<Proof>
    /// What ended the offices of which the edge tells; empty where nothing did.
    public var ends: [Bound] = []
  }

  /// What an entity is called, and why these names are one entity.
  public struct Identity: AnswerContent {
    public struct Name: Sendable, Equatable {
      /// As written, or the canonical name.
      public var text: String
      /// The rule that took it for a name of the entity; nil for the canonical name, and for words that only refer to
      /// it in their place, such as pronouns.
      public var rule: String?
      /// How many pieces of evidence have these words for the entity.
      public var uses: Int
      /// The first of them; nil when no statement has the words.
      public var first: Use?
    }

    /// A sentence that has a name.
    public struct Use: Sendable, Equatable {
      public var document: String
      /// Number of the sentence in its document, from 1.
      public var sentenceNumber: Int
      public var sentence: String
    }

    public var entity: Entity
    /// For what the documents took it that were read together, most first; empty where they agreed.
    public var votes: [TypeVote]
    /// The canonical name, other names by rule, then words that refer to the entity in their place, most used first.
    public var names: [Name]
  }
}

extension Answer.Explanation {
  public var part: AnswerPart? { AnswerPart(edges: [statement.edge.id]) }

  /// An imported statement has no sentence, but an answer all the same.
  public var records: AnswerRows<Record> {
    proofs.isEmpty ? [Record(nil, of: statement)] : proofs.each { [statement] in Record($0, of: statement) }
  }

  /// The statement, then each sentence that says so with the three spans marked.
  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    var head = AnswerText(statement.idText + "  ", .faint) + event.line
    if proofs.isEmpty {
      head.append("  imported; no sentence is known that says so", .faint)
    } else {
      head.append(AnswerText("  ") + statement.times)
      head.append(", confidence \(Hundredths.text(statement.edge.confidence))", .faint)
    }
    var blocks: [AnswerBlock] = [.line(head)]
    var room = AnswerTable.mostBytes
    for (number, proof) in proofs.enumerated() {
      guard room > 0, bounds.allows(behind: number) else {
        return blocks + [.undrawn(proofs.count - number)]
      }
      room -= proof.sentence.utf8.count
      blocks += [.gap, .sentence(proof), .paragraph(proof.origin)]
    }
    if !ends.isEmpty { blocks += [.gap] + ends.map { .paragraph($0.line("ended")) } }
    return blocks
  }
}

extension Answer.Proof {
  /// Document, date, sentence, rules and confidence.
  fileprivate var origin: AnswerText {
    var parts = [document]
    if let title, title != document { parts.append(title) }
    if let date { parts.append(date) }
    if let source { parts.append(source) }
    parts.append("sentence \(sentenceNumber)")
    if let time { parts.append("time \(time)") }
    if let place { parts.append("place \(place)") }
    if let quantity { parts.append("quantity \(quantity)") }
    if !rules.isEmpty { parts.append("rules " + rules.joined(separator: "+")) }
    parts.append("confidence " + Hundredths.text(confidence))
    if !copies.isEmpty { parts.append(copiesText) }
    var text = AnswerText(parts[0], .faint)
    for part in parts.dropFirst() {
      text.append(mark: " · ", .faint)
      text.append(part, .faint)
    }
    return text
  }
}

extension Answer.Proof {
  /// So many copies are named.
  private static var namedCopies: Int { 3 }

  /// `also in 5 copies: a, b, c and 2 more`.
  private var copiesText: String {
    let named = copies.prefix(Self.namedCopies).joined(separator: ", ")
    let others = copies.count - Self.namedCopies
    return "also in \(counted(copies.count, "copy", "copies")): \(named)" + (others > 0 ? " and \(others) more" : "")
  }
}

extension Record {
  /// - Parameter proof: nil for a statement that no sentence says.
  fileprivate init(_ proof: Answer.Proof?, of statement: Answer.Statement) {
    self.init()
    add("edge", .text(statement.idText))
    add("subject", .text(statement.subject.name))
    add("predicate", .text(statement.predicate))
    add("object", statement.object.isNothing ? nil : statement.object.name)
    add("polarity", .text(statement.edge.polarity.symbol))
    add("modality", .text(statement.edge.modality.name))
    add("attribution", statement.attribution?.name)
    add("document", proof?.document)
    add("title", proof?.title)
    add("date", proof?.date)
    add("source", proof?.source)
    add("sentence_number", proof.map { .integer($0.sentenceNumber) } ?? .null)
    add("sentence", proof?.sentence)
    add("sentence_span", proof.map { .range($0.sentenceRange) } ?? .null)
    add("subject_span", proof.map { .range($0.subjectRange) } ?? .null)
    add("predicate_span", proof.map { .range($0.predicateRange) } ?? .null)
    add("object_span", proof.map { .range($0.objectRange) } ?? .null)
    add("rules", .list(proof?.rules ?? []))
    add("confidence", proof.map { .hundredths($0.confidence) } ?? .null)
    add("time", proof?.time)
    add("place", proof?.place)
    add("quantity", proof?.quantity)
    add("copies", .list(proof?.copies ?? []), onlyJSON: true)
  }
}

extension Answer.Identity {
  public var part: AnswerPart? { AnswerPart(edges: [], entities: [entity.id]) }

  public var records: AnswerRows<Record> {
    AnswerRows(names).each { [entity, votes] name in
      var record = Record()
      record.add("entity_id", .text(entity.idText))
      record.add("entity", .text(entity.name))
      record.add("type", .text(entity.type))
      record.add("name", .text(name.text))
      record.add("rule", name.rule)
      record.add("uses", .integer(name.uses))
      record.add("document", name.first?.document)
      record.add("sentence_number", name.first.map { .integer($0.sentenceNumber) } ?? .null)
      record.add("sentence", name.first?.sentence)
      record.add("type_votes", .list(votes.map { "\($0.type):\($0.documents)" }))
      return record
    }
  }

  /// `type Organization: 3 documents of 4 (1: Person)`.
  private var reasonOfType: String {
    let total = votes.reduce(0) { $0 + $1.documents }
    let own = votes.first { $0.type == entity.type }
    let others = votes.filter { $0.type != entity.type }.map {
      // Among guesses the number decides.
      "\($0.documents)\($0.isGuess && own?.isGuess != true ? " by a guess" : ""): \($0.type)"
    }.joined(separator: ", ")
    return "type \(entity.type): \(counted(own?.documents ?? 0, "document")) of \(total) (\(others))"
  }

  /// The type where documents disagree, and a table of the names: rule, uses, and the first sentence that has the name.
  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    let columns: [AnswerTable.Column] = [
      .init(title: "name", shrinks: true), .init(title: "by rule"),
      .init(title: "uses", alignment: .right, dropOrder: 2),
      .init(title: "first in", shrinks: true, dropOrder: 1),
    ]
    let table = AnswerTable(columns, drawing: AnswerRows(Array(names.enumerated())), bounds) { number, name in
      let rule = number == 0 ? "canonical" : name.rule ?? "in its place"
      let place = name.first.map { "\($0.document), sentence \($0.sentenceNumber): \($0.sentence)" } ?? ""
      return [AnswerText(name.text, .entity), AnswerText(rule), .times(name.uses), AnswerText(place, .faint)]
    }
    let reasons = votes.isEmpty ? [] : [AnswerBlock.paragraph(AnswerText(reasonOfType, .faint))]
    return [.line(entity.heading)] + reasons + [.gap] + table.blocks(of: names.count)
  }
}

extension Answer.Explanation {
  /// Which of the evidence is shown, and how.
  struct Form {
    /// Every print of a story.
    var showsCopies = false
    /// The sentences around each, too.
    var isWide = false
  }
}

extension Evaluator {
  /// An edge with the sentences that say so.
  ///
  /// - Parameter limit: how many sentences are shown, the first in the order of documents.
  mutating func explanation(
    of reference: EdgeReference, limit: Int, _ form: Answer.Explanation.Form
  ) throws(Interruption) -> Answer.Explanation {
    guard Int(reference.id.rawValue) < graph.edgeCount else {
      throw .error(
        QueryError(.unknownID("edge e\(reference.id.rawValue)", count: graph.edgeCount), at: reference.range))
    }
    let evidence = evidence(of: reference.id)
    let prints = form.showsCopies ? StoryPrints() : StoryPrints(evidence, in: graph)
    let shown = evidence.filter { prints.isShown($0.document) }
    noteRows(shown: min(limit, shown.count), total: shown.count, limit: limit)
    let proofs = AnswerRows(count: min(limit, shown.count)) { [reader] number in
      var proof = form.isWide ? reader.passage(shown[number]) : reader.proof(shown[number])
      proof.copies = prints.copies(of: shown[number].document).map { reader.document($0).name }
      return proof
    }
    let edge = graph.edge(reference.id)
    var index = EventIndex(reader)
    if edge.support > 0 { index.read(edge.subject, &budget) }
    let line = index.line(of: edge, evidence)
    return Answer.Explanation(
      statement: reader.statement(edge), event: reader.event(line), proofs: proofs, ends: ends(of: edge))
  }
}

extension Evaluator {
  /// The names of an entity with the rules that joined them, and the words that stand for it in its evidence.
  ///
  /// - Complexity: O(evidence of the entity's edges), within the limits of time.
  fileprivate mutating func identity(of reference: EntityReference) throws(Interruption) -> Answer.Identity {
    let id = try resolve(reference)
    let uses = wordings(of: id)
    let canonical = graph.name(of: id)
    let aliases = graph.otherNames(of: id)
    var names = [Self.name(canonical, rule: nil, uses)]
    names += aliases.map { Self.name($0.name, rule: $0.rule, uses) }
    let known = Set([canonical] + aliases.map(\.name))
    let others = uses.filter { !known.contains($0.key) }.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    names += others.map { Self.name($0.key, rule: nil, uses) }
    return Answer.Identity(entity: entity(id), votes: graph.typeVotes(of: id), names: names)
  }

  private typealias Uses = [String: (count: Int, first: Answer.Identity.Use)]

  private static func name(_ text: String, rule: String?, _ uses: Uses) -> Answer.Identity.Name {
    Answer.Identity.Name(text: text, rule: rule, uses: uses[text]?.count ?? 0, first: uses[text]?.first)
  }

  /// The words of the evidence that stand for the entity.
  private mutating func wordings(of id: EntityID) -> Uses {
    var uses: Uses = [:]
    guard readAdjacency(of: id) else { return uses }
    var edges = adjacency.map { (edge: $0.edge, isObject: $0.isIncoming) }
    budget.sort(&edges) { ($0.edge, $0.isObject ? 1 : 0) < ($1.edge, $1.isObject ? 1 : 0) }
    var bytes = 0
    for (edge, isObject) in edges {
      guard budget.allows(2) else { return uses }
      for evidence in evidence(of: edge) {
        guard budget.allows(30), budget.mayHold(bytes) else { return uses }
        let span = isObject ? evidence.object : evidence.subject
        guard let (words, proof) = words(span, evidence) else { continue }
        // A sentence may have any length.
        guard budget.allows(proof.sentence.utf8.count / 64) else { return uses }
        if uses[words] == nil { bytes += words.utf8.count + proof.sentence.utf8.count + 200 }
        uses[words, default: (0, proof)].count += 1
      }
    }
    return uses
  }

  private func words(_ span: Range<UInt32>, _ evidence: Evidence) -> (String, Answer.Identity.Use)? {
    let document = graph.document(evidence.document)
    guard document.sentences.indices.contains(evidence.sentence),
      let sentence = graph.sentence(evidence.sentence, of: evidence.document)
    else { return nil }
    let base = document.sentences[evidence.sentence].lowerBound
    let bytes = Array(sentence.utf8)
    guard span.lowerBound >= base, Int(span.upperBound - base) <= bytes.count, !span.isEmpty else { return nil }
    let words = String(decoding: bytes[Int(span.lowerBound - base)..<Int(span.upperBound - base)], as: UTF8.self)
    let proof = Answer.Identity.Use(
      document: document.name, sentenceNumber: evidence.sentence + 1, sentence: sentence)
    return (words.split(whereSeparator: \.isWhitespace).joined(separator: " "), proof)
  }
}
