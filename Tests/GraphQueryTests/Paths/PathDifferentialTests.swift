import GraphQuery
import GraphModel
import TestSupport
import Testing

/// Path queries on small random graphs against ``PathOracle``.
@Suite struct PathDifferentialTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func plainPaths(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var pathCounts: [Int] = []
    for round in 0..<60 {
      let graph = ArrayGraph.random(&generator)
      var evaluator = Evaluator(graph: graph)
      for _ in 0..<6 {
        let query = RandomPathQuery(graph, &generator)
        let expected = query.expected(graph)
        let found = try query.answer(&evaluator)
        // Of one path only the length is said.
        let isRight = query.wantsAny ? query.allows(found, graph) : found == expected
        #expect(isRight, "seed \(seed), round \(round): \(query.text)")
        pathCounts.append(found.count)
      }
    }
    // The queries are worth asking only if most have answers and many have several.
    #expect(pathCounts.filter { $0 > 0 }.count > pathCounts.count / 6)
    #expect(pathCounts.filter { $0 > 1 }.count > pathCounts.count / 40)
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func regularPaths(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var pathCounts: [Int] = []
    for round in 0..<60 {
      let graph = ArrayGraph.random(&generator)
      var evaluator = Evaluator(graph: graph)
      for _ in 0..<6 {
        let query = RandomPathQuery(graph, &generator, expression: RandomPathQuery.expression(&generator, depth: 3))
        let expected = query.expected(graph)
        let found = try query.answer(&evaluator)
        #expect(found == expected, "seed \(seed), round \(round): \(query.text)")
        pathCounts.append(found.count)
      }
    }
    // The queries are worth asking only if most have answers and many have several.
    #expect(pathCounts.filter { $0 > 0 }.count > pathCounts.count / 6)
    #expect(pathCounts.filter { $0 > 1 }.count > pathCounts.count / 40)
  }
}

/// A path statement, the oracle that answers it, and the selection.
struct RandomPathQuery {
  var text: String
  private var oracle: PathOracle
  private let start: Int
  private let end: Int
  private var longest = 8
  private var selection = 0
  private var count = 1

  init(_ graph: ArrayGraph, _ generator: inout SeededGenerator, expression: String? = nil) {
    start = generator.below(graph.entityCount)
    end = (start + 1 + generator.below(graph.entityCount - 1)) % graph.entityCount
    oracle = PathOracle(graph: graph)
    text = "path #\(start) to #\(end)"
    if let expression {
      text += " via \(expression)"
    } else if generator.chance(30) {
      let allowed = Set((0..<(1 + generator.below(2))).map { _ in generator.below(3) })
      oracle.allowed = allowed
      text += " via " + allowed.sorted().map { "p\($0)" }.joined(separator: "|")
    }
    if expression == nil, generator.chance(40) {
      oracle.isDirected = true
      text += " directed"
    }
    if expression != nil || generator.chance(60) {
      longest = (expression == nil ? 1 : 3) + generator.below(5)
      text += " max \(longest)"
    }
    if generator.chance(expression == nil ? 25 : 10) {
      let avoided = Set((0..<(1 + generator.below(2))).map { _ in generator.below(graph.entityCount) })
      oracle.avoided = avoided
      text += " avoid " + avoided.sorted().map { "#\($0)" }.joined(separator: ", ")
    }
    if generator.chance(expression == nil ? 25 : 10) {
      let degree = generator.below(6)
      oracle.hubDegree = degree
      text += " no-hubs \(degree)"
    }
    if generator.chance(30) {
      oracle.showsClaims = true
      text += " --claims"
    }
    selection = generator.below(4)
    switch selection {
    case 0: break
    case 1:
      count = 1 + generator.below(7)
      text += " shortest \(count)"
    case 2: text += " all shortest limit 1000"
    default:
      // Without a bound of its own, `all` looks only so far.
      if !text.contains(" max ") {
        longest = 5
        text += " max 5"
      }
      text += " all limit 1000"
    }
    if expression != nil { oracle.pattern = Self.pattern(text) }
  }

  private static func pattern(_ text: String) -> PathExpression? {
    guard let via = ((try? Query(parsing: text))?.verb as? PathVerb)?.via else { return nil }
    // A plain list bounds the edges one by one.
    if via.pattern.isPlainList {
      let both = PathExpression.alternatives([via.pattern, .inverse(via.pattern)])
      return .repeated(both, minimum: 0, maximum: nil)
    }
    return via.pattern
  }

  /// Whether the query asks for some shortest path and restricts no relation.
  var wantsAny: Bool {
    count == 1 && selection < 2 && oracle.allowed == nil && !oracle.isDirected && oracle.pattern == nil
  }

  /// Whether `found` is one of the shortest paths, or nothing when there is none.
  func allows(_ found: [[PathOracle.Step]], _ graph: ArrayGraph) -> Bool {
    let all = oracle.paths(from: start, to: end, longest: longest)
    let shortest = all.filter { $0.count == all.first?.count }
    return found.count == min(shortest.count, 1) && found.allSatisfy(shortest.contains)
  }

  func expected(_ graph: ArrayGraph) -> [[PathOracle.Step]] {
    let all = oracle.paths(from: start, to: end, longest: longest)
    switch selection {
    case 0, 1: return Array(all.prefix(count))
    case 2: return all.filter { $0.count == all.first?.count }
    default: return all
    }
  }

  func answer(_ evaluator: inout Evaluator<ArrayGraph>) throws -> [[PathOracle.Step]] {
    let answer = try evaluator.answer(Query(parsing: text))
    guard let paths = answer.content as? Answer.Paths else { return [] }
    return paths.paths.map { path in
      path.steps.map { PathOracle.Step(edge: Int($0.statement.edge.id.rawValue), isBackward: $0.isBackward) }
    }
  }

  /// A path expression with every operator.
  static func expression(_ generator: inout SeededGenerator, depth: Int) -> String {
    if depth == 0 || generator.chance(25) {
      let atom = generator.chance(15) ? "." : "p\(generator.below(3))"
      return generator.chance(25) ? "^" + atom : atom
    }
    let first = expression(&generator, depth: depth - 1)
    switch generator.below(7) {
    case 0, 1: return "\(first)/\(expression(&generator, depth: depth - 1))"
    case 2: return "(\(first)|\(expression(&generator, depth: depth - 1)))"
    case 3: return "(\(first))*"
    case 4: return "(\(first))+"
    case 5: return "(\(first))?"
    default: return generator.chance(50) ? "(\(first)){1,2}" : "^(\(first))"
    }
  }
}
