import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Offices over documents: what begins and ends them, and what does not.
@Suite struct OfficeTests {
  /// Statements of sentences, each with a mark and a time.
  private struct Made {
    var builder = EventGraph.Builder()

    mutating func document(_ date: String) { builder.document("d\(builder.content.documents.count)", date) }

    mutating func say(
      _ subject: String, _ predicate: String, _ object: String?, _ mark: TenureMark? = nil, time: String? = nil,
      office: String? = nil, modality: Modality = .certain, by source: String? = nil
    ) {
      builder.sentence("\(subject) \(predicate) \(object ?? "now").")
      builder.event(subject, predicate, object, modality: modality, by: source, office: office)
      let last = builder.content.statements.count - 1
      builder.content.statements[last].evidence?.time = time
      if let mark { builder.content.statements[last].evidence?.rules.append(mark.rawValue) }
    }

    /// Rows of an answer as `holder office body since until`.
    func offices(_ statement: String) throws -> [String] {
      try answer(statement).records.map { record in
        ["holder", "office", "body", "since", "until"].map { name in
          if case .text(let text)? = record.fields.first(where: { $0.name == name })?.value { text } else { "-" }
        }.joined(separator: " ")
      }
    }

    func answer(_ statement: String) throws -> any AnswerContent {
      var evaluator = Evaluator(graph: try MemoryGraph(builder.content))
      return try evaluator.answer(Query(parsing: statement)).content
    }
  }

