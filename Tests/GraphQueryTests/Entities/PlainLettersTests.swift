import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

@Suite struct PlainLettersTests {
  @Test(arguments: [
    ("Sánchez", "sanchez"), ("Sa\u{301}nchez", "sanchez"), ("ŁÓDŹ Institute", "lodz institute"), ("Straße", "strasse"),
    ("Þór Æsir Œuvre", "thor aesir oeuvre"), ("Đặng Ngọc", "dang ngoc"), ("ıĞ", "ig"), ("NATO", "nato"),
    ("東京 Ελλάδα Киев", "東京 ελλάδα киев"), ("", ""), ("Å ø ñ ç ü", "a o n c u"),
  ])
  func letters(name: String, plain: String) {
    #expect(plainLetters(name.utf8) == Array(plain.utf8))
  }

  private func answer(_ text: String) throws -> Answer {
    var builder = SampleGraph.Builder()
    builder.entity("Pedro Sánchez", "Person", aliases: ["Sánchez": "surname"])
    builder.entity("Sanchez Holdings", "Organization")
    builder.entity("Viktor Orbán", "Person")
    var evaluator = Evaluator(graph: try MemoryGraph(builder.content))
    return try evaluator.answer(Query(parsing: text))
  }

  @Test(arguments: [
    ("facts pedro sanchez", "Pedro Sánchez"), ("facts sanchez", "Pedro Sánchez"),
    ("facts Sa\u{301}nchez", "Pedro Sánchez"),
    ("facts VIKTOR ORBAN", "Viktor Orbán"), ("facts viktor orbàn", "Viktor Orbán"),
  ])
  func namesAreFoundWithoutAccents(text: String, name: String) throws {
    let emptyText = try answer(text).content.emptyText
    #expect(emptyText.contains(name), "\(emptyText)")
  }

  @Test func partsAreFoundWithoutAccents() throws {
    #expect(try answer("find sanchez").content.records.count == 2)
    #expect(try answer("find orban").content.records.count == 1)
    #expect(try answer("find SÁN").content.records.count == 2)
  }
}
