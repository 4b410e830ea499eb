import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// `merge`, `split` and `undo`: what they mean in the sample graph.
@Suite struct NamingStatementTests {
  private func target(_ text: String) throws -> NamingTarget {
    let statement = try #require(StatementScanner(text).statements.first)
    let verb = try StatementParser.parse(statement.text, at: statement.start, verbs: VerbList.naming).verb
    var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
    return try evaluator.target(of: #require(verb as? any NamingVerb))
  }

  private func id(_ name: String) throws -> EntityID {
    let graph = try MemoryGraph(SampleGraph.content)
    return try #require(graph.entities(named: name).first { graph.name(of: $0) == name })
  }

  private func error(_ text: String) -> String {
    do {
      return "\(try target(text))"
    } catch let error as QueryError {
      return "\(error.place ?? "") \(error.message)" + (error.remedy.map { "; \($0)" } ?? "")
    } catch {
      return "\(error)"
    }
  }

  @Test func whatIsMeant() throws {
    #expect(try target("merge Marco Rubio into Mark Rutte") == .merge(id("Marco Rubio"), into: id("Mark Rutte")))
    #expect(try target("MERGE \"NATO\" INTO #3") == .merge(id("NATO"), into: EntityID(3)))
    #expect(try target("split Rutte") == .split("Rutte", from: id("Mark Rutte")))
    #expect(try target("split rutte from \"Mark Rutte\"") == .split("Rutte", from: id("Mark Rutte")))
    #expect(try target("undo;") == .undo)
  }

  @Test func whatIsWrongIsSaid() {
    for (text, expected) in [
      ("merge", "1:6 expected the entity that becomes another one, found the end of the statement"),
      ("merge NATO", "1:11 expected into and the entity that it becomes, found the end of the statement"),
      ("merge NATO into", "1:16 expected the entity that it becomes, found the end of the statement"),
      ("merge Rutte into Mark Rutte", "1:18 “Rutte” and “Mark Rutte” are both “Mark Rutte” already"),
      ("merge NATO into Nobody", "1:17 no entity is called “Nobody”; find TEXT searches names"),
      ("split NATO", "1:7 nobody has “NATO” as another name; why E lists the names of an entity"),
      ("split NATO from Mark Rutte", "1:7 “NATO” is no other name of “Mark Rutte”"),
      ("undo all", "1:6 expected the end of the statement, found “all”"),
    ] {
      let found = error(text)
      #expect(found.hasPrefix(expected), "\(text): \(found)")
    }
  }
}
