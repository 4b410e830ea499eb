internal import GraphModel
internal import Language
internal import SchemaFiles

/// Who led which country when, by the schema: whom `the Norwegian prime minister` of a document means that does not
/// name him.
struct LeaderTable: Sendable {
  struct Row: Sendable, Equatable {
    var title: String
    var name: String
    /// The name of the country.
    var country: String
    /// Since 1970.
    var days: ClosedRange<Int>
    /// The last of them, in ISO 8601.
    var until: String
  }

  let rows: [Row]
  /// Numbers of rows by the name of a country.
  private let byCountry: [String: [Int]]
  /// The same by the last word of a leader's name, folded.
  private let bySurname: [String: [Int]]

  init(schema: Schema) {
    var rows: [Row] = []
    var byCountry: [String: [Int]] = [:]
    for entity in schema.names {
      for leader in entity.leaders {
        guard let first = CalendarDate.days(iso: leader.since), let last = CalendarDate.days(iso: leader.until),
          first.lowerBound <= last.upperBound
        else { continue }
        byCountry[entity.name, default: []].append(rows.count)
        rows.append(
          Row(
            title: leader.title, name: leader.name, country: entity.name, days: first.lowerBound...last.upperBound,
            until: leader.until))
      }
    }
    self.rows = rows
    self.byCountry = byCountry
    bySurname = Dictionary(grouping: rows.indices) { Self.words(rows[$0].name).last ?? "" }
  }

  /// The row of who held the office `title` of a country on all the days that a date may mean; nil when nobody is
  /// known to, several are, or there is no date.
  func row(_ title: String, of country: String, on date: String?) -> Int? {
    guard let numbers = byCountry[country], let days = date.flatMap(CalendarDate.days(iso:)) else { return nil }
    let found = numbers.filter { number in
      let row = rows[number]
      return row.title == title && row.days.contains(days.lowerBound) && row.days.contains(days.upperBound)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The country of which `name`, a full name or a surname, held the office `title` on all the days that a date may
  /// mean; nil when nobody is known to, several are, or there is no date.
  func country(_ title: String, of name: String, on date: String?) -> String? {
    let words = Self.words(name)
    guard let surname = words.last, let numbers = bySurname[surname], let days = date.flatMap(CalendarDate.days(iso:))
    else { return nil }
    let found = numbers.filter { number in
      let row = rows[number]
      return row.title == title && row.days.contains(days.lowerBound) && row.days.contains(days.upperBound)
        && (words.count == 1 || Self.words(row.name).first == words[0])
    }
    return found.count == 1 ? rows[found[0]].country : nil
  }

  private static func words(_ name: String) -> [String] { NameKey.folded(name).split(separator: " ").map(String.init) }

  /// The rule by which a name comes from row `number`.
  func rule(of number: Int) -> String { LeaderMark(asOf: rows[number].until).rule }
}
