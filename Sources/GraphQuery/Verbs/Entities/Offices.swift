public import GraphModel

/// `offices E [at D] [limit N]`
public struct OfficesVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "offices", aliases: ["office", "careers"], usage: "offices E [at D] [limit N]",
    summary: "which offices somebody has or had, or who has them in a body: since and until when, by which sentences",
    operands: [.entity], options: [.moment, .limit],
    examples: ["offices Mark Rutte", "offices NATO at now", "offices Norway at 2024-05"])

  public var entity: EntityReference
  /// Shows only what is held then; nil for any time.
  public var moment: Moment?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entity = try parser.entity("an entity")
    while let keyword = parser.nextKeyword() {
      if keyword == "at" { moment = try parser.moment() } else { try parser.commonOption(keyword) }
    }
  }

  /// - Complexity: O(evidence of the edges of the entity, and of those of all who have an office in it).
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let id = try evaluator.resolve(entity)
    let limit = limit ?? 50
    let days = try evaluator.days(of: moment)
    var terms = evaluator.terms(of: id)
    let known = terms.count
    if let days {
      let undated = terms.count { $0.spell == Spell() }
      terms.removeAll { !$0.spell.holds(on: days) }
      let others = known - undated - terms.count
      if others > 0 { evaluator.note(.termsOfOtherTimes(others)) }
      if undated > 0 { evaluator.note(.undatedLeftOut(undated)) }
    }
    evaluator.budget.sort(&terms) { $0.place < $1.place }
    let shown = Array(terms.prefix(limit))
    evaluator.noteRows(shown: shown.count, total: terms.count, limit: limit)
    return Answer.Offices(
      entity: evaluator.entity(id),
      rows: AnswerRows(count: shown.count) { [reader = evaluator.reader, shown] in reader.row(shown[$0]) },
      edges: shown.map(\.edge), total: terms.count, known: known, moment: moment?.name(days))
  }
}

/// One time in which somebody has an office.
private struct Term: Sendable {
  var holder: EntityID
  var office: HeldOffice
  var spell: Spell
  /// The edge that stands for it: of the sentence by which it begins or ends; or else the first fact, or the first.
  var edge: EdgeID

  /// Earliest first, what is of unknown beginning by its end, what has no date last.
  var place: (String, EntityID, String, EdgeID) {
    (spell.since?.day ?? spell.known ?? spell.until?.day ?? "~", holder, office.name ?? "", edge)
  }
}

extension Evaluator {
  /// The terms of an entity, and of others in it, in any order.
  fileprivate mutating func terms(of id: EntityID) -> [Term] {
    var found: [Term] = []
    guard readAdjacency(of: id) else { return found }
    let near = adjacency
    var holders: [EntityID] = [id]
    var seen: Set<EntityID> = [id]
    for item in near where item.isIncoming && degrees.contains(item.degree) && item.degree != .claim {
      guard budget.allows(5), budget.mayHold(24 * near.count + 20 * holders.count) else { break }
      guard !seen.contains(item.neighbor),
        graph.tellsOfOffices(item.edge)
      else { continue }
      seen.insert(item.neighbor)
      holders.append(item.neighbor)
    }
    for holder in holders {
      guard budget.allows(50), budget.mayHold(1_000 * found.count) else { break }
      let career = careers.career(of: holder, in: graph)
      for office in career.offices + career.undated where holder == id || office.body == id {
        guard office.edges.contains(where: { degrees.contains(graph.edge($0).degree) }),
          office.name != nil || office.body.map({ mayGiveOffice($0, isMember: office.isMembership) }) ?? true
        else { continue }
        let first = office.edges.first { graph.edge($0).degree == .fact } ?? office.edges.first ?? EdgeID(0)
        let spells = office.items.isEmpty ? [Spell()] : office.spells
        found += spells.map { spell in
          Term(holder: holder, office: office, spell: spell, edge: (spell.since ?? spell.until)?.edge ?? first)
        }
      }
    }
    return found
  }
}

extension Evaluator {
  /// Whether what tells of no office by name may tell of one in `body`, or of a membership: nobody is in office in a
  /// person, whatever they are to each other, nor a member of what has no name, such as a march.
  func mayGiveOffice(_ body: EntityID, isMember: Bool) -> Bool {
    graph.type(of: body) != "Person" && !(isMember && NodeKind(graph.name(of: body), isLinked: false) == .noun)
  }
}

