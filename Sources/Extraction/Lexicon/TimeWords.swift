package import SchemaFiles

/// The words of time expressions, compiled from lists of the schema: what each stands for.
package struct TimeWords: Sendable {
  /// What time is counted in. A part of a day is as exact as the day.
  package enum Unit: String, Sendable {
    case day, week, weekend, month, year, decade
  }

  /// By word: 0 for Monday to 6.
  let weekdays: [String: Int]
  let months: [String: Int]
  /// Days from the document's own: -1 for `yesterday`.
  let dayOffsets: [String: Int]
  /// Which one of several: `third`.
  let ordinals: [String: Int]
  let cardinals: [String: Int]
  /// -1 for `last`, 0 for `this`, 1 for `next`.
  let shifts: [String: Int]
  let units: [String: Unit]
  /// Words that count from the document's day: `ago`.
  let pointers: Set<String>

  /// Lists that the schema lacks are empty; entries without number or with an unknown unit are passed over.
  package init(schema: Schema) {
    func entries(_ name: String) -> [(word: String, value: String)] {
      (schema.lists[name] ?? []).compactMap { entry in
        let parts = entry.split(separator: " ").map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }
    }
    func numbers(_ name: String, offset: Int = 0) -> [String: Int] {
      var numbers: [String: Int] = [:]
      for (word, value) in entries(name) { numbers[word] = Int(value).map { $0 + offset } }
      return numbers
    }
    weekdays = numbers("weekday", offset: -1)
    months = numbers("month")
    dayOffsets = numbers("dayWord")
    ordinals = numbers("ordinal")
    cardinals = numbers("cardinal")
    shifts = numbers("timeShift")
    var units: [String: Unit] = [:]
    for (word, value) in entries("timeUnit") { units[word] = Unit(rawValue: value) }
    self.units = units
    pointers = Set(schema.lists["timePointer"] ?? [])
  }
}
