/// The first and last date that a piece of evidence names, as ISO 8601 strings.
package struct DateRange: Equatable {
  package var first: String
  package var last: String

  /// The date or range `text` (`2025-04-02`, `2025-04`, `2025-04-01/2025-04-03`); nil when it is anything else.
  ///
  /// - Complexity: O(length of `text`).
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(Self.isDate), let first = parts.first, let last = parts.last
    else { return nil }
    self.first = String(first)
    self.last = String(last)
  }

  /// The date of a piece of evidence: its own where it has one, otherwise that of its document; nil without any.
  ///
  /// An open end (`2010/..`) is closed by the date of the document.
  ///
  /// - Complexity: O(length of the dates).
  package init?(time: String?, documentDate: String?) {
    if let time, let range = DateRange(time) ?? DateRange(open: time, documentDate) {
      self = range
    } else if let documentDate {
      self.init(documentDate)
    } else {
      return nil
    }
  }

  /// An interval with an open end (`2010/..`, `../2030`), which the document's date closes.
  private init?(open text: String, _ documentDate: String?) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let known = parts.first(where: { $0 != ".." }), Self.isDate(known) else { return nil }
    let now: Substring = documentDate.map { $0[...] }.flatMap { Self.isDate($0) ? $0 : nil } ?? known
    first = String(parts[0] == ".." ? now : parts[0])
    last = String(parts[1] == ".." ? now : parts[1])
    if last.utf8.lexicographicallyPrecedes(first.utf8) { swap(&first, &last) }
  }

  /// Widens the range so that it covers `other`. ISO dates sort as text.
  ///
  /// - Complexity: O(1): dates are short.
  package mutating func cover(_ other: DateRange) {
    if other.first.utf8.lexicographicallyPrecedes(first.utf8) { first = other.first }
    if last.utf8.lexicographicallyPrecedes(other.last.utf8) { last = other.last }
  }

  /// Four digits of a year, alone or before `-` and a digit or a week.
  private static func isDate(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, bytes[..<4].allSatisfy(isDigit) else { return false }
    if bytes.count == 4 { return true }
    return bytes.count >= 6 && bytes[4] == UInt8(ascii: "-") && (isDigit(bytes[5]) || bytes[5] == UInt8(ascii: "W"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension DateRange? {
  /// Widens the range, which may not be there yet, so that it covers `other`, if that is there.
  ///
  /// - Complexity: O(1): dates are short.
  package mutating func cover(_ other: DateRange?) {
    guard let other else { return }
    if self == nil { self = other } else { self?.cover(other) }
  }
}
