import Language

/// The parts of a time expression, as ``TimeNormalizer`` finds them in its words.
struct TimeExpression {
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?
  /// Which of the weekdays of a month, from 1; -1 for the last.
  var ordinal: Int?
  var dayOffset: Int?
  /// -1 for `last`, 0 for `this`, 1 for `next`.
  var shift: Int?
  var unit: TimeWords.Unit?
  /// Of the units of `two days ago`; nil for one.
  var count: Int?
  var isAgo = false
  /// Whether it is a part of something: `the last Friday of the month`.
  var isPartOf = false

  func resolve(reference: CalendarDate?, isFuture: Bool) -> String? {
    if let weekday, let ordinal, isPartOf || month != nil, let first = firstOfMonth(reference, isFuture) {
      return day(ordinal, weekday, inMonthFrom: first)
    }
    if let month { return monthOrDay(month, reference, isFuture) }
    if let year { return CalendarDate(year: year, month: 1, day: 1).isoYear }
    guard let reference else { return nil }
    if let dayOffset { return reference.adding(days: dayOffset).iso }
    if let weekday { return day(weekday, reference, isFuture) }
    if isAgo, let unit { return ago(count ?? 1, unit, reference) }
    guard let shift, let unit else { return nil }
    switch unit {
    case .week, .weekend:
      // `this weekend`, of what was, is the last one.
      let isOver = unit == .weekend && shift == 0 && !isFuture && reference.weekday < 5
      let monday = reference.adding(days: (isOver ? -1 : shift) * 7 - reference.weekday)
      let first = unit == .weekend ? monday.adding(days: 5) : monday
      return "\(first.iso)/\(monday.adding(days: 6).iso)"
    case .day:
      guard shift <= 0 else { return nil }
      return reference.adding(days: shift).iso
    case .month: return reference.monthStart(adding: shift).isoMonth
    case .year: return CalendarDate(year: reference.year + shift, month: 1, day: 1).isoYear
    default: return nil
    }
  }

  /// As exact as its unit: a day, the days of a week, a month, a year.
  private func ago(_ count: Int, _ unit: TimeWords.Unit, _ reference: CalendarDate) -> String? {
    guard count <= 1000 else { return nil }
    switch unit {
    case .day: return reference.adding(days: -count).iso
    case .week:
      let monday = reference.adding(days: -7 * count - reference.weekday)
      return "\(monday.iso)/\(monday.adding(days: 6).iso)"
    case .month: return reference.monthStart(adding: -count).isoMonth
    case .year: return CalendarDate(year: reference.year - count, month: 1, day: 1).isoYear
    default: return nil
    }
  }

  /// The month of `the third Friday of next month`; nil when the words name none.
  private func firstOfMonth(_ reference: CalendarDate?, _ isFuture: Bool) -> CalendarDate? {
    if let month {
      guard let year = year ?? reference.map({ self.year(of: month, $0, isFuture) }) else { return nil }
      return CalendarDate(year: year, month: month, day: 1)
    }
    guard unit == .month, let shift, let reference else { return nil }
    return reference.monthStart(adding: shift)
  }

  private func day(_ ordinal: Int, _ weekday: Int, inMonthFrom first: CalendarDate) -> String? {
    let earliest = 1 + (weekday - first.weekday + 7) % 7
    let days = CalendarDate.days(in: first.month, of: first.year)
    let day = ordinal > 0 ? earliest + 7 * (ordinal - 1) : earliest + (days - earliest) / 7 * 7
    return day <= days ? CalendarDate(year: first.year, month: first.month, day: day).iso : nil
  }

  private func monthOrDay(_ month: Int, _ reference: CalendarDate?, _ isFuture: Bool) -> String? {
    guard let year = year ?? reference.map({ self.year(of: month, $0, isFuture) }) else { return nil }
    guard let day, day <= CalendarDate.days(in: month, of: year) else {
      return CalendarDate(year: year, month: month, day: 1).isoMonth
    }
    return CalendarDate(year: year, month: month, day: day).iso
  }

  /// The last such month, the document's own included; the coming one when the event is ahead, or as `last` and `next`
  /// ask.
  private func year(of month: Int, _ reference: CalendarDate, _ isFuture: Bool) -> Int {
    let isEarlier = month < reference.month || month == reference.month && day.map { $0 < reference.day } ?? false
    let isLater = month > reference.month || month == reference.month && day.map { $0 > reference.day } ?? false
    switch shift {
    case -1: return isEarlier ? reference.year : reference.year - 1
    case 1: return isLater ? reference.year : reference.year + 1
    default: return isFuture ? reference.year + (isEarlier ? 1 : 0) : reference.year - (isLater ? 1 : 0)
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
