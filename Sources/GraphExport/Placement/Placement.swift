/// A place in a picture.
struct Point: Equatable {
  var x: Double
  var y: Double

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }

  var squaredLength: Double { x * x + y * y }
}

/// Places for the nodes of a graph: connected parts drawn apart, the largest first, packed in rows.
///
/// Only `+ - * /` and square roots are used, which IEEE 754 rounds the same everywhere: the same graph has the same
/// places on every machine.
enum Placement {
  /// How long an edge likes to be.
  static let edgeLength = 70.0

  /// A place for each node, about the middle of the picture.
  ///
  /// - Parameter edges: pairs of numbers of nodes below `nodes`, in any order and number.
  /// - Complexity: O((*n* log *n* + *e*) · steps) for *n* nodes and *e* edges.
  static func places(of nodes: Int, joinedBy edges: [(Int, Int)]) -> [Point] {
    var neighbors = [[Int]](repeating: [], count: nodes)
    for (a, b) in edges where a != b {
      neighbors[a].append(b)
      neighbors[b].append(a)
    }
    for node in neighbors.indices { neighbors[node] = Set(neighbors[node]).sorted() }
    var places = [Point](repeating: Point(x: 0, y: 0), count: nodes)
    var boxes: [PackedRows.Box] = []
    for part in parts(of: neighbors) {
      let drawn = ForceLayout(part, neighbors).places()
      let box = PackedRows.Box(around: drawn, of: part)
      for (node, place) in zip(part, drawn) { places[node] = place - box.corner }
      boxes.append(box)
    }
    for (box, corner) in PackedRows.packed(boxes) {
      for node in box.nodes { places[node] = places[node] + corner }
    }
    return places
  }

  /// The connected parts, the largest first, each in the order in which its nodes are reached from its best connected
  /// one.
  private static func parts(of neighbors: [[Int]]) -> [[Int]] {
    var isReached = [Bool](repeating: false, count: neighbors.count)
    var parts: [[Int]] = []
    let order = neighbors.indices.sorted { (-neighbors[$0].count, $0) < (-neighbors[$1].count, $1) }
    for start in order where !isReached[start] {
      var part = [start]
      isReached[start] = true
      var next = 0
      while next < part.count {
        for neighbor in neighbors[part[next]] where !isReached[neighbor] {
          isReached[neighbor] = true
          part.append(neighbor)
        }
        next += 1
      }
      parts.append(part)
    }
    return parts.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}
