package import Language

/// Turns the words of a time expression into ISO 8601, relative to the date of the document.
///
/// Follows the readings of TimeML (Pustejovsky et al., 2003) for calendar expressions; others keep their words.
package struct TimeNormalizer: Sendable {
  private let words: TimeWords

  package init(words: TimeWords) { self.words = words }

  /// Whether a word by itself names a time: a weekday, a month, `today`.
  package func isTimeWord(_ form: String) -> Bool {
    words.weekdays[form] != nil || words.months[form] != nil || words.dayOffsets[form] != nil
  }

  /// Whether the words name one of the weekdays of a month, but no month.
  package func lacksMonth(_ forms: [String]) -> Bool {
    forms.contains { words.ordinals[$0] != nil } && forms.contains { words.weekdays[$0] != nil }
      && !forms.contains { words.months[$0] != nil || words.units[$0] == .month }
  }

  /// Whether a word is a date in figures: `3.11.2025`.
  package func isDate(_ form: String) -> Bool { NumericDate(form) != nil }

  /// Whether a word names a day as a unit of time.
  package func isDay(_ form: String) -> Bool { words.units[form] == .day }

  func hasMonth(_ forms: [String]) -> Bool { forms.contains { words.months[$0] != nil } }

  /// `year`, `month`, `day`.
  package func isUnit(_ lemma: String) -> Bool { words.units[lemma] != nil }

  /// The time that `forms` mean.
  ///
  /// - Parameters:
  ///   - forms: the lower-case words of the expression in order, without preposition.
  ///   - reference: the document's date; nil when unknown.
  ///   - isFuture: whether what happens is ahead of the document, for `on Friday`.
  /// - Returns: a day (`2025-04-02`), month, year, or interval of days (`2025-04-07/2025-04-13`); nil when the words do
  ///   not tell, or tell nothing without a date.
  package func normalize(_ forms: [String], reference: CalendarDate?, isFuture: Bool) -> String? {
    var found = TimeExpression()
    for (position, form) in forms.enumerated() {
      if let date = NumericDate(form) { return date.resolve(reference: reference, isFuture: isFuture) }
      read(form, next: position + 1 < forms.count ? forms[position + 1] : nil, into: &found)
    }
    return found.resolve(reference: reference, isFuture: isFuture)
  }

  private func read(_ form: String, next: String?, into found: inout TimeExpression) {
    if let month = words.months[form], found.month == nil {
      found.month = month
    } else if let weekday = words.weekdays[form] {
      found.weekday = weekday
    } else if let offset = words.dayOffsets[form] {
      found.dayOffset = offset
    } else if let number = Self.number(form) {
      if (1000..<3000).contains(number) { found.year = number }
      if (1...31).contains(number) { found.day = number }
      found.count = number
    } else if let ordinal = words.ordinals[form] {
      found.ordinal = ordinal
    } else if let count = words.cardinals[form] {
      found.count = count
    } else if let shift = words.shifts[form] {
      found.shift = shift
      // `the last Friday of May`: there is no other one.
      if shift < 0, next.map({ words.weekdays[$0] != nil }) ?? false { found.ordinal = found.ordinal ?? shift }
    } else if let unit = words.units[form] {
      found.unit = unit
    } else if form == "ago" {
      found.isAgo = true
    } else if form == "of" {
      // `the end of the year`: the document's own.
      found.shift = found.shift ?? 0
      found.isPartOf = true
    }
  }

  /// Whether the words point to a time though the calendar does not tell which: `last summer`, without a date `Friday`.
  package func points(_ forms: [String]) -> Bool {
    forms.contains { form in
      isTimeWord(form) || words.shifts[form] != nil || words.pointers.contains(form) || Self.isDecade(form)
    }
  }

  /// `1990s`.
  private static func isDecade(_ form: String) -> Bool {
    form.hasSuffix("0s") && form.utf8.count == 5 && Int(form.dropLast()) != nil
  }

  /// `2`, `2nd`, `2025`.
  private static func number(_ form: String) -> Int? {
    if let number = Int(form) { return number }
    for suffix in ["st", "nd", "rd", "th"] where form.hasSuffix(suffix) { return Int(form.dropLast(2)) }
    return nil
  }
}
