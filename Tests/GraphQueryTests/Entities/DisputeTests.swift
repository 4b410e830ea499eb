import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// What is told in two ways, beside what is said and denied: who has an office that one alone can have, and how many.
@Suite struct DisputeTests {
  /// Statements of documents of their own.
  private struct Made {
    var builder = EventGraph.Builder()

    mutating func say(
      _ date: String?, _ subject: String, _ predicate: String, _ object: String, _ marks: [String] = [],
      office: String? = nil, time: String? = nil, by source: String? = nil
    ) {
      builder.document("d\(builder.content.documents.count)", date ?? "")
      builder.content.documents[builder.content.documents.count - 1].date = date
      add(subject, predicate, object, marks, office: office, time: time, by: source)
    }

    /// Says something in the last document.
    mutating func add(
      _ subject: String, _ predicate: String, _ object: String, _ marks: [String] = [], office: String? = nil,
      time: String? = nil, by source: String? = nil
    ) {
      builder.sentence("\(subject) \(predicate) \(object).")
      builder.event(subject, predicate, object, by: source, office: office)
      let last = builder.content.statements.count - 1
      builder.content.statements[last].evidence?.time = time
      builder.content.statements[last].evidence?.rules += marks
    }

    /// Rows as `kind: object or subject that differs, the other`.
    func disputes(_ statement: String = "disputes") throws -> [String] {
      var evaluator = Evaluator(graph: try MemoryGraph(builder.content))
      let answer = try evaluator.answer(Query(parsing: statement)).content
      let rows = try #require(answer as? Answer.Disputes).rows
      return rows.map { row in
        let names =
          row.kind == .office ? [row.first.subject, row.second.subject] : [row.first.object, row.second.object]
        return "\(row.kind.rawValue): " + names.map(\.name).joined(separator: ", ")
      }
    }
  }

  private let sole = [TenureMark.soleOffice]
  private let begins = [TenureMark.soleOffice, TenureMark.begins.rawValue]

  @Test func twoHoldersOfASoleOffice() throws {
    var made = Made()
    made.say("2025-03-01", "Moe", "leads", "Kelmar", sole, office: "mayor")
    made.say("2025-03-03", "Lund", "leads", "Kelmar", sole, office: "mayor")
    // One may have followed the other.
    #expect(try made.disputes().isEmpty)
    made.say("2025-03-04", "Moe", "leads", "Kelmar", sole, office: "mayor")
    #expect(try made.disputes() == ["office: Moe, Lund"])
    #expect(try made.disputes("disputes Kelmar") == ["office: Moe, Lund"])
    #expect(try made.disputes("disputes Lund") == ["office: Moe, Lund"])
  }

  @Test func anOfficeOfManyAndAnOtherBodyAreNoDispute() throws {
    var made = Made()
    for (holder, body) in [("Moe", "Kelmar"), ("Lund", "Kelmar"), ("Dahl", "Orvane")] {
      made.say("2025-03-01", holder, "leads", body, body == "Orvane" ? sole : [], office: "councillor")
    }
    #expect(try made.disputes().isEmpty)
  }

  @Test func habitAndOneTextAreNoDispute() throws {
    var made = Made()
    made.say("2025-03-01", "Moe", "leads", "Kelmar", sole, office: "mayor")
    made.say("2025-03-03", "Lund", "leads", "Kelmar", begins, office: "mayor")
    made.say("2025-03-10", "Moe", "leads", "Kelmar", sole, office: "mayor")
    #expect(try made.disputes().isEmpty)
    made.say("2025-06-10", "Moe", "leads", "Kelmar", sole, office: "mayor")
    #expect(try made.disputes() == ["office: Moe, Lund"])
    var other = Made()
    other.say("2025-03-01", "Moe", "leads", "Kelmar", sole, office: "mayor")
    other.add("Lund", "leads", "Kelmar", sole, office: "mayor")
    #expect(try other.disputes().isEmpty)
  }

  @Test(arguments: [("2025-03-20", 0), ("2025-09-20", 1)])
  func whoFollowsOneWhoHasLeftIsNoDispute(end: String, count: Int) throws {
    var made = Made()
    let ends = [TenureMark.soleOffice, TenureMark.ends.rawValue]
    made.say("2025-03-20", "Moe", "leads", "Kelmar", sole, office: "mayor")
    made.say("2025-03-20", "Lund", "leads", "Kelmar", begins, office: "mayor", time: "2025-03-20")
    made.say("2025-05-20", "Moe", "leads", "Kelmar", sole, office: "mayor")
    made.say(end, "Moe", "leads", "Kelmar", ends, office: "mayor", time: "../\(end)")
    #expect(try made.disputes().count == count)
  }

  @Test(arguments: [("Lebanon", 0), ("Gaza", 1)])
  func otherRolesAreOtherEvents(place: String, count: Int) throws {
    var made = Made()
    for (number, place) in [("12 people", "Gaza"), ("3 people", place)] {
      made.builder.document("d\(made.builder.content.documents.count)", "2025-03-01")
      made.builder.sentence("Norway kills \(number) in \(place).")
      made.builder.event("Norway", "kills", number, [("in", place)])
    }
    #expect(try made.disputes().count == count)
  }

  @Test func aDenialOfAnotherDayIsNoDispute() throws {
    for (day, count) in [("2025-03-01", 1), ("2025-03-04", 0)] {
      var made = Made()
      made.say("2025-03-05", "Moe", "meets", "Lund", time: "2025-03-01")
      made.say("2025-03-05", "Moe", "meets", "Lund", time: day)
      made.builder.content.statements[1].polarity = .negated
      #expect(try made.disputes().count == count)
    }
  }

  @Test func twoNumbersOfOneTime() throws {
    var made = Made()
    made.say("2025-03-01", "quake", "kills", "17 people", time: "2025-02-28")
    made.say("2025-03-02", "quake", "kills", "9 people", time: "2025-02-28")
    // Another day, another quake; and another noun.
    made.say("2025-04-02", "quake", "kills", "4 people", time: "2025-04-01")
    made.say("2025-03-02", "quake", "kills", "40 horses", time: "2025-02-28")
    #expect(try made.disputes() == ["number: 9 people, 17 people"])
  }

  @Test(arguments: [
    ("2025-03-02", "population of 5.6 million", 1), ("2025-03-09", "population of 5.6 million", 0),
    ("2025-03-02", "population of 5.4 million", 0), ("2025-03-02", "budget of 5.6 million", 0),
  ])
  func withoutATimeTheDocumentsTell(date: String, object: String, count: Int) throws {
    var made = Made()
    made.say("2025-03-01", "Norway", "has", "population of 5.4 million")
    made.say(date, "Norway", "has", object)
    #expect(try made.disputes("disputes Norway").count == count)
  }

  @Test func whatIsNoNumberOfThingsIsNoDispute() throws {
    var made = Made()
    for object in ["Boeing 737", "Boeing 747", "2024 budget", "2025 budget"] {
      made.say("2025-03-01", "Norway", "buys", object)
    }
    // What one text tells is of two things; what two speakers tell in it is not.
    made.say("2025-03-01", "Norway", "sends", "3 ships")
    made.add("Norway", "sends", "5 ships")
    #expect(try made.disputes().isEmpty)
    made.say("2025-03-01", "Norway", "loses", "3 ships", by: "Moe")
    made.add("Norway", "loses", "5 ships", by: "Lund")
    #expect(try made.disputes() == ["number: 3 ships, 5 ships"])
  }
}
