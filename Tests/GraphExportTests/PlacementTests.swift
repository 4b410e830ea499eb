import TestSupport
import Testing

@testable import GraphExport

@Suite struct PlacementTests {
  private static func random(seed: UInt64, nodes: Int, edges: Int) -> [(Int, Int)] {
    var generator = SeededGenerator(seed: seed)
    return (0..<edges).map { _ in (generator.below(nodes), generator.below(nodes)) }
  }

  @Test(arguments: Array(1...5) as [UInt64])
  func nodesLieApart(seed: UInt64) {
    let nodes = 60
    let edges = Self.random(seed: seed, nodes: nodes, edges: 80)
    let places = Placement.places(of: nodes, joinedBy: edges)
    #expect(places == Placement.places(of: nodes, joinedBy: edges.reversed().map { ($0.1, $0.0) }), "seed \(seed)")
    #expect(places.allSatisfy { $0.x.isFinite && $0.y.isFinite }, "seed \(seed)")
    for a in places.indices {
      for b in places.indices where a < b {
        let distance = (places[a] - places[b]).squaredLength.squareRoot()
        #expect(distance > Placement.edgeLength / 4, "seed \(seed): \(a) and \(b)")
      }
    }
  }

  @Test func neighborsLieNearerThanOthers() {
    let edges = Self.random(seed: 9, nodes: 80, edges: 110)
    let places = Placement.places(of: 80, joinedBy: edges)
    func distance(_ a: Int, _ b: Int) -> Double { (places[a] - places[b]).squaredLength.squareRoot() }
    func mean(_ distances: [Double]) -> Double { distances.reduce(0, +) / Double(distances.count) }
    let near = mean(edges.filter { $0.0 != $0.1 }.map { distance($0.0, $0.1) })
    let all = mean((0..<80).flatMap { a in (0..<80).filter { $0 != a }.map { distance(a, $0) } })
    #expect(near < all / 2, "\(near) of \(all)")
  }

  @Test func smallGraphs() {
    #expect(Placement.places(of: 0, joinedBy: []).isEmpty)
    #expect(Placement.places(of: 1, joinedBy: [(0, 0)]).count == 1)
    let pair = Placement.places(of: 2, joinedBy: [(0, 1)])
    let length = (pair[0] - pair[1]).squaredLength.squareRoot()
    #expect(abs(length - Placement.edgeLength) < Placement.edgeLength / 3, "\(length)")
    // Parts of their own do not lie over one another.
    let parts = Placement.places(of: 4, joinedBy: [(0, 1), (2, 3)])
    let isBeside = max(parts[0].x, parts[1].x) < min(parts[2].x, parts[3].x)
    let isAbove = max(parts[0].y, parts[1].y) < min(parts[2].y, parts[3].y)
    #expect(isBeside || isAbove)
  }

  /// What all points do together is about the sum of what each does.
  @Test(arguments: Array(11...14) as [UInt64])
  func aTreePushesAsItsPointsDo(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<200).map { _ in Point(x: Double(generator.below(1_000)), y: Double(generator.below(1_000))) }
    let masses = points.map { _ in Double(1 + generator.below(5)) }
    let tree = QuadTree(points, masses)
    for place in [0, 50, 199] {
      var exact = Point(x: 0, y: 0)
      for (point, mass) in zip(points, masses) {
        let way = points[place] - point
        if way.squaredLength > 0 { exact = exact + way * (mass / max(way.squaredLength, 1)) }
      }
      let found = tree.push(on: points[place], mass: 1)
      let error = (found - exact).squaredLength.squareRoot()
      #expect(error < 0.15 * max(exact.squaredLength.squareRoot(), 1), "seed \(seed)")
    }
  }
}
