/// An error that a person can act on. Each module's error type conforms; front ends only render it.
public protocol DiagnosticError: Error, Sendable {
  /// Stable across versions: `store.checksum`.
  var code: String { get }
  /// `file:line:column`, a path, or a byte offset; nil where there is none.
  var place: String? { get }
  /// What was expected and what was found, one sentence without final period.
  var message: String { get }
  /// What to do next; nil where there is nothing sensible to say.
  var remedy: String? { get }
  var exitStatus: ExitStatus { get }
}

/// What the program returns to its caller (the values of sysexits.h where it has one).
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case answered = 0
  /// No answer, or a failed statement.
  case failed = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case inputOutput = 74
  case interrupted = 130
}
