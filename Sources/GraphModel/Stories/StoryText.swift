/// What of a document tells whether it is a print of a story that another one has, too.
package struct StoryText: Sendable, Equatable {
  /// Fewer runs of words than these do not tell a print from another notice of the same form.
  private static let fewest = 60
  /// Days within which the prints of a story appear.
  private static let mostDays = 7

  package let shingles: WordShingles
  /// The first and last day that the date may mean, counted in months of 31 days; nil without a date.
  private let days: ClosedRange<Int>?

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - date: ISO 8601: a day, month or year; other forms count as none.
  /// - Complexity: O(*n* log *n*) for *n* bytes of text.
  package init(_ text: [UInt8], date: String?) {
    shingles = WordShingles(text)
    days = date.flatMap(Self.days)
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
  private var isVague: Bool { days.map { $0.count > 1 } ?? false }

  private func isFar(from other: StoryText) -> Bool {
    guard let days, let others = other.days else { return false }
    return max(days.lowerBound, others.lowerBound) - min(days.upperBound, others.upperBound) > Self.mostDays
  }

  private static func days(_ date: String) -> ClosedRange<Int>? {
    let parts = date.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { part in
      part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(Substring(part)) : nil
    }
    guard (1...3).contains(parts.count), let year = parts[0], (0...9999).contains(year),
      parts.dropFirst().allSatisfy({ (1...31).contains($0 ?? 0) })
    else { return nil }
    func day(_ month: Int, _ day: Int) -> Int { (year * 12 + month - 1) * 31 + day }
    let month = parts.count > 1 ? parts[1] : nil
    let known = parts.count > 2 ? parts[2] : nil
    return day(month ?? 1, known ?? 1)...day(month ?? 12, known ?? 31)
  }
}