  @Test func anOfficeIsOneRowOverDocuments() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", .begins, time: "2021-03-07", office: "mayor")
    made.document("2023-05-02")
    made.say("Voss", "leads", "Kelmar", office: "Mayor")
    made.document("2025-03-11")
    made.say("Voss", "leads", "Kelmar", .ends, time: "../2025-03-09", office: "mayor")
    #expect(try made.offices("offices Voss") == ["Voss mayor Kelmar 2021-03-07 2025-03-09"])
    #expect(try made.offices("offices Kelmar at 2025-03") == ["Voss mayor Kelmar 2021-03-07 2025-03-09"])
    #expect(try made.offices("offices Kelmar at 2021-03-06").isEmpty)
    #expect(try made.offices("offices Kelmar at now").isEmpty)
    #expect(try made.answer("neighbors Kelmar at 2024").records.count == 1)
    #expect(try made.answer("neighbors Kelmar at now").records.isEmpty)
    #expect(try made.answer("path Voss to Kelmar at 2022").isEmpty == false)
    #expect(try made.answer("path Voss to Kelmar at 2020").isEmpty)
  }

  /// What a text without a date tells is an office all the same, of no day, unless a dated one tells it, too.
  @Test func officesWithoutADate() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    made.say("Dahl", "leads", "Orvane", .undated, office: "president")
    made.document("-")
    made.builder.content.documents[1].date = nil
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    made.say("Voss", "holds office in", "Norland", office: "health minister")
    made.say("Moe", "holds office in", "Norland", .former, office: "former health minister")
    made.say("Berg", "holds office in", "Norland", .ends, office: "minister")
    #expect(try made.offices("offices Voss") == ["Voss mayor Kelmar - -", "Voss health minister Norland - -"])
    #expect(
      try made.offices("offices Norland") == [
        "Moe former health minister Norland - -", "Voss health minister Norland - -",
      ])
    #expect(try made.offices("offices Orvane") == ["Dahl president Orvane - -"])
    #expect(try made.offices("offices Voss at now") == ["Voss mayor Kelmar - -"])
    var evaluator = Evaluator(graph: try MemoryGraph(made.builder.content))
    let now = try evaluator.answer(Query(parsing: "offices Voss at now"))
    #expect(now.notes.map(\.text) == ["1 without a date left out"])
  }

  /// A family is no office, nor is a march of which somebody is.
  @Test func tiesAreNoOffices() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "sibling of", "Anna Dahl", .past)
    made.say("Voss", "join", "march", .joins)
    made.say("Voss", "join", "Norland League", .joins)
    made.say("Voss", "heads", "agency", .leads)
    made.say("Voss", "serves", "Anna Dahl", office: "spokeswoman")
    let person = try #require(made.builder.content.entities.firstIndex { $0.name == "Anna Dahl" })
    made.builder.content.entities[person].type = "Person"
    let offices = Set(try made.offices("offices Voss"))
    #expect(
      offices == [
        "Voss join Norland League 2021-03-09 -", "Voss heads agency - -", "Voss spokeswoman Anna Dahl - -",
      ])
    #expect(try made.offices("offices \"Anna Dahl\"") == ["Voss spokeswoman Anna Dahl - -"])
  }

  @Test func everyRowTellsThatAnOfficeIsOver() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", .begins, time: "2021-03-07", office: "mayor")
    made.say("Dahl", "leads", "Orvane", office: "chair")
    made.document("2025-03-11")
    made.say("Voss", "leads", "Kelmar", .ends, time: "../2025-03-09", office: "mayor")
    let edges = try #require(try made.answer("edges") as? Answer.Edges)
    #expect(edges.rows.map(\.ending) == ["until 2025-03-09", nil])
    // Who has it again has it.
    made.document("2026-01-11")
    made.say("Voss", "leads", "Kelmar", .begins, time: "2026-01-10", office: "mayor")
    let again = try #require(try made.answer("edges via leads") as? Answer.Edges)
    #expect(again.rows.map(\.ending) == [nil, nil])
  }

  @Test func silenceAndClaimsEndNothing() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", .begins, time: "2021-03-07", office: "mayor")
    made.document("2022-01-01")
    made.say("Voss", "leads", "Kelmar", .ends, time: "../2022-02", office: "mayor", modality: .planned)
    made.say("Voss", "resign", nil, .ends, by: "Moe")
    made.say("Dahl", "leads", "Kelmar", .begins, office: "deputy mayor")
    made.document("2024-01-01")
    made.say("Kelmar", "build", "bridge")
    #expect(try made.offices("offices Voss at now") == ["Voss mayor Kelmar 2021-03-07 -"])
  }

  @Test func whoResignsGivesUpTheOnlyOfficeAndAMembershipIsNone() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    made.say("Voss", "join", "League", .joins)
    made.document("2022-01-04")
    made.say("Voss", "resign", nil, .ends, time: "2022-01-03")
    #expect(try made.offices("offices Voss") == ["Voss join League 2021-03-09 -", "Voss mayor Kelmar - 2022-01-03"])
    made.document("2023-01-04")
    made.say("Voss", "leave", "League", .leaves)
    #expect(try made.offices("offices Voss at now").isEmpty)
  }

  @Test func ofTwoOfficesNoneEndsWithoutItsName() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    made.say("Voss", "chair", "Bank", office: "chairman")
    made.document("2022-01-04")
    made.say("Voss", "resign", nil, .ends)
    #expect(try made.offices("offices Voss at now").count == 2)
    made.say("Bank", "sack", "Voss", .dismisses)
    #expect(try made.offices("offices Voss at now") == ["Voss mayor Kelmar - -"])
    // That text does not tell that he is mayor.
    made.document("2023-01-04")
    made.say("Club", "fire", "Voss", .dismisses)
    #expect(try made.offices("offices Voss at now").count == 1)
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    #expect(try made.offices("offices Voss at now").isEmpty)
  }

  @Test func theWordOfTheBodyEndsAndThatOfOthersDoesNot() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "chair", "Bank", office: "chairman")
    made.document("2022-01-04")
    made.say("Voss", "resign", nil, .ends, by: "Rival")
    made.say("Voss", "be chairman", nil, .ends, time: "../2022-01-03", office: "chairman", by: "Rival")
    #expect(try made.offices("offices Voss at now") == ["Voss chairman Bank - -"])
    made.say("Voss", "be chairman", nil, .ends, time: "../2022-01-03", office: "chairman", by: "Bank")
    #expect(try made.offices("offices Voss at now").isEmpty)
  }

  @Test func oneResignationToldTwiceEndsOneOffice() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    made.say("Voss", "chair", "Bank", office: "chairman")
    made.document("2022-01-04")
    made.say("Voss", "leads", "Kelmar", .ends, time: "../2022-01-03", office: "mayor")
    made.document("2022-01-05")
    made.say("Voss", "resign", nil, .ends, time: "2022-01-03")
    #expect(try made.offices("offices Voss at now") == ["Voss chairman Bank - -"])
  }

  @Test func deathEndsAllAndFormerTells() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    made.say("Dahl", "leads", "Bank", office: "head coach")
    made.document("2022-01-04")
    made.say("Gunmen", "kill", "Voss", .killed, time: "2022-01-02")
    made.say("Dahl", "be former head coach of", "Bank", .former, office: "former head coach")
    #expect(try made.offices("offices Voss") == ["Voss mayor Kelmar - 2022-01-02"])
    #expect(try made.offices("offices Dahl") == ["Dahl head coach Bank - 2022-01-04"])
  }

  @Test func whoComesBackHasTwoTerms() throws {
    var made = Made()
    made.document("2014-03-04")
    made.say("Voss", "leads", "Kelmar", .begins, time: "2011-06", office: "mayor")
    made.say("Voss", "leads", "Kelmar", .ends, time: "../2014-03-03", office: "mayor")
    // Soon after, a text calls him so still.
    made.document("2014-03-10")
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    made.document("2020-02-11")
    made.say("Voss", "leads", "Kelmar", .begins, time: "2020-02-10", office: "mayor")
    #expect(
      try made.offices("offices Voss") == [
        "Voss mayor Kelmar 2011-06 2014-03-03", "Voss mayor Kelmar 2020-02-10 -",
      ])
    #expect(try made.offices("offices Voss at 2016").isEmpty)
  }

  @Test func otherStatementsHoldAtTheirTime() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Acme", "acquires", "Beta", time: "2021-03-08")
    made.say("Tallinn", "be capital of", "Estonia")
    made.say("Boats", "fish", "Bay", time: "2019/..")
    #expect(try made.answer("facts Acme at 2021-03").records.count == 1)
    #expect(try made.answer("facts Acme at 2021-04").records.isEmpty)
    #expect(try made.answer("facts Tallinn at 2021-03-08").records.isEmpty)
    #expect(try made.answer("facts Tallinn at 2031").records.count == 1)
    #expect(try made.answer("edges at 2020").records.count == 1)
    #expect(try made.answer("edges at now").records.count == 2)
    #expect(throws: QueryError.self) { try made.answer("edges at 2021-02-30") }
  }

  /// Who is called a former head holds the office on no day for that, nor who gives it up.
  @Test func whatTellsOnlyOfTheEndHoldsOnNoDay() throws {
    var made = Made()
    made.document("2023-05-30")
    made.say("Dahl", "holds office in", "Agency", .former, office: "former acting director")
    made.say("Moe", "holds office in", "Agency", .ends, time: "../2023-05-29", office: "chair")
    made.say("Dahl", "meet", "Moe")
    made.document("2024-01-01")
    made.say("Kelmar", "build", "bridge")
    for day in ["now", "2023-06", "2023-05-30", "2022"] {
      #expect(try made.offices("offices Agency at \(day)").isEmpty)
      let near = try made.answer("neighbors Agency at \(day)").records
      #expect(near.isEmpty, "\(day)")
      #expect(try made.answer("path Dahl to Agency max 1 at \(day)").isEmpty)
    }
    #expect(try made.answer("edges at now").records.count == 2)
    #expect(try made.answer("match ?who \"holds office in\" Agency at now").isEmpty)
  }

  @Test func whoSaysSoIsTold() throws {
    var made = Made()
    made.document("2024-03-09")
    made.say("Moe", "leads", "Kelmar", .begins, office: "mayor", by: "Moe")
    made.say("Voss", "leads", "Bank", office: "chair")
    made.say("Dahl", "leads", "Port", .begins, office: "head", modality: .planned)
    func speakers(_ statement: String) throws -> [Record.Value?] {
      try made.answer(statement).records.map { $0.fields.first { $0.name == "attribution" }?.value }
    }
    #expect(try speakers("offices Kelmar at now") == [.text("Moe")])
    #expect(try speakers("offices Bank") == [.null])
    #expect(try speakers("offices Port").isEmpty)
    #expect(try text(of: made.answer("offices Kelmar")).hasSuffix("  says Moe"))
    #expect(try !text(of: made.answer("offices Bank")).contains("says"))
  }

  /// The words of the lines of an answer, without arrows.
  private func text(of answer: any AnswerContent) -> String {
    var text = ""
    for case .line(let line) in answer.blocks {
      for case .words(let words, _) in line.pieces { text += words }
    }
    return text
  }

  @Test func whatIsHeldAtOtherTimesIsCounted() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", .begins, office: "mayor")
    made.document("2022-01-04")
    made.say("Voss", "leads", "Kelmar", .ends, office: "mayor")
    made.say("Dahl", "leads", "Kelmar", .begins, office: "mayor")
    var evaluator = Evaluator(graph: try MemoryGraph(made.builder.content))
    let none = try evaluator.answer(Query(parsing: "offices Kelmar at 2019"))
    #expect(none.content.emptyText == "no office of Kelmar, or in it, is known to be held at 2019")
    #expect(none.notes.map(\.text) == ["2 terms of other times left out; without at they are shown"])
    let one = try evaluator.answer(Query(parsing: "offices Kelmar at now"))
    #expect(one.notes.map(\.text) == ["1 term of other times left out; without at they are shown"])
    made.say("Kelmar", "build", "bridge")
    evaluator = Evaluator(graph: try MemoryGraph(made.builder.content))
    let other = try evaluator.answer(Query(parsing: "offices bridge at now"))
    #expect(other.content.emptyText == "no sentence gives bridge an office, or anybody an office in it")
    #expect(other.notes.isEmpty)
  }

  @Test func whatIsNoDateIsTold() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Riga", "build", "bridge")
    let form = "now or a date such as 2025-04-03, 2025-04 or 2025"
    for (statement, word) in [
      ("edges at 2024-13", "2024-13"), ("offices \"Riga\" at yesterday", "yesterday"), ("edges at noon", "noon"),
      ("neighbors Riga at 2021-02-30", "2021-02-30"),
    ] {
      #expect(throws: QueryError.self) { try made.answer(statement) }
      do { _ = try made.answer(statement) } catch let error as QueryError {
        #expect(error.message == "expected \(form) after at, found “\(word)”", "\(statement)")
      }
    }
    do {
      _ = try made.answer("neighbors Riga at noon")
      Issue.record("noon is no date")
    } catch let error as QueryError {
      #expect(error.message == "no entity is called “Riga at noon”, and “noon” is no date")
      #expect(error.remedy == "behind at stands \(form)")
    }
    // A name may have the word.
    do { _ = try made.answer("neighbors professor at Oslo") } catch let error as QueryError {
      #expect(error.message == "no entity is called “professor at Oslo”")
    }
  }

  @Test func eventsWithoutObjectAreDisputed() throws {
    var made = Made()
    for polarity in [Polarity.affirmed, .negated] {
      made.document("2024-03-09")
      made.builder.sentence("Berg resigned.")
      made.builder.event("Berg", "resign", nil, polarity: polarity)
      made.builder.sentence("Prices fell.")
      made.builder.event("Prices", "fall", nil)
    }
    #expect(try made.answer("disputes").records.count == 2)
    #expect(try made.answer("disputes Berg").records.count == 2)
  }

  @Test func whyTellsWhatEndedIt() throws {
    var made = Made()
    made.document("2021-03-09")
    made.say("Voss", "leads", "Kelmar", office: "mayor")
    made.document("2022-01-04")
    made.say("Voss", "die", nil, .dies, time: "2022-01-02")
    let why = try #require(try made.answer("why e1") as? Answer.Explanation)
    let other = try #require(try made.answer("why e0") as? Answer.Explanation)
    let ends = (why.ends + other.ends).map { "\($0.date) \($0.proof.document) \($0.proof.sentence)" }
    #expect(ends == ["2022-01-02 d1 Voss die now."])
  }
}
