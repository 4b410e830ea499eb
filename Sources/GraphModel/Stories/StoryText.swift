/// What of a document tells whether it is a print of a story that another one has, too.
package struct StoryText: Sendable, Equatable {
  /// Fewer runs of words than these do not tell a print from another notice of the same form.
  private static let fewest = 60
  /// Days within which the prints of a story appear.
  private static let mostDays = 7

  package let shingles: WordShingles
  /// The days that the date may mean; nil without a date.
  private let days: DaySpan?

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - date: ISO 8601, as ``DaySpan`` reads it; other forms count as none.
  /// - Complexity: O(*n* log *n*) for *n* bytes of text.
  package init(_ text: [UInt8], date: String?) {
    shingles = WordShingles(text)
    days = date.flatMap { DaySpan($0) }
  }

  /// Whether one of both is a print of the other: as a whole, changed here and there, or cut.
  ///
  /// At least six tenths of the runs of words of the shorter text stand in the other one, which is five times as long
  /// at most; seven tenths, where only the month or year of one is known. Prints more than a week apart agree in nine
  /// tenths of the longer one, too: what institutions say each month in nearly the same words is not one story. Short
  /// texts are copies when they are the same.
  ///
  /// - Complexity: O(*n* + *m*) for so many runs of words.
  package func isCopy(of other: StoryText) -> Bool {
    let (shorter, longer) = (
      min(shingles.hashes.count, other.shingles.hashes.count), max(shingles.hashes.count, other.shingles.hashes.count)
    )
    guard shorter > 0, shorter * 5 >= longer else { return false }
    if shorter < Self.fewest { return shingles == other.shingles }
    let shared = shingles.countShared(with: other.shingles)
    let tenths = isVague || other.isVague ? 7 : 6
    return shared * 10 >= shorter * tenths && (!isFar(from: other) || shared * 10 >= longer * 9)
  }

  /// Whether it is known when, but not on which day.
  private var isVague: Bool { days.map { $0.first != $0.last } ?? false }

  private func isFar(from other: StoryText) -> Bool {
    guard let days, let others = other.days else { return false }
    let (earlier, later) = days.first <= others.first ? (days, others) : (others, days)
    return earlier.days(until: later.first).map { $0 > Self.mostDays } ?? false
  }
}
