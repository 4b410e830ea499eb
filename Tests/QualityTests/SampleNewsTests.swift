import Testing

/// The statements of seeds/ that a careful reader takes from it, and those that he does not.
@Suite struct SampleNewsTests {
  private static let categories: [ExpectedStatement.Kind: String] = [
    .essential: "essential", .expected: "expected", .forbidden: "not taken for facts",
  ]

  @Test func theEssentialsAreFound() throws {
    let found = try ExtractedStatement.extract([ProjectFile.path("seeds")])
    var scores: [String: Floors.Floor] = [:]
    var wrong: [String] = []
    for expected in try ExpectedStatement.read() {
      let isSaid = (found[expected.document] ?? []).contains(where: expected.isSaid)
      let isRight = isSaid != (expected.kind == .forbidden)
      let category = Self.categories[expected.kind]!
      scores[category, default: .init(right: 0, total: 0)].total += 1
      if isRight { scores[category]?.right += 1 }
      if !isRight, expected.kind != .expected {
        wrong.append(
          "\(category), \(expected.document): \(expected.subject) | \(expected.predicate) | \(expected.object)")
      }
    }
    let complaints = try Floors(file: "Tests/Golden/seeds/floors.txt").complaints(about: scores)
    #expect(complaints.isEmpty, "\((complaints + wrong).joined(separator: "\n"))")
  }
}
