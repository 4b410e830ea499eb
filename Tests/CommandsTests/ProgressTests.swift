import Testing

@testable import Commands

@Suite struct ProgressTests {
  @Test(arguments: [
    (0, 0, 40_200_000 as Int?, 0.1, "0 documents, 0 B of 40.2 MB"),
    (1_204, 13_100_000, 40_200_000, 42.0, "1204 documents, 13.1 MB of 40.2 MB, 311 KB/s, 1 min 26 s left"),
    (1, 500, 1_000, 10.0, "1 document, 500 B of 1.0 KB, 50 B/s, 10 s left"),
    (3, 1_000, 1_000, 2.0, "3 documents, 1.0 KB of 1.0 KB, 500 B/s"),
    (3, 999_999, nil, 3.0, "3 documents, 999 KB, 333 KB/s"),
    (3, 1_000_000, 20_000_000_000, 1.0, "3 documents, 1.0 MB of 20.0 GB, 1.0 MB/s, 5 h 33 min left"),
  ])
  func text(_ documents: Int, _ done: Int, _ total: Int?, _ seconds: Double, _ text: String) {
    #expect(Progress.text(documents, done: done, of: total, seconds: seconds) == text)
  }
}
