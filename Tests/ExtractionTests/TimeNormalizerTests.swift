import Language
import SchemaFiles
import Testing

@testable import Extraction

@Suite struct TimeNormalizerTests {
  private let normalizer = TimeNormalizer(
    weekdays: Schema.small.lists["weekday"]!, months: Schema.small.lists["month"]!)

  @Test(arguments: [
    ("april 2", false, "2025-04-02"), ("2 april 2024", false, "2024-04-02"), ("april 2nd", false, "2025-04-02"),
    ("june", true, "2025-06"), ("last december", false, "2024-12"), ("december", false, "2024-12"),
    ("monday", false, "2025-03-31"), ("monday", true, "2025-04-07"), ("wednesday", false, "2025-04-02"),
    ("last wednesday", false, "2025-03-26"), ("next friday", false, "2025-04-04"), ("yesterday", false, "2025-04-01"),
    ("next week", true, "2025-04-07/2025-04-13"), ("this week", false, "2025-03-31/2025-04-06"),
    ("last month", false, "2025-03"), ("next year", true, "2026"), ("2022", false, "2022"),
    ("feb. 24", false, "2025-02-24"), ("two days ago", false, "2025-03-31"), ("3 months ago", false, "2025-01"),
    ("year ago", false, "2024"), ("three weeks ago", false, "2025-03-10/2025-03-16"),
    ("february 30", false, "2025-02"),
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
