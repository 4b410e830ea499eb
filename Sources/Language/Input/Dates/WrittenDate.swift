internal import Bytes

/// A day as people and machines write it: `3 March 2025`, `Mar. 3rd, 2025`, `2025-03-03T14:05:00Z`, `20250303`.
struct WrittenDate: Equatable {
  /// Which number comes first in `03/04/2025`.
  enum Order {
    case dayFirst, monthFirst
  }

  var day: CalendarDate
  /// The words beside it, in small letters: of `By Jane Doe, 3 March 2025` the first three.
  var others: [String]

  /// The first day in a text; nil where there is none.
  ///
  /// - Parameter order: of two numbers that may each be the month; nil where nobody knows, and then they are no date.
  /// - Complexity: O(*n*) in the length of the text.
  init?(in text: String, order: Order? = nil) {
    guard text.utf8.contains(where: \.isASCIIDigit) else { return nil }
    let parts = Part.parts(of: text)
    for start in parts.indices {
      guard let (day, count) = Self.day(parts[start...], order) else { continue }
      self.day = day
      others = (parts[..<start] + parts[(start + count)...]).map(\.text)
      return
    }
    return nil
  }

  /// All days in a text, in order.
  static func days(in text: String) -> [CalendarDate] {
    let parts = Part.parts(of: text)
    var days: [CalendarDate] = []
    var start = 0
    while start < parts.count {
      guard let (day, count) = day(parts[start...], nil) else {
        start += 1
        continue
      }
      days.append(day)
      start += count
    }
    return days
  }

  /// The day of a value that a machine is to read: also one without marks, `20250303`, and seconds or milliseconds
  /// since 1970 in UTC.
  static func machine(_ value: String) -> CalendarDate? {
    let value = String(value.prefix(64)).trimmed
    // From 2001 to 2033; other numbers of ten digits are days with an hour.
    if value.utf8.allSatisfy(\.isASCIIDigit), value.utf8.first == UInt8(ascii: "1"),
      value.utf8.count == 10 || value.utf8.count == 13, let number = Int(value)
    {
      return CalendarDate(dayNumber: (value.utf8.count == 13 ? number / 1000 : number) / 86_400)
    }
    return WrittenDate(in: value)?.day
  }

  /// Years in which something may have been published.
  private static let years = 1700...2100

  private static func made(_ year: Int?, _ month: Int?, _ day: Int?) -> CalendarDate? {
    guard let year, let month, let day, years.contains(year), (1...12).contains(month),
      (1...CalendarDate.days(in: month, of: year)).contains(day)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  // MARK: - Forms

  /// A day that begins with the first of `parts`, and how many of them it takes.
  private static func day(_ parts: ArraySlice<Part>, _ order: Order?) -> (CalendarDate, Int)? {
    let first = parts[parts.startIndex]
    if first.isNumber, [8, 12, 14].contains(first.text.utf8.count), !first.isJoined,
      let number = Int(first.text.prefix(8))
    {
      // No part of a word; `20250303T1405` is a day and a time.
      if parts.count > 1, parts[parts.startIndex + 1].isJoined, parts[parts.startIndex + 1].text != "t" { return nil }
      return made(number / 10_000, number / 100 % 100, number % 100).map { ($0, 1) }
    }
    guard parts.count >= 3 else { return nil }
    // `3rd of March`.
    let rest = parts.prefix(5).filter { !["st", "nd", "rd", "th"].contains($0.text) || !$0.isJoined }
      .filter { $0.text != "of" }.prefix(3)
    guard rest.count == 3, rest[0].text == first.text else { return nil }
    let (a, b, c) = (rest[0], rest[1], rest[2])
    let count = (parts.firstIndex(of: c) ?? parts.startIndex + 2) - parts.startIndex + 1
    guard count <= 5 else { return nil }
    let found =
      if let month = month(a) {
        made(c.year, month, b.short)
      } else if let month = month(b) {
        made(c.year, month, a.short)
      } else {
        numbers(a, b, c, order)
      }
    return found.map { ($0, count) }
  }

  /// `2025-03-14`, `14.3.2025`, `03/14/2025`.
  private static func numbers(_ a: Part, _ b: Part, _ c: Part, _ order: Order?) -> CalendarDate? {
    guard let mark = b.mark, mark == c.mark, let middle = b.short else { return nil }
    if let year = a.year, !a.isJoined { return made(year, middle, c.short) }
    guard let year = c.year, let first = a.short, !a.isJoined else { return nil }
    // Periods stand in dates of countries where the day comes first.
    if mark == "." || first > 12 || order == .dayFirst { return made(year, middle, first) }
    return middle > 12 || order == .monthFirst || first == middle ? made(year, first, middle) : nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func month(_ part: Part) -> Int? {
    guard !part.isNumber, part.text.utf8.count >= 3 else { return nil }
    return months.firstIndex {
      part.text == "sept" && $0 == "september" || $0 == part.text || $0.prefix(3) == part.text
    }
    .map { $0 + 1 }
  }

  // MARK: - Parts

  /// A run of digits or of letters.
  private struct Part: Equatable {
    var text: String
    var isNumber: Bool
    /// Whether nothing stands between it and the part before.
    var isJoined: Bool
    /// Where it begins, so that equal parts are told apart.
    var start: Int
    /// The hyphen, slash, period or underscore alone between it and the part before.
    var mark: Character?

    /// Of one or two digits.
    var short: Int? { isNumber && text.utf8.count <= 2 ? Int(text) : nil }
    var year: Int? { isNumber && text.utf8.count == 4 ? Int(text) : nil }

    /// More of a text nobody takes for a date.
    private static let most = 4096

    static func parts(of text: String) -> [Part] {
      var parts: [Part] = []
      var between = ""
      for (place, character) in text.prefix(most).enumerated() {
        let isNumber = character.isASCII && character.isNumber
        guard isNumber || character.isLetter else {
          between.append(character)
          continue
        }
        if between.isEmpty, let last = parts.last, last.isNumber == isNumber {
          parts[parts.count - 1].text += character.lowercased()
        } else {
          parts.append(
            Part(
              text: character.lowercased(), isNumber: isNumber, isJoined: between.isEmpty && !parts.isEmpty,
              start: place,
              mark: between.count == 1 && "-/._".contains(between) ? between.first : nil))
        }
        between = ""
      }
      return parts
    }
  }
}
