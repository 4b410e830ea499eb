/// A day of the proleptic Gregorian calendar.
package struct CalendarDate: Sendable, Equatable, Comparable {
  package var year: Int
  package var month: Int
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-04-02`, with or without a time behind; nil when it is no day of the calendar.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The days that `text` means, as numbers since 1970: of a day, a month (`2022-05`) or a year; nil for others.
  package static func days(iso text: String) -> ClosedRange<Int>? {
    if let day = CalendarDate(iso: text) { return day.dayNumber...day.dayNumber }
    let isYear = text.utf8.count == 4
    guard isYear || text.utf8.count == 7, let first = CalendarDate(iso: text + (isYear ? "-01-01" : "-01")) else {
      return nil
    }
    let month = isYear ? 12 : first.month
    let last = CalendarDate(year: first.year, month: month, day: Self.days(in: month, of: first.year))
    return first.dayNumber...last.dayNumber
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Days since 1970-01-01.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that number of days after 1970-01-01.
  package init(dayNumber: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// 0 for Monday to 6 for Sunday.
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The first day of the month that many months later.
  package func monthStart(adding months: Int) -> CalendarDate {
    let total = year * 12 + month - 1 + months
    let year = total >= 0 ? total / 12 : (total - 11) / 12
    return CalendarDate(year: year, month: total - year * 12 + 1, day: 1)
  }

  /// Number of days of a month.
  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// `2025-04-02`.
  package var iso: String { "\(isoMonth)-\(Self.twoDigits(day))" }
  /// `2025-04`.
  package var isoMonth: String { "\(isoYear)-\(Self.twoDigits(month))" }
  /// `2025`.
  package var isoYear: String { String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year) }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }
}
