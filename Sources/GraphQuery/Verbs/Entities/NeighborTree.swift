internal import GraphModel

/// The edges around an entity at several depths as people see them: below each neighbor what was reached through it.
struct NeighborTree {
  private let answer: Answer.Neighbors
  private let bounds: DrawingBounds
  private let rows: [Answer.Neighbors.Row]
  /// Numbers of rows by the entity through which they were reached, and their depth.
  private var children: [Place: [Int]] = [:]
  private(set) var blocks: [AnswerBlock] = []
  private var drawn = 0
  private var isDrawn: [Bool]

  private struct Place: Hashable {
    var entity: EntityID
    var depth: Int
  }

  init(_ answer: Answer.Neighbors, _ bounds: DrawingBounds) {
    self.answer = answer
    self.bounds = bounds
    rows = Array(answer.rows.prefix(bounds.rows))
    isDrawn = [Bool](repeating: false, count: rows.count)
    for (number, row) in rows.enumerated() {
      children[Place(entity: row.through.id, depth: row.depth), default: []].append(number)
    }
    draw()
  }

  private mutating func draw() {
    let deepest = rows.map(\.depth).max() ?? 1
    let depths = (1...deepest).map { depth in
      let total = answer.depths[depth - 1]
      return depth == 1 ? counted(total, "edge") : "\(total) more at depth \(depth)"
    }
    blocks = [.line(answer.heading + AnswerText(": " + depths.joined(separator: ", "))), .gap]
    if answer.others.isEmpty {
      draw(below: answer.entity.id, depth: 1, indent: 1)
    } else {
      for center in [answer.entity] + answer.others where children[Place(entity: center.id, depth: 1)] != nil {
        blocks.append(.line(AnswerText("  ") + AnswerText(center.name, .entity)))
        draw(below: center.id, depth: 1, indent: 2)
      }
    }
    // Of others the row of the entity between is not shown.
    for depth in 2...max(2, deepest) {
      for (number, row) in rows.enumerated() where row.depth == depth && !isDrawn[number] {
        blocks.append(.line(AnswerText("  through ", .faint) + AnswerText(row.through.name, .entity)))
        draw(below: row.through.id, depth: depth, indent: 2)
      }
    }
    if drawn < answer.rows.count { blocks.append(.undrawn(answer.rows.count - drawn)) }
  }

  private mutating func draw(below entity: EntityID, depth: Int, indent: Int) {
    for number in children[Place(entity: entity, depth: depth)] ?? [] where !isDrawn[number] {
      guard bounds.allows(behind: drawn) else { return }
      drawn += 1
      isDrawn[number] = true
      let row = rows[number]
      blocks.append(.walk(AnswerText(String(repeating: "  ", count: indent)), parts: Self.parts(of: row)))
      draw(below: row.neighbor.id, depth: depth + 1, indent: indent + 1)
    }
  }

  /// `←leads─ Mark Rutte  ×2  2025-04-03  e5  says AP`
  private static func parts(of row: Answer.Neighbors.Row) -> [AnswerBlock.WalkPart] {
    let statement = row.statement
    let arrow = AnswerText.Arrow(words: statement.mark + statement.predicate, isBackward: row.isIncoming)
    let shown = [
      AnswerText(arrow, statement.markRole) + " " + AnswerText(row.neighbor.name, .entity), statement.times,
      statement.dates, AnswerText(statement.idText, .faint), statement.note,
    ]
    return shown.filter { !$0.isEmpty }.enumerated().map { number, text in
      AnswerBlock.WalkPart(gap: number == 0 ? "" : "  ", text: text)
    }
  }
}
