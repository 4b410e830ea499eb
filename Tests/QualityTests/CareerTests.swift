import Tercet
import Testing

/// Who holds which office when, over several documents: a hundred careers with a floor, and nobody wrongly retired.
@Suite struct CareerTests {
  @Test func noCareerIsCutShortAndMostAreRight() throws {
    let reader = try NewsReader()
    var scores: [String: Floors.Floor] = [:]
    var wrong: [String] = []
    var retired: [String] = []
    for career in try CareerCase.read() {
      let category = career.isHeldOut ? "careers held out" : "careers"
      let faults = try career.faults(in: reader.graph(of: career.documents))
      scores[category, default: .init(right: 0, total: 0)].total += 1
      if faults.isEmpty {
        scores[category]?.right += 1
      } else if !career.isHeldOut {
        wrong += faults.map { "\(career.name): \($0.text)" }
      }
      retired += faults.filter(\.isRetired).map { "\(career.name): \($0.text)" }
    }
    #expect(retired.isEmpty, "\(retired.joined(separator: "\n"))")
    let complaints = try Floors(file: "Tests/Golden/careers.floors.txt").complaints(about: scores)
    #expect(complaints.isEmpty, "\((complaints + wrong).joined(separator: "\n"))")
  }
}
