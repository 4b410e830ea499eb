import Language
import SchemaFiles
import Testing

@testable import Extraction

@Suite struct TimeNormalizerTests {
  private let normalizer = TimeNormalizer(words: TimeWords(schema: .small))

  @Test(arguments: [
    ("april 2", false, "2025-04-02"), ("2 april 2024", false, "2024-04-02"), ("april 2nd", false, "2025-04-02"),
    ("june", true, "2025-06"), ("last december", false, "2024-12"), ("december", false, "2024-12"),
    ("monday", false, "2025-03-31"), ("monday", true, "2025-04-07"), ("wednesday", false, "2025-04-02"),
    ("last wednesday", false, "2025-03-26"), ("next friday", false, "2025-04-04"), ("yesterday", false, "2025-04-01"),
    ("next week", true, "2025-04-07/2025-04-13"), ("this week", false, "2025-03-31/2025-04-06"),
    ("last month", false, "2025-03"), ("next year", true, "2026"), ("2022", false, "2022"),
    ("feb. 24", false, "2025-02-24"), ("two days ago", false, "2025-03-31"), ("3 months ago", false, "2025-01"),
    ("year ago", false, "2024"), ("three weeks ago", false, "2025-03-10/2025-03-16"),
    ("february 30", false, "2025-02"), ("april 4", false, "2024-04-04"), ("june", false, "2024-06"),
    ("march", true, "2026-03"), ("12/31/2024", false, "2024-12-31"), ("31/12/2024", false, "2024-12-31"),
    ("31.12.2024", false, "2024-12-31"), ("2024-12-31", false, "2024-12-31"), ("3/4/2025", false, "2025-03-04"),
    ("3/4/2025", true, "2025-04-03"), ("3/1/2025", false, "2025"), ("3.11.2024", false, "2024-11-03"),
    ("25/02/25", false, "2025-02-25"), ("02/25/25", false, "2025-02-25"),
    ("third friday of next month", true, "2025-05-16"), ("last monday of this month", true, "2025-04-28"),
    ("first monday of june 2024", false, "2024-06-03"),
    ("this morning", false, "2025-04-02"), ("last night", false, "2025-04-01"),
  ]) func reads(_ words: String, _ isFuture: Bool, _ expected: String) {
    let reference = CalendarDate(iso: "2025-04-02")
    let forms = words.split(separator: " ").map(String.init)
    #expect(normalizer.normalize(forms, reference: reference, isFuture: isFuture) == expected)
  }

  @Test func saysNothingWithoutADateOrACalendar() {
    #expect(normalizer.normalize(["friday"], reference: nil, isFuture: false) == nil)
    #expect(normalizer.normalize(["april", "2"], reference: nil, isFuture: false) == nil)
    #expect(normalizer.normalize(["recently"], reference: CalendarDate(iso: "2025-04-02"), isFuture: false) == nil)
    #expect(normalizer.normalize(["april", "2024"], reference: nil, isFuture: false) == "2024-04")
  }

  @Test func figuresWithoutADateAreTheirYear() {
    #expect(normalizer.normalize(["3/4/2025"], reference: nil, isFuture: false) == "2025")
    #expect(normalizer.isDate("3.11.2025") && !normalizer.isDate("1.1.529"))
  }

  @Test func scrapsPointToNoTime() {
    for words in ["almost day", "18 years", "time when speed"] {
      #expect(!normalizer.points(words.split(separator: " ").map(String.init)), "\(words)")
    }
    #expect(normalizer.points(["last", "summer"]) && normalizer.points(["friday"]) && normalizer.points(["1990s"]))
  }

  @Test func noDayThatTheCalendarLacks() {
    for word in ["31.02.2024", "13/13/2024", "2024-13-01", "1.2.3", "2024-1", "1.2.25"] {
      #expect(normalizer.normalize([word], reference: nil, isFuture: false) == nil, "\(word)")
    }
    #expect(
      normalizer.normalize(["fifth", "friday", "of", "april", "2025"], reference: nil, isFuture: false) == nil)
  }

  @Test func countsDaysThereAndBack() {
    for day in stride(from: -800_000, through: 800_000, by: 317) {
      let date = CalendarDate(dayNumber: day)
      #expect(date.dayNumber == day)
      #expect(date.day <= CalendarDate.days(in: date.month, of: date.year))
    }
    #expect(CalendarDate(iso: "2024-02-29")?.weekday == 3)
    #expect(CalendarDate(iso: "2023-02-29") == nil)
    #expect(CalendarDate(iso: "1970-01-01")?.dayNumber == 0)
  }
}
