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

/// What the program returns to its caller: grep's 1 and 2, and the values of sysexits.h where it has one.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case answered = 0
  /// A statement found nothing, or not what a script expects.
  case noAnswer = 1
  /// A statement, or what was to be done, failed.
  case failed = 2
  case usage = 64
  case badData = 65
  case noInput = 66
  case inputOutput = 74
  case interrupted = 130
}
