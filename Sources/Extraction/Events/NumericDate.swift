import Language

/// A date in figures: `2024-12-31`, `31.12.2024`, `12/31/2024`, `25/02/25`.
struct NumericDate {
  /// The days that it may be, in the order in which Europe and America write them.
  private var days: [CalendarDate]
  private var year: Int

  /// Nil when `form` is none.
  init?(_ form: String) {
    for separator in ["-", ".", "/"] as [Character] {
      let parts = form.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else { continue }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      if parts[0].utf8.count == 4 {
        self.init([(numbers[0], numbers[1], numbers[2])])
        return
      }
      let (first, second) = (numbers[0], numbers[1])
      let year: Int
      switch parts[2].utf8.count {
      case 4: year = numbers[2]
      // Versions have points, and ranges hyphens.
      case 2 where separator == "/": year = 2000 + numbers[2]
      default: return nil
      }
      self.init(separator == "." ? [(year, second, first)] : [(year, second, first), (year, first, second)])
      return
    }
    return nil
  }

  private init?(_ readings: [(year: Int, month: Int, day: Int)]) {
    days = readings.compactMap { reading in
      (1...12).contains(reading.month)
        && (1...CalendarDate.days(in: reading.month, of: reading.year)).contains(reading.day)
        ? CalendarDate(year: reading.year, month: reading.month, day: reading.day) : nil
    }
    guard let first = days.first, first.year >= 1000 else { return nil }
    year = first.year
    if days.count == 2, days[0].iso == days[1].iso { days.removeLast() }
  }

  /// The day, where the figures tell it or only one of two is on the right side of the document's; else the year.
  func resolve(reference: CalendarDate?, isFuture: Bool) -> String {
    if days.count == 1 { return days[0].iso }
    let fitting = days.filter { day in
      reference.map { isFuture ? day.iso >= $0.iso : day.iso <= $0.iso } ?? false
    }
    return fitting.count == 1 ? fitting[0].iso : CalendarDate(year: year, month: 1, day: 1).isoYear
  }
}
