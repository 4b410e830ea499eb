package import Language

/// Turns the words of a time expression into ISO 8601, relative to the date of the document.
///
/// Follows the readings of TimeML (Pustejovsky et al., 2003) for calendar expressions; others keep their words.
package struct TimeNormalizer: Sendable {
  private let weekdays: [String: Int]
  private let months: [String: Int]

  /// Names and abbreviations, each with its number: `april 4`; Monday is 1.
  ///
  /// Entries without number are passed over.
  package init(weekdays: [String], months: [String]) {
    self.weekdays = Self.numbered(weekdays)
    self.months = Self.numbered(months)
  }

  private static func numbered(_ entries: [String]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for entry in entries {
      let parts = entry.split(separator: " ")
      if parts.count == 2, let number = Int(parts[1]) { numbers[String(parts[0])] = number }
    }
    return numbers
  }

  /// Whether a word by itself names a time: a weekday, a month, `today`.
  package func isTimeWord(_ form: String) -> Bool {
    weekday(form) != nil || month(form) != nil || Self.dayOffsets[form] != nil
  }

  private static let dayOffsets = ["today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1]

  private func weekday(_ form: String) -> Int? { weekdays[form].map { $0 - 1 } }
  private func month(_ form: String) -> Int? { months[form] }

  /// The time that `words` mean.
  ///
  /// - Parameters:
  ///   - words: the lower-case words of the expression in order, without preposition.
  ///   - reference: the document's date; nil when unknown.
  ///   - isFuture: whether what happens is ahead of the document, for `on Friday`.
  /// - Returns: a day (`2025-04-02`), month, year, or interval of days (`2025-04-07/2025-04-13`); nil when the words do
  ///   not tell, or tell nothing without a date.
  package func normalize(_ words: [String], reference: CalendarDate?, isFuture: Bool) -> String? {
    var found = Found()
    for word in words {
      if let month = month(word), found.month == nil { found.month = month; continue }
      if let weekday = weekday(word) { found.weekday = weekday; continue }
      if let offset = Self.dayOffsets[word] { found.dayOffset = offset; continue }
      if let number = Self.number(word) {
        if number > 31, number >= 1000, number < 3000 {
          found.year = number
        } else if (1...31).contains(number) {
          found.day = number
        }
        found.count = number
        continue
      }
      if let count = Self.counts[word] { found.count = count; continue }
      switch word {
      case "ago", "earlier": found.isAgo = word == "ago" || found.isAgo
      case "days", "weeks", "months", "years", "decades": found.unit = String(word.dropLast())
      case "next", "coming": found.shift = 1
      case "last", "past", "previous": found.shift = -1
      case "this", "current": found.shift = 0
      // `the end of the year`: the document's own.
      case "of": found.shift = found.shift ?? 0
      case "day", "week", "month", "year", "weekend", "decade": found.unit = word
      default: break
      }
    }
    return found.resolve(reference: reference, isFuture: isFuture)
  }

  private static let counts = [
    "one": 1, "two": 2, "couple": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20,
  ]

  /// `2`, `2nd`, `2025`.
  private static func number(_ word: String) -> Int? {
    if let number = Int(word) { return number }
    for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) { return Int(word.dropLast(2)) }
    return nil
  }
}

/// The parts of a time expression.
private struct Found {
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?
  var dayOffset: Int?
  /// -1 for `last`, 0 for `this`, 1 for `next`.
  var shift: Int?
  var unit: String?
  /// Of the units of `two days ago`; nil for one.
  var count: Int?
  var isAgo = false

  func resolve(reference: CalendarDate?, isFuture: Bool) -> String? {
    if let month { return monthOrDay(month, reference) }
    if let year { return CalendarDate(year: year, month: 1, day: 1).isoYear }
    guard let reference else { return nil }
    if let dayOffset { return reference.adding(days: dayOffset).iso }
    if let weekday { return day(weekday, reference, isFuture) }
    if isAgo, let unit { return ago(count ?? 1, unit, reference) }
    guard let shift, let unit else { return nil }
    switch unit {
    case "week", "weekend":
      let monday = reference.adding(days: shift * 7 - reference.weekday)
      let first = unit == "weekend" ? monday.adding(days: 5) : monday
      return "\(first.iso)/\(monday.adding(days: 6).iso)"
    case "month": return reference.monthStart(adding: shift).isoMonth
    case "year": return CalendarDate(year: reference.year + shift, month: 1, day: 1).isoYear
    default: return nil
    }
  }

  /// As exact as its unit: a day, the days of a week, a month, a year.
  private func ago(_ count: Int, _ unit: String, _ reference: CalendarDate) -> String? {
    guard count <= 1000 else { return nil }
    switch unit {
    case "day": return reference.adding(days: -count).iso
    case "week":
      let monday = reference.adding(days: -7 * count - reference.weekday)
      return "\(monday.iso)/\(monday.adding(days: 6).iso)"
    case "month": return reference.monthStart(adding: -count).isoMonth
    case "year": return CalendarDate(year: reference.year - count, month: 1, day: 1).isoYear
    default: return nil
    }
  }

  private func monthOrDay(_ month: Int, _ reference: CalendarDate?) -> String? {
    guard let year = year ?? reference.map({ nearestYear(month, $0) }) else { return nil }
    guard let day, day <= CalendarDate.days(in: month, of: year) else {
      return CalendarDate(year: year, month: month, day: 1).isoMonth
    }
    return CalendarDate(year: year, month: month, day: day).iso
  }

  /// The year that puts the month nearest to the document's date, as `last` and `next` ask.
  private func nearestYear(_ month: Int, _ reference: CalendarDate) -> Int {
    let distance = month - reference.month
    switch shift {
    case -1: return distance < 0 ? reference.year : reference.year - 1
    case 1: return distance > 0 ? reference.year : reference.year + 1
    default:
      if distance > 6 { return reference.year - 1 }
      return distance < -6 ? reference.year + 1 : reference.year
    }
  }

  /// `on Friday`: the last one, the document's own day included; the coming one when the event is ahead.
  private func day(_ weekday: Int, _ reference: CalendarDate, _ isFuture: Bool) -> String {
    var difference = weekday - reference.weekday
    if shift == 1 || (shift == nil && isFuture) {
      if difference <= 0 { difference += 7 }
    } else if shift == nil || shift == -1 {
      if difference > 0 || (shift == -1 && difference == 0) { difference -= 7 }
    }
    return reference.adding(days: difference).iso
  }
}
