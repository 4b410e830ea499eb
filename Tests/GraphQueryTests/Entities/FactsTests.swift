import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// What `facts` shows, in which order, and how much of it is counted; and `edges`, whose lines are the same.
@Suite struct FactsTests {
  private typealias Builder = EventGraph.Builder

  private func answer(_ statement: String, _ builder: Builder) throws -> Answer {
    var evaluator = Evaluator(graph: try MemoryGraph(builder.content))
    return try evaluator.answer(Query(parsing: statement))
  }

  private func facts(_ statement: String, _ builder: Builder) throws -> (facts: Answer.Facts, notes: [String]) {
    let answer = try answer(statement, builder)
    return (try #require(answer.content as? Answer.Facts), answer.notes.map(\.text))
  }

  private static func text(_ text: GraphQuery.AnswerText) -> String {
    text.pieces.map { piece in
      switch piece {
      case .words(let words, _), .mark(let words, _): words
      case .arrow(let arrow, _): "\(arrow.before)-\(arrow.words)\(arrow.hasHead ? "->" : "")\(arrow.after)"
      }
    }.joined()
  }

  private static func lines(_ rows: AnswerRows<Answer.EventRow>) -> [String] { rows.map { text($0.event.line) } }

  /// The first line of a layout, and the titles of its tables.
  private static func heading(_ content: any AnswerContent) -> (line: String, tables: [String]) {
    var (line, tables) = ("", [String]())
    for block in content.blocks {
      switch block {
      case .line(let text) where line.isEmpty: line = Self.text(text)
      case .table(let table): tables.append(table.columns[0].title)
      default: break
      }
    }
    return (line, tables)
  }

  // MARK: - Claims

  private static var claims: Builder {
    var builder = Builder()
    builder.document("d1", "2025-03-03")
    builder.sentence("NRDC plans stores and denies talks. Moe denies a link.")
    builder.event("NRDC", "open", "stores", [("in", "Canada")], modality: .planned)
    builder.event("NRDC", "hold", "talks", polarity: .negated)
    builder.event("blasts", "be related", nil, polarity: .negated, by: "Moe")
    builder.event("Acme", "buy", "Beta", modality: .planned)
    builder.event("Acme", "sell", "Beta")
    return builder
  }

  /// Where nothing else is stated, claims are shown as such; else a note counts them.
  @Test func claimsWhereNothingElseIsStated() throws {
    let (facts, notes) = try facts("facts NRDC", Self.claims)
    #expect(facts.events.isEmpty)
    #expect(Self.lines(facts.claims) == ["NRDC -!hold-> talks · denied", "NRDC -?open-> stores in Canada · planned"])
    #expect(notes.isEmpty)
    let heading = Self.heading(facts)
    #expect(heading.line == "NRDC (Thing, #\(facts.entity.id.rawValue)): 2 negated or uncertain statements")
    #expect(heading.tables == ["negated or uncertain"])
    let acme = try self.facts("facts Acme", Self.claims)
    #expect(acme.facts.claims.isEmpty)
    #expect(Self.lines(acme.facts.events) == ["Acme -sell-> Beta"])
    #expect(acme.notes == ["1 negated or uncertain statement left out; --claims shows them"])
  }

  @Test func whatSomebodyDeniesWhereHeSaysNothingElse() throws {
    let (facts, _) = try facts("facts Moe", Self.claims)
    #expect(Self.lines(facts.says) == ["blasts -!be related · denied, says Moe"])
  }

  // MARK: - Order and counts

  private static var person: Builder {
    var builder = Builder()
    builder.document("d1", "2024-03-03")
    builder.sentence("Jo argues a point in court with care.")
    builder.event("Jo", "argue", "point", [("in", "court"), ("with", "care")])
    builder.event("Jo", "be", "lecturer")
    builder.event("Jo", "leads", "Clemson", office: "dean")
    builder.event("Jo", "visit", "Bern")
    builder.event("Mia", "praise", "Jo")
    builder.document("d2", "2025-03-03")
    builder.sentence("Jo visits Bonn and Bern.")
    builder.event("Jo", "visit", "Bern")
    builder.event("Jo", "visit", "Bonn")
    return builder
  }

  /// Offices, then what somebody is, then deeds by support and the latest first; the deeds of others to the end.
  @Test func officesComeFirst() throws {
    let (facts, _) = try facts("facts Jo", Self.person)
    #expect(
      Self.lines(facts.events) == [
        "Jo -dean of-> Clemson", "Jo -be-> lecturer", "Jo -visit-> Bern", "Jo -visit-> Bonn",
        "Jo -argue-> point in court with care", "Mia -praise-> Jo",
      ])
  }

