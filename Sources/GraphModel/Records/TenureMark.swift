/// What a sentence tells of an office or a membership beyond that somebody has it. It stands among the rules of the
/// evidence, and queries join it over documents.
package enum TenureMark: String, Sendable, CaseIterable {
  /// The office of the evidence begins: `became mayor`.
  case begins = "office-begins"
  /// It ends: `resigned as mayor`; of evidence without an office the one that the subject has: `resigned`.
  case ends = "office-ends"
  /// The subject belongs to the object no longer, nor has an office in it: `left the party`.
  case leaves = "body-left"
  /// An office ends of which the same text tells: `retired`.
  case retires = "office-retired"
  /// The object loses its office in the subject, or one of which the same text tells: `sacked the coach`.
  case dismisses = "object-dismissed"
  /// The object belongs to the subject no longer, nor has an office in it: `expelled the senator`.
  case expels = "object-expelled"
  /// The office, but for its first word, is over: `former mayor`.
  case former = "office-former"
  /// The office, but for its first word, is held: `outgoing mayor`.
  case current = "office-current"
  /// It was held, and of later days nothing is told: `was mayor`, `led the agency`.
  case past = "office-past"
  /// Of which day it is told nobody knows: `Prime Minister Holm opened the games in 1994`, written much later.
  case undated = "office-undated"
  /// The subject leads the object, and no word names the office: `heads the agency`.
  case leads = "office-led"
  /// The subject becomes a member of the object: `joined the party`.
  case joins = "membership-begins"
  /// The evidence tells a membership: `a member of the party`.
  case belongs = "membership"
  /// The subject dies, and the object is killed.
  case dies = "subject-dies"
  case killed = "object-dies"

  /// Stands beside a mark, or alone, where the office is another than its last words name: that of a deputy.
  package static let lesserOffice = "office-lesser"

  /// Stands beside a mark, or alone, where one person at a time has the office: that of a prime minister.
  package static let soleOffice = "office-sole"

  /// Begins a rule that ends with another name of the office, by which its rows are joined: `chairman` of `chairwoman`.
  package static let otherName = "office-is "

  /// The other name of the office among the rules of a piece of evidence; nil where there is none.
  ///
  /// - Complexity: O(number of rules).
  package static func otherName(among rules: [String]) -> String? {
    rules.last { $0.hasPrefix(otherName) }.map { String($0.dropFirst(otherName.utf8.count)) }
  }

  /// The office of which ``former`` or ``current`` tells: `mayor` of `former mayor` and `ex-mayor`; nil for one word.
  ///
  /// - Complexity: O(length of the office).
  package static func withoutFirstWord(_ office: String) -> String? {
    office.firstIndex(where: { $0 == " " || $0 == "-" }).map { String(office[office.index(after: $0)...]) }
  }

  /// The mark among the rules of a piece of evidence; nil where there is none.
  ///
  /// - Complexity: O(number of rules).
  package init?(among rules: [String]) {
    for rule in rules.reversed() {
      guard let mark = TenureMark(rawValue: rule) else { continue }
      self = mark
      return
    }
    return nil
  }
}

extension EvidenceRecord {
  /// Whether it tells of an office or of the end of one.
  ///
  /// - Complexity: O(number of rules).
  package var tellsOfOffice: Bool { office != nil || TenureMark(among: rules) != nil }
}
