import Foundation
import Testing

/// Polarity, modality, attribution, time, place and quantity of 699 statements, with a floor a category.
@Suite struct QualifierTests {
  private struct Input: Encodable {
    var id: String
    var date: String?
    var text: String
  }

  @Test func noCategoryFallsBelowItsFloor() throws {
    let cases = try QualifierCase.read()
    let encoder = JSONEncoder()
    let input = try cases.enumerated().map { number, one in
      String(decoding: try encoder.encode(Input(id: "\(number)", date: one.date, text: one.sentence)), as: UTF8.self)
    }
    let found = try ExtractedStatement.extract(
      ["-", "--input-format", "jsonl"], input: input.joined(separator: "\n") + "\n")
    var scores: [String: Floors.Floor] = [:]
    var wrong: [String] = []
    for (number, one) in cases.enumerated() {
      let faults = one.faults(among: found["\(number)"] ?? [])
      scores[one.category, default: .init(right: 0, total: 0)].total += 1
      if faults.isEmpty {
        scores[one.category]?.right += 1
      } else if !one.isHeldOut {
        wrong.append("\(one.category): \(one.sentence): wanted \(one.text), found \(faults.joined(separator: ", "))")
      }
    }
    let complaints = try Floors(file: "Tests/Golden/qualifiers.floors.txt").complaints(about: scores)
    #expect(complaints.isEmpty, "\((complaints + wrong).joined(separator: "\n"))")
  }
}