  /// An event is counted once, however many roles it has.
  @Test func linesAreCounted() throws {
    let (whole, none) = try facts("facts Jo", Self.person)
    #expect(Self.heading(whole).line.hasSuffix(": 6 statements"))
    #expect(whole.total == 8)
    #expect(none.isEmpty)
    let (part, notes) = try facts("facts Jo limit 2", Self.person)
    #expect(Self.heading(part).line.hasSuffix(": 6 statements"))
    #expect(notes == ["4 more not shown; limit 6 shows all"])
  }

  // MARK: - Places

  private static var place: Builder {
    var builder = Builder()
    builder.document("d1", "2025-03-03")
    builder.sentence("Two policemen died in the attack on a station in Chabahar, which a group claimed.")
    builder.event("two policemen", "die in", "attack on a station in Chabahar")
    builder.event("group", "claim", "attack on a station in Chabahar")
    builder.event("attack on a station in Chabahar", "(in)", "Chabahar")
    builder.event("Chabahar Port", "(in)", "Chabahar")
    builder.event("Chabahar Port", "grow", nil)
    builder.event("fire", "(in)", "Chabahar")
    builder.event("fire", "kill", "sailor")
    builder.event("report", "(of)", "Chabahar")
    builder.event("report", "shock", "Iran")
    builder.event("Iran", "praise", "Chabahar")
    builder.document("d2", "2025-03-04")
    builder.sentence("A fire killed a dancer in Rio.")
    builder.event("fire", "kill", "dancer")
    return builder
  }

  /// What is told of events in a place, of a noun only as the text tells that has it there; not what has a name.
  @Test func whatHappensInAPlace() throws {
    let (facts, notes) = try facts("facts Chabahar", Self.place)
    #expect(Self.lines(facts.events) == ["Iran -praise-> Chabahar"])
    #expect(
      Set(Self.lines(facts.inside)) == [
        "two policemen -die in-> attack on a station in Chabahar", "group -claim-> attack on a station in Chabahar",
        "fire -kill-> sailor",
      ])
    #expect(notes.isEmpty)
    #expect(Self.heading(facts).line.hasSuffix(": 1 statement, 3 on what is in it"))
    #expect(Self.heading(facts).tables == ["statement", "in it"])
    // The picture of it hangs together.
    #expect(facts.part?.edges.count == 1 + 3 + 2)
    let (some, left) = try self.facts("facts Chabahar limit 1", Self.place)
    #expect(some.inside.count == 1)
    #expect(left == ["2 more on what is in it not shown; limit 3 shows all"])
    #expect(try self.facts("facts Chabahar via claim", Self.place).facts.inside.count == 1)
  }

  // MARK: - Edges

  /// An event is a line with its roles in `edges`, too; programs read every edge.
  @Test func anEventIsALineOfEdges() throws {
    let edges = try #require(try answer("edges", Self.person).content as? Answer.Edges)
    #expect(edges.total == 8)
    #expect(edges.rows.count == 8)
    let lines = Self.lines(edges.events)
    #expect(lines.count == 6)
    #expect(lines.contains("Jo -argue-> point in court with care"))
    let answer = try answer("edges via \"argue in\"", Self.person)
    let role = try #require(answer.content as? Answer.Edges)
    #expect(Self.lines(role.events) == ["Jo -argue-> point in court with care"])
    #expect(role.rows.map(\.predicate) == ["argue in"])
    // A limit is one of rows for programs.
    let some = try self.answer("edges limit 2", Self.person)
    #expect((some.content as? Answer.Edges)?.rows.count == 2)
    #expect(some.notes.map(\.text) == ["6 more not shown; limit 8 shows all"])
  }
}
