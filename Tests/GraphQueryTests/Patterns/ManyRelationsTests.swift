import GraphModel
import Synchronization
import Testing

@testable import GraphQuery

/// A pair of entities with one edge of each of very many relations.
@Suite struct ManyRelationsTests {
  private static let count = 30_000
  private let graph = ArrayGraph(
    entities: 2, predicates: (0..<count).map { GraphContent.Predicate(name: "p\($0)") },
    triples: (0..<count).map { ArrayGraph.Triple(subject: 0, predicate: $0, object: 1) })

  /// Counts the predicates that are read, and cancels after so many.
  private final class Reads: Sendable {
    let count = Atomic<Int>(0)
    let cancellation = Cancellation()

    func count(cancellingAfter most: Int) {
      if count.add(1, ordering: .relaxed).newValue == most { cancellation.cancel() }
    }
  }

  /// In the walk over the edges of one entity, those among them that are not asked for too, and when groups are named.
  @Test(arguments: [("neighbors #0", 5_000), ("neighbors #0 in", 5_000), ("neighbors #0", count + 5_000)])
  func neighborsEndAtOnce(statement: String, most: Int) throws {
    let reads = Reads()
    var graph = graph
    graph.whenPredicateIsRead = { [reads] _ in reads.count(cancellingAfter: most) }
    var evaluator = Evaluator(graph: graph, cancellation: reads.cancellation)
    let answer = try evaluator.answer(Query(parsing: statement))
    #expect(answer.cutOff == .cancelled)
    let neighbors = try #require(answer.content as? Answer.Neighbors)
    #expect(neighbors.isEmpty == statement.hasSuffix("in"))
    #expect(reads.count.load(ordering: .relaxed) < most + 5_000)
  }

  /// A time that has run out is seen while the edges of one entity are read.
  @Test func edgesOfOneEntityAreReadInTime() {
    var budget = WorkBudget(StatementClock(limit: .seconds(-1)), memory: 1 << 30)
    var adjacency: [Adjacency] = []
    let large = ArrayGraph(
      entities: 2, predicates: [GraphContent.Predicate(name: "p")],
      triples: (0..<70_000).map { _ in ArrayGraph.Triple(subject: 0, predicate: 0, object: 1) })
    #expect(!budget.read(EntityID(0), .both, of: large, into: &adjacency) && adjacency.count < 1_000)
    var endless = WorkBudget()
    #expect(endless.read(EntityID(0), .both, of: large, into: &adjacency) && adjacency.count == 70_000)
  }

  @Test func groupsTakeMemory() throws {
    var limits = QueryLimits()
    limits.memory = 3 << 20
    var evaluator = Evaluator(graph: graph, limits: limits)
    #expect(try evaluator.answer(Query(parsing: "neighbors #0")).cutOff == .memoryLimit(3 << 20))
    evaluator.limits.memory = 12 << 20
    let answer = try evaluator.answer(Query(parsing: "neighbors #0 limit 100000"))
    let neighbors = try #require(answer.content as? Answer.Neighbors)
    #expect(answer.cutOff == nil && neighbors.groups.count == Self.count && neighbors.rows.count == Self.count)
    #expect(neighbors.groups.first?.predicate == "p0" && neighbors.groups.last?.predicate == "p9999")
  }

  @Test func suggestionsEndAtOnce() throws {
    let cancellation = Cancellation()
    var budget = WorkBudget(StatementClock(cancellation: cancellation))
    let names = try #require(RelationNames(graph: graph, &budget))
    let reference = NameReference(spelling: "p1x", range: SourceRange(SourcePosition(), SourcePosition()))
    do {
      _ = try names.resolve(reference, &budget)
      Issue.record("resolved")
    } catch {
      guard case .error(let error) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.suggestions == ["p1", "p10", "p11"], "\(error.suggestions)")
    }
    cancellation.cancel()
    do {
      _ = try names.resolve(reference, &budget)
      Issue.record("resolved")
    } catch {
      if case .stopped = error {} else { Issue.record("\(error)") }
    }
  }
}
