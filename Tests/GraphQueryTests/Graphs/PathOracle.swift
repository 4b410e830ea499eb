import GraphQuery
import GraphModel
import TestSupport

/// Finds paths by trying everything: what the differential tests hold the evaluator to.
struct PathOracle {
  struct Step: Equatable {
    var edge: Int
    var isBackward: Bool
  }

  let graph: ArrayGraph
  var showsClaims = false
  var isDirected = false
  /// Predicates that may be walked at all; nil for all.
  var allowed: Set<Int>?
  var avoided: Set<Int> = []
  var hubDegree: Int?
  /// Nil for no condition on the whole path.
  var pattern: PathExpression?

  /// All paths without repeated entity, at most `longest` edges, in the order (length, edges).
  func paths(from start: Int, to end: Int, longest: Int) -> [[Step]] {
    var found: [[Step]] = []
    var path: [Step] = []
    var visited: Set<Int> = [start]
    func walk(_ node: Int) {
      if node == end {
        if matches(path) { found.append(path) }
        return
      }
      guard path.count < longest else { return }
      for (number, triple) in graph.triples.enumerated() where showsClaims || triple.isFact {
        for isBackward in [false, true] {
          let (from, to) = isBackward ? (triple.object, triple.subject) : (triple.subject, triple.object)
          guard from == node, !visited.contains(to), mayWalk(triple.predicate, isBackward) else { continue }
          guard !avoided.contains(to), to == end || !isHub(to) else { continue }
          visited.insert(to)
          path.append(Step(edge: number, isBackward: isBackward))
          walk(to)
          path.removeLast()
          visited.remove(to)
        }
      }
    }
    if !avoided.contains(start) { walk(start) }
    return found.sorted { a, b in
      a.count != b.count ? a.count < b.count : a.map(\.edge).lexicographicallyPrecedes(b.map(\.edge))
    }
  }

  private func isHub(_ node: Int) -> Bool {
    guard let hubDegree else { return false }
    return graph.degree(of: EntityID(UInt32(node)), .both) > hubDegree
  }

  private func mayWalk(_ predicate: Int, _ isBackward: Bool) -> Bool {
    if let allowed, !allowed.contains(predicate) { return false }
    return !isDirected || !isBackward || graph.predicates[predicate].isSymmetric
  }

  private func matches(_ path: [Step]) -> Bool {
    guard let pattern else { return true }
    return ends(of: pattern, path, [0], isInverse: false).contains(path.count)
  }

  /// Where a match of `pattern` can end that starts at one of `starts`.
  private func ends(of pattern: PathExpression, _ path: [Step], _ starts: Set<Int>, isInverse: Bool) -> Set<Int> {
    switch pattern {
    case .any:
      return Set(starts.filter { $0 < path.count && fits(path[$0], nil, isInverse) }.map { $0 + 1 })
    case .relation(let name):
      let predicate = Int(name.spelling.dropFirst())
      return Set(starts.filter { $0 < path.count && fits(path[$0], predicate, isInverse) }.map { $0 + 1 })
    case .inverse(let inner): return ends(of: inner, path, starts, isInverse: !isInverse)
    case .sequence(let parts):
      return (isInverse ? parts.reversed() : parts).reduce(starts) { ends(of: $1, path, $0, isInverse: isInverse) }
    case .alternatives(let parts):
      return parts.reduce(into: []) { $0.formUnion(ends(of: $1, path, starts, isInverse: isInverse)) }
    case .repeated(let inner, let minimum, let maximum):
      var here = starts
      for _ in 0..<minimum { here = ends(of: inner, path, here, isInverse: isInverse) }
      var all = here
      for _ in minimum..<(maximum ?? minimum + path.count + 1) {
        here = ends(of: inner, path, here, isInverse: isInverse)
        all.formUnion(here)
      }
      return all
    }
  }

  private func fits(_ step: Step, _ predicate: Int?, _ isInverse: Bool) -> Bool {
    let actual = graph.triples[step.edge].predicate
    guard predicate == nil || predicate == actual else { return false }
    return step.isBackward == isInverse || graph.predicates[actual].isSymmetric
  }
}

extension ArrayGraph {
  /// A small graph with loops, parallel edges and claims; `p1` is symmetric.
  static func random(_ generator: inout SeededGenerator) -> ArrayGraph {
    let entities = 3 + generator.below(5)
    let predicates = (0..<3).map {
      GraphContent.Predicate(name: "p\($0)", relation: nil, inverse: $0 == 2 ? "q2" : nil, isSymmetric: $0 == 1)
    }
    let triples = (0..<(2 + generator.below(13))).map { _ in
      Triple(
        subject: generator.below(entities), predicate: generator.below(3), object: generator.below(entities),
        isFact: !generator.chance(15))
    }
    return ArrayGraph(entities: entities, predicates: predicates, triples: triples)
  }
}
