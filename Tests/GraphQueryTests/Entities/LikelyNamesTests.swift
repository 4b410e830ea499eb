import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

@Suite struct LikelyNamesTests {
  private static func content(_ names: [(name: String, type: String)], edges: [(String, String)] = []) -> GraphContent {
    var content = GraphContent()
    content.entities = names.map { .init(name: $0.name, type: $0.type) }
    content.predicates = [.init(name: "meets")]
    content.statements = edges.map { subject, object in
      .init(
        subject: names.firstIndex { $0.name == subject } ?? 0, predicate: 0,
        object: names.firstIndex { $0.name == object } ?? 0, evidence: nil)
    }
    return content
  }

  private static func pairs(_ names: [(String, String)]) throws -> [String] {
    let graph = try MemoryGraph(content(names))
    var budget = WorkBudget()
    return LikelyNames(graph, &budget).pairs
      .map { "\($0.rule.rawValue): \(graph.name(of: $0.first)) = \(graph.name(of: $0.second))" }.sorted()
  }

  @Test func eachRuleFindsItsPairsAndNoOther() throws {
    let found = try Self.pairs([
      ("Ana Botín", "Person"), ("Ana Botin", "Person"), ("Apple", "Company"), ("Apple", "Person"),
      ("the Al-Shabaab", "Organization"), ("Al Shabaab", "Organization"),
      ("Volodymyr Zelensky", "Person"), ("Volodymyr Zelenskyy", "Person"), ("Zelensky", "Company"),
      ("European Investment Bank", "Organization"), ("EIB", "Organization"), ("EIB (band)", "Organization"),
      ("J. Smith", "Person"), ("John Smith", "Person"), ("K. Jones", "Person"), ("Kim Jones", "Person"),
      ("Karl Jones", "Person"), ("Norwind", "Company"), ("Norwind Shipping", "Company"),
      ("Kansas", "GeopoliticalEntity"), ("Kansas City", "GeopoliticalEntity"), ("Flight 1234567", "Event"),
      ("Flight 1234568", "Event"), ("allies", "Group"), ("Allies", "Group"), ("two soldiers", "Group"),
    ])
    #expect(
      found == [
        "acronym: EIB = European Investment Bank", "initial: J. Smith = John Smith",
        "letters: Volodymyr Zelensky = Volodymyr Zelenskyy", "short name: Norwind = Norwind Shipping",
        "spelling: Al Shabaab = the Al-Shabaab", "spelling: Ana Botin = Ana Botín", "spelling: Apple = Apple",
      ])
  }

  @Test(arguments: [
    ("smith", "smyth", true), ("smith", "smit", true), ("smith", "smiths", true), ("smith", "smith", false),
    ("smith", "simth", false), ("smith", "smi", false), ("aa", "a", true), ("", "a", true), ("ab", "ba", false),
  ])
  func oneLetter(a: String, b: String, isOne: Bool) {
    #expect(LikelyNames.differInOneLetter(Array(a.utf8), Array(b.utf8)) == isOne)
    #expect(LikelyNames.differInOneLetter(Array(b.utf8), Array(a.utf8)) == isOne)
  }

  /// Those that share more come first, those that met are two, and who was told apart is not asked for again.
  @Test func suggestions() throws {
    let names = [
      ("Jon Ferguson", "Person"), ("John Ferguson", "Person"), ("Maria Castellano", "Person"),
      ("Marla Castellano", "Person"), ("Peter Hadlow", "Person"), ("Peter Hadlov", "Person"), ("Acme", "Company"),
      ("Volvo", "Company"),
    ]
    let edges = [
      ("Jon Ferguson", "Acme"), ("John Ferguson", "Acme"), ("John Ferguson", "Volvo"),
      ("Maria Castellano", "Marla Castellano"), ("Peter Hadlow", "Volvo"),
    ]
    var content = Self.content(names, edges: edges)
    func rows(_ statement: String = "suggest") throws -> [String] {
      var evaluator = Evaluator(graph: try MemoryGraph(content))
      let answer = try evaluator.answer(Query(parsing: statement))
      let rows = (answer.content as? Answer.Suggestions)?.rows ?? []
      return rows.map { "\($0.entity.name) = \($0.other.name) \($0.rule) \($0.shared)" }
    }
    #expect(
      try rows() == ["Jon Ferguson = John Ferguson letters 1", "Peter Hadlov = Peter Hadlow letters 0"])
    #expect(try rows("suggest limit 1").count == 1 && rows("suggest type Company").isEmpty)
    content.decisions = [
      NamingDecision(
        serial: 1, kind: .split, entity: .init(name: "John Ferguson", type: "Person"),
        other: .init(name: "Jon Ferguson", type: "Person"), names: [])
    ]
    #expect(try rows() == ["Peter Hadlov = Peter Hadlow letters 0"])
  }
}
