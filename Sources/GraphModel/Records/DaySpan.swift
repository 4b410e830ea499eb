/// Whole days from a first to a last one.
package struct DaySpan: Hashable, Comparable, Sendable {
  /// `2025-04-03`.
  package var first: String
  package var last: String

  /// - Complexity: O(1): dates are short.
  package static func < (a: Self, b: Self) -> Bool { (a.first, a.last) < (b.first, b.last) }

  /// The days of a year, a month, a week (`2025-W14`) or a day of ISO 8601; nil for anything else.
  ///
  /// - Complexity: O(1).
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count == 4, let year = Self.number(parts[0]), year > 0 else { return nil }
    if parts.count == 1 {
      self.init(first: Self.day(year, 1, 1), last: Self.day(year, 12, 31))
      return
    }
    if parts.count == 2, parts[1].first == "W" {
      guard parts[1].utf8.count == 3, let week = Self.number(parts[1].dropFirst()), 1...53 ~= week else { return nil }
      // The week of January 4 is the first one; weeks begin on Mondays.
      let fourth = Self.serial(year, 1, 4)
      let monday = fourth - ((fourth + 3) % 7 + 7) % 7 + 7 * (week - 1)
      self.init(first: Self.day(serial: monday), last: Self.day(serial: monday + 6))
      return
    }
    guard parts[1].utf8.count == 2, let month = Self.number(parts[1]), 1...12 ~= month else { return nil }
    let length = Self.serial(month == 12 ? year + 1 : year, month % 12 + 1, 1) - Self.serial(year, month, 1)
    if parts.count == 2 {
      self.init(first: Self.day(year, month, 1), last: Self.day(year, month, length))
      return
    }
    guard parts[2].utf8.count == 2, let day = Self.number(parts[2]), 1...length ~= day else { return nil }
    self.init(first: text, last: text)
  }

  private init(first: String, last: String) {
    self.first = first
    self.last = last
  }

  /// The days from the first to the last date of `range`; nil when they are not known by days.
  ///
  /// - Complexity: O(1).
  package init?(_ range: DateRange) {
    guard let start = DaySpan(range.first), let end = DaySpan(range.last), start.first <= end.last else { return nil }
    self.init(first: start.first, last: end.last)
  }

  /// Whether a day is in both. ISO dates sort as text.
  ///
  /// - Complexity: O(1).
  package func overlaps(_ other: DaySpan) -> Bool { first <= other.last && other.first <= last }

  /// Whole days between the last day and `day`; negative where that lies before it, nil where it is no day.
  ///
  /// - Complexity: O(1).
  package func days(until day: String) -> Int? {
    guard let end = Self.serial(last), let other = Self.serial(day) else { return nil }
    return other - end
  }

  /// Days from 1970-01-01 to `day`, as ``first`` and ``last`` write it; nil for anything else.
  ///
  /// - Complexity: O(1).
  package static func serial(_ day: String) -> Int? {
    let parts = day.split(separator: "-").compactMap(number)
    return parts.count == 3 ? serial(parts[0], parts[1], parts[2]) : nil
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(digits) : nil
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Days since 1970-01-01 in the Gregorian calendar; years are counted from March, so that a leap day is the last.
  private static func serial(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = month <= 2 ? year - 1 : year
    let inYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * years + years / 4 - years / 100 + years / 400 + inYear - 719_468
  }

  private static func day(serial: Int) -> String {
    // A guess that is never too late, corrected by at most a year and eleven months.
    var year = 1970 + serial / 366 - (serial < 0 ? 2 : 1)
    while Self.serial(year + 1, 1, 1) <= serial { year += 1 }
    var month = 1
    while month < 12, Self.serial(year, month + 1, 1) <= serial { month += 1 }
    return day(year, month, serial - Self.serial(year, month, 1) + 1)
  }
}