extension RowReader {
  fileprivate func row(_ term: Term) -> Answer.Offices.Row {
    let words = term.office.name ?? term.office.predicates.min().map { predicate($0).name } ?? ""
    return Answer.Offices.Row(
      holder: entity(term.holder), office: words, isNamed: term.office.name != nil,
      body: term.office.body.map(entity), known: term.spell.known, since: term.spell.since.map(bound),
      until: term.spell.until.map(bound), last: term.spell.lastKnown,
      attribution: statement(term.edge).attribution, edge: term.edge)
  }
}

extension Answer {
  /// Who had which offices, since and until when.
  public struct Offices: AnswerContent {
    /// One time without a break.
    public struct Row: Sendable, Equatable {
      public var holder: Entity
      /// In the words of the text, or the relation to the body where none names it.
      public var office: String
      public var isNamed: Bool
      /// Nil where no sentence tells whose office it is.
      public var body: Entity?
      /// The first day of which a sentence says that it is held; nil where sentences tell of its end alone, or have no
      /// date.
      public var known: String?
      /// Nil where no sentence tells of the beginning, or of the end.
      public var since: Bound?
      public var until: Bound?
      /// The last day of which sentences tell, where they tell of a time that is over: `was mayor in 2008`.
      public var last: String?
      /// Who says so; nil when the text itself does.
      public var attribution: Entity?
      public var edge: EdgeID
    }

    public var entity: Entity
    /// Earliest first, those without a date last.
    public var rows: AnswerRows<Row>
    var edges: [EdgeID]
    public var total: Int
    /// How many there are of any time.
    var known: Int
    /// The time that was asked for, as it is written; nil for any.
    var moment: String?
  }
}

extension Answer.Offices {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String {
    guard known > 0, let moment else { return "no sentence gives \(entity.name) an office, or anybody an office in it" }
    return "no office of \(entity.name), or in it, is known to be held at \(moment)"
  }

  public var part: AnswerPart? {
    AnswerPart(edges: Array(Set(edges)).sorted(), entities: [entity.id], highlighted: [entity.id])
  }

  public var records: AnswerRows<Record> {
    rows.each { row in
      var record = Record()
      record.add("edge", .text("e\(row.edge.rawValue)"))
      record.add("holder_id", .text(row.holder.idText))
      record.add("holder", .text(row.holder.name))
      record.add("office", .text(row.office))
      record.add("body_id", row.body?.idText)
      record.add("body", row.body?.name)
      record.add("known", row.known)
      record.add("since", row.since?.date)
      record.add("since_document", row.since?.proof.document)
      record.add("since_sentence", row.since?.proof.sentence)
      record.add("known_until", row.last)
      record.add("until", row.until?.date)
      record.add("until_document", row.until?.proof.document)
      record.add("until_sentence", row.until?.proof.sentence)
      record.add("attribution", row.attribution?.name)
      return record
    }
  }

  /// Each term in a line, below it the sentences that begin and end it.
  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    var blocks: [AnswerBlock] = [.line(entity.heading + AnswerText(": " + counted(total, "term")))]
    for (number, row) in rows.enumerated() {
      guard bounds.allows(behind: number) else { return blocks + [.undrawn(rows.count - number)] }
      blocks += [.gap, .line(row.line)]
      if let since = row.since { blocks.append(.paragraph(since.line("since"))) }
      if let until = row.until { blocks.append(.paragraph(until.line("until"))) }
    }
    return blocks
  }
}

extension Answer.Offices.Row {
  /// `Anna Voss ─mayor→ Kelmar  2021-03-07 – 2025-03-09  e12  says Nils Moe`.
  fileprivate var line: AnswerText {
    var line = AnswerText(holder.name, .entity)
    line.append(
      AnswerText.Arrow(words: office, hasHead: body != nil, before: " ", after: body == nil ? "" : " "), .relation)
    line.append(body?.name ?? "", .entity)
    line.append("  ")
    if let since {
      line.append(since.date)
    } else if let known, until.map({ !known.hasPrefix($0.date) }) ?? true {
      line.append("known on \(known)")
    }
    if let end = until?.date ?? last {
      line.append(mark: " – ")
      line.append(end)
    } else if since == nil, known == nil {
      line.append("no date")
    } else {
      line.append(", not ended")
    }
    line.append("  e\(edge.rawValue)", .faint)
    if let attribution { line.append("  says \(attribution.name)", .faint) }
    return line
  }
}
