/// One connected part of a graph, drawn by forces: nodes push one another away, the more neighbors they have the more,
/// edges pull their ends together, and each step is shorter than the one before.
///
/// Source: M. Jacomy et al., ForceAtlas2, 2014; far nodes count by the cell of a quadtree in which they lie (J. Barnes,
/// P. Hut, 1986).
struct ForceLayout {
  private let neighbors: [[Int]]
  private var positions: [Point]
  /// How strongly a node pushes: the more neighbors, the more room.
  private let masses: [Double]

  /// - Parameter part: the nodes of the part in the order in which they are reached from its middle.
  init(_ part: [Int], _ allNeighbors: [[Int]]) {
    var numbers: [Int: Int] = [:]
    for (number, node) in part.enumerated() { numbers[node] = number }
    neighbors = part.map { node in allNeighbors[node].compactMap { numbers[$0] } }
    masses = neighbors.map { 1 + Double($0.count) }
    positions = Self.spiral(part.count)
  }

  /// Points one after the other by the golden angle, as the seeds of a sunflower stand, the first in the middle.
  private static func spiral(_ count: Int) -> [Point] {
    // Cosine and sine of 137.5077 degrees.
    let turn = (cosine: -0.737_368_878_078, sine: 0.675_490_294_261)
    var direction = Point(x: 1, y: 0)
    return (0..<count).map { number in
      let radius = Placement.edgeLength * 0.7 * Double(number).squareRoot()
      defer {
        direction = Point(
          x: direction.x * turn.cosine - direction.y * turn.sine, y: direction.x * turn.sine + direction.y * turn.cosine
        )
      }
      return direction * radius
    }
  }

  /// Where each node stands in the end.
  func places() -> [Point] {
    guard positions.count > 1 else { return positions }
    var layout = self
    let steps = positions.count <= 1_000 ? 200 : 100
    let start = Placement.edgeLength * 3
    for step in 0..<steps {
      let rest = 1 - Double(step) / Double(steps)
      layout.move(atMost: max(0.3, start * rest * rest))
    }
    layout.part()
    return layout.positions
  }

  /// How strongly two nodes of one neighbor each push: at the length of an edge as strongly as it pulls.
  private static let push = Placement.edgeLength * Placement.edgeLength / 4
  /// How strongly the middle pulls.
  private static let gravity = 0.9

  private mutating func move(atMost longest: Double) {
    let tree = QuadTree(positions, masses)
    let forces = positions.indices.map { node in
      let position = positions[node]
      var force = tree.push(on: position, mass: masses[node]) * Self.push
      for neighbor in neighbors[node] { force = force + (positions[neighbor] - position) }
      // Who has many neighbors moves slowly.
      return force * (1 / masses[node]) - position * (Self.gravity / Double(positions.count).squareRoot())
    }
    for (node, force) in forces.enumerated() {
      let size = force.squaredLength.squareRoot()
      guard size > 0 else { continue }
      positions[node] = positions[node] + force * (min(size, longest) / size)
    }
  }

  /// Moves nodes apart that lie over one another.
  private mutating func part() {
    let least = Placement.edgeLength * 0.45
    for _ in 0..<12 {
      var hasMoved = false
      let order = positions.indices.sorted { (positions[$0].x, $0) < (positions[$1].x, $1) }
      for (place, node) in order.enumerated() {
        for other in order[(place + 1)...] {
          let way = positions[other] - positions[node]
          if way.x >= least { break }
          let distance = way.squaredLength.squareRoot()
          if distance >= least { continue }
          // Of two at one place one goes down.
          let direction = distance > 0 ? way * (1 / distance) : Point(x: 0, y: 1)
          let step = direction * ((least - distance) / 2 + 0.01)
          positions[node] = positions[node] - step
          positions[other] = positions[other] + step
          hasMoved = true
        }
      }
      if !hasMoved { return }
    }
  }
}
