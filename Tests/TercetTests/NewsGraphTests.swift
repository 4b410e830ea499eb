import Bytes
import GraphExport
import GraphModel
import Tercet
import TestSupport
import Testing

/// What programs of others see of the library.
@Suite struct NewsGraphTests {
  private static let reader = Result { () throws(TercetError) in try NewsReader() }

  private static let texts = [
    NewsText("Mark Rutte leads NATO. Norway is a member of NATO.", id: "a", date: "2025-04-02"),
    NewsText("Rutte met Jonas Store in Oslo. Store denied that Norway left NATO.", id: "b", date: "2025-04-03"),
  ]

  private func graph() throws -> NewsGraph { try Self.reader.get().graph(of: Self.texts) }

  @Test func statementsHaveTheirSentences() throws {
    let statements = try Self.reader.get().statements(in: Self.texts[0])
    let leads = try #require(statements.first { $0.relation == "leads" })
    #expect(leads.subject == Statement.Node(name: "Mark Rutte", type: "Person"))
    #expect(leads.object?.name == "NATO")
    #expect(leads.predicate == "lead")
    #expect(leads.document == "a")
    #expect(leads.sentenceNumber == 1)
    #expect(leads.sentence == "Mark Rutte leads NATO.")
    #expect(leads.isFact && leads.confidence > 0)
    #expect(statements.contains { $0.sentenceNumber == 2 && $0.subject.name == "Norway" })
    #expect(try Self.reader.get().statements(in: NewsText("", id: "empty")).isEmpty)
  }

  @Test func deniedIsNoFact() throws {
    let statements = try Self.reader.get().statements(in: Self.texts[1])
    let left = try #require(statements.first { $0.subject.name == "Norway" })
    #expect(left.polarity == .negated || left.speaker != nil)
    #expect(!left.isFact)
  }

  @Test func rowsAreThoseOfTheQueryLanguage() throws {
    let reply = try graph().ask("neighbors NATO via leads")
    #expect(reply.rows.count == 1 && reply.isComplete)
    let row = try #require(reply.rows.first)
    #expect(row.text("neighbor") == "Mark Rutte")
    #expect(row.integer("support") == 1)
    #expect(row["attribution"] == nil && row["no such field"] == nil)
    #expect(row.names.contains("relation"))
  }

  @Test func pathIsOneLineOfText() throws {
    let row = try #require(try graph().ask("path \"Mark Rutte\" to Norway").rows.first)
    #expect(row.text("entities")?.hasPrefix("Mark Rutte ─leads→ NATO ←") == true, "\(row)")
  }

  @Test func whatWasLeftOutIsSaid() throws {
    let reply = try graph().ask("edges limit 1")
    #expect(reply.rows.count == 1 && !reply.isComplete)
    #expect(reply.notes.contains { $0.contains("more not shown") }, "\(reply.notes)")
  }

  @Test func mistakesHaveCodePlaceAndRemedy() throws {
    let graph = try graph()
    let unknown = #expect(throws: TercetError.self) { try graph.ask("neighbors Rute") }
    #expect(unknown?.message.contains("Rute") == true && unknown?.remedy != nil, "\(String(describing: unknown))")
    #expect(throws: TercetError.self) { try graph.ask("naighbors NATO") }
    #expect(throws: TercetError.self) { try graph.ask("merge NATO into Norway") }
    let missing = #expect(throws: TercetError.self) { try NewsGraph(path: "/nowhere/news.tercet") }
    #expect(missing?.place == "/nowhere/news.tercet")
    #expect(throws: TercetError.self) { try NewsReader(schema: "/nowhere") }
  }

  @Test func nameOfSeveralIsAskedBack() throws {
    let texts = [
      NewsText("Angela Merkel met Emmanuel Macron. Merkel visited Paris.", id: "c"),
      NewsText("Max Merkel met Olaf Scholz. Merkel visited Rome.", id: "d"),
    ]
    let graph = try Self.reader.get().graph(of: texts)
    let error = #expect(throws: TercetError.self) { try graph.ask("facts Merkel") }
    #expect(error?.code == "query.ambiguous" && error?.remedy?.contains("#") == true, "\(String(describing: error))")
  }

  @Test func builtFileIsTheGraph() throws {
    let folder = try TemporaryFolder()
    let own = folder.file("own.tercet")
    let built = try Self.reader.get().build(Self.texts.reversed(), at: own)
    #expect(built.documentCount == 2 && built.statementCount > 2 && built.entityCount > 3)
    #expect(throws: TercetError.self) { try Self.reader.get().build(Self.texts, at: own) }
    _ = try Self.reader.get().build(Self.texts, at: own, replacing: true)
    let first = try NewsGraph(path: own).ask("stats").rows
    let second = try graph().ask("stats").rows
    #expect(first.map { $0 } == second.map { $0 })
    #expect(built.damage == nil)
  }

  @Test func exportsArePiecesOfOneText() throws {
    let graph = try graph()
    func text(_ format: ExportFormat, around name: String? = nil) throws -> String {
      var bytes: [UInt8] = []
      try graph.export(format, around: name) { bytes += $0 }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(try text(.csv).contains("Oslo"))
    let near = try text(.csv, around: "Norway")
    #expect(near.contains("NATO") && !near.contains("Oslo"), "\(near)")
    // What the schema knows of a country.
    #expect(try text(.nt).contains("<http://www.wikidata.org/prop/direct/P297> \"NO\" ."))
    #expect(try text(.ftm).contains("\"country\":[\"no\"],\"wikidataId\":[\"Q20\"]"))
    #expect(throws: TercetError.self) { try text(.png) }
    #expect(throws: TercetError.self) { try text(.vault) }
    #expect(throws: TercetError.self) { try text(.csv, around: "Nobody at all") }
  }

  @Test func filesAndFoldersAreRead() throws {
    let folder = try TemporaryFolder()
    for name in ["2025-04-02-talks.txt", "copy.txt"] {
      try AtomicFile.replace(folder.file(name), with: Array("Mark Rutte leads NATO.".utf8))
    }
    var dates: [String?] = []
    var errors = 0
    NewsText.forEach(in: [folder.path, folder.file("missing.txt")]) { result in
      switch result {
      case .success(let text): dates.append(text.date)
      case .failure: errors += 1
      }
    }
    #expect(dates == ["2025-04-02"])
    #expect(errors == 1)
  }
}
