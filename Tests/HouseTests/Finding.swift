import Testing

/// What a wall found: where, and what to do.
struct Finding: CustomStringConvertible {
  var path: String
  var line = 0
  /// What names the finding in a list of allowed ones; stays when files move.
  var key = ""
  var message: String

  var description: String { line > 0 ? "\(path):\(line): \(message)" : "\(path): \(message)" }
}

/// Fails once for each finding.
func expectNone(_ findings: [Finding]) { for finding in findings { Issue.record("\(finding.description)") } }
