@testable import GraphStore
import GraphModel
import TestSupport
import Testing

@Suite struct SubjectTableTests {
  /// Subjects side by side, apart, and too far apart for two bytes.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func subjectsOfRuns(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let gap = [1, 4, 900, 5_000][random.below(4)]
    let jumpsOfMillions = random.chance(30)
    var subject: UInt32 = 0
    let subjects = (0..<random.below(2_000)).map { _ in
      if random.chance(70) { subject += UInt32(random.below(gap + 1)) }
      if jumpsOfMillions, random.chance(1) { subject += 3_000_000 }
      return subject
    }
    var table = SubjectTable(runs: subjects.count, subjects: subjects.count)
    for subject in subjects { table.append(subject) }
    #expect(subjects.indices.allSatisfy { table[$0] == Int(subjects[$0]) }, "seed \(seed)")
    #expect(table[subjects.count] == nil)
  }
}
