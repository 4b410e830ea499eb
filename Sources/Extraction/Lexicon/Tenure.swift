/// What a verb tells of an office: `served as mayor`, `resigned as chairman`, `took over as head`.
package enum Tenure: String, Sendable {
  case begins, continues, ends

  /// Of entries such as `step down ends`, what each verb tells; others are left out.
  static func byVerb(_ entries: [String]) -> [String: Tenure] {
    var tenures: [String: Tenure] = [:]
    for entry in entries {
      guard let space = entry.lastIndex(of: " "), let tenure = Tenure(rawValue: String(entry[space...].dropFirst()))
      else { continue }
      tenures[String(entry[..<space])] = tenure
    }
    return tenures
  }

  /// The time of the office, where the verb says `time`: ISO 8601-2 with `..` for an open end; a period stays as it is.
  func period(_ time: String) -> String {
    guard !time.contains("/"), time.first?.isNumber == true else { return time }
    switch self {
    case .begins: return "\(time)/.."
    case .continues: return time
    case .ends: return "../\(time)"
    }
  }
}
