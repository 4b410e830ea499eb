/// Boxes beside and below one another, in the shape of a screen.
enum PackedRows {
  /// The room that one connected part takes, with a margin for its labels.
  struct Box {
    var nodes: [Int]
    /// Where the box begins in the part's own measure.
    var corner: Point
    var width: Double
    var height: Double

    init(around places: [Point], of nodes: [Int]) {
      self.nodes = nodes
      let margin = Placement.edgeLength * 1.7
      let left = places.map(\.x).min() ?? 0
      let top = places.map(\.y).min() ?? 0
      corner = Point(x: left - margin, y: top - margin)
      width = (places.map(\.x).max() ?? 0) - left + 2 * margin
      height = (places.map(\.y).max() ?? 0) - top + 2 * margin
    }
  }

  /// How much wider than high the picture is.
  private static let aspect = 1.3

  /// The boxes with the corner of each, rows in the order of the boxes, those of a row centered on its middle.
  static func packed(_ boxes: [Box]) -> [(Box, Point)] {
    let area = boxes.reduce(0) { $0 + $1.width * $1.height }
    let width = max(boxes.map(\.width).max() ?? 0, (area * aspect).squareRoot())
    var packed: [(Box, Point)] = []
    var row: [Box] = []
    var top = 0.0
    func finish() {
      let height = row.map(\.height).max() ?? 0
      var left = -row.reduce(0) { $0 + $1.width } / 2
      for box in row {
        packed.append((box, Point(x: left, y: top + (height - box.height) / 2)))
        left += box.width
      }
      top += height
      row = []
    }
    for box in boxes {
      if !row.isEmpty, row.reduce(box.width, { $0 + $1.width }) > width { finish() }
      row.append(box)
    }
    finish()
    return packed
  }
}
