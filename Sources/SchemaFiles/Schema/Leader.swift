internal import Bytes

/// Who held an office of a country, from a day on to one on which that is known still.
public struct Leader: Sendable, Equatable {
  /// Lower case, the last word as lemma: `prime minister`.
  public var title: String
  public var name: String
  /// Days in ISO 8601, both of them his.
  public var since: String
  public var until: String

  public init(title: String, name: String, since: String, until: String) {
    self.title = title
    self.name = name
    self.since = since
    self.until = until
  }

  /// Reads `king: Harald V, 1991-01-17/2026-01-17`, the days as an interval of ISO 8601; nil for other words, and where
  /// the last day is before the first.
  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), let comma = text.lastIndex(of: ","), colon < comma else { return nil }
    title = String(text[..<colon])
    name = String(text[text.index(after: colon)..<comma]).trimmed
    let interval = String(text[text.index(after: comma)...]).trimmed
    let days = interval.split(separator: "/", omittingEmptySubsequences: false)
    guard !title.isEmpty, title == title.lowercased(), title == title.trimmed, !name.isEmpty, days.count == 2,
      days.allSatisfy(Self.isDay), days[0] <= days[1]
    else { return nil }
    (since, until) = (String(days[0]), String(days[1]))
  }

  private static func isDay(_ text: Substring) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ 0x30...0x39 ~= $0 }),
      let month = Int(text.dropFirst(5).prefix(2)), let day = Int(text.suffix(2))
    else { return false }
    return 1...12 ~= month && 1...31 ~= day
  }
}
