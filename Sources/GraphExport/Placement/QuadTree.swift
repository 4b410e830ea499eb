/// Points in squares of squares: what a far square does counts as one point.
struct QuadTree {
  private struct Cell {
    var center = Point(x: 0, y: 0)
    var mass = 0.0
    /// The first of four cells, side by side; nil for a cell that is not divided.
    var children: Int?
    /// The only point of a cell that is not divided; nil for an empty one, and for one at the bottom.
    var point: Point?
  }

  private var cells = [Cell()]
  private let corner: Point
  private let width: Double

  /// Points at nearly one place are one below this depth.
  private static let deepest = 24
  /// A cell this much farther away than it is wide counts as one point.
  private static let openness = 0.8

  init(_ points: [Point], _ masses: [Double]) {
    let left = points.map(\.x).min() ?? 0
    let top = points.map(\.y).min() ?? 0
    corner = Point(x: left, y: top)
    width = max((points.map(\.x).max() ?? 0) - left, (points.map(\.y).max() ?? 0) - top, 1)
    for (point, mass) in zip(points, masses) { insert(point, mass) }
  }

  private mutating func insert(_ point: Point, _ mass: Double) {
    var cell = 0
    var corner = corner
    var width = width
    for depth in 0... {
      let before = cells[cell]
      let total = before.mass + mass
      cells[cell].center = (before.center * before.mass + point * mass) * (1 / total)
      cells[cell].mass = total
      if before.mass == 0 {
        cells[cell].point = point
        return
      }
      if depth == Self.deepest {
        cells[cell].point = nil
        return
      }
      let half = width / 2
      let middle = Point(x: corner.x + half, y: corner.y + half)
      func quarter(of point: Point) -> Int { (point.x < middle.x ? 0 : 1) + (point.y < middle.y ? 0 : 2) }
      if before.children == nil {
        let first = cells.count
        cells += Array(repeating: Cell(), count: 4)
        cells[cell].children = first
        if let lone = before.point {
          cells[first + quarter(of: lone)] = Cell(center: lone, mass: before.mass, point: lone)
          cells[cell].point = nil
        }
      }
      let place = quarter(of: point)
      cell = (cells[cell].children ?? 0) + place
      corner = Point(x: place % 2 == 0 ? corner.x : middle.x, y: place < 2 ? corner.y : middle.y)
      width = half
    }
  }

  /// How all points together push one at `position` away, as mass over distance.
  func push(on position: Point, mass: Double) -> Point {
    var force = Point(x: 0, y: 0)
    var open: [(cell: Int, width: Double)] = [(0, width)]
    while let (number, width) = open.popLast() {
      let cell = cells[number]
      guard cell.mass > 0 else { continue }
      let way = position - cell.center
      let squared = way.squaredLength
      if let children = cell.children, width * width > squared * Self.openness * Self.openness {
        for child in children..<children + 4 { open.append((child, width / 2)) }
      } else if squared > 0 {
        // Points at one place push nobody; those nearly there not without bound.
        force = force + way * (mass * cell.mass / max(squared, 1))
      }
    }
    return force
  }
}
