/// The day that a file is named after: `2025-03-14-talks.txt`, `20250314_talks.txt`, `2025/03/14/talks.txt`.
enum FileNameDate {
  /// The day in the name of the file at `path`, else the one that its folders are; nil where there is none, or two
  /// different ones are in the name.
  static func day(of path: String) -> CalendarDate? {
    let names = path.split(separator: "/")
    guard let name = names.last else { return nil }
    let days = WrittenDate.days(in: String(name))
    if let day = days.first { return days.allSatisfy { $0 == day } ? day : nil }
    let folders = names.dropLast().suffix(3)
    guard folders.map(\.utf8.count) == [4, 2, 2] else { return nil }
    return WrittenDate(in: folders.joined(separator: "-"))?.day
  }
}
