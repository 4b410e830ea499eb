/// How a command that answers each document by itself treats what it reads.
struct DocumentFilter: Sendable {
  /// What becomes of a document that cannot be read.
  enum Failures: String, CaseIterable, Sendable {
    /// A row in its place.
    case row
    /// It is reported and left out.
    case skip
    /// It ends the run with its status.
    case stop
  }

  /// Nil: it is reported and left out, and the exit status tells.
  var failures: Failures?
  /// Whether the answer to a document is written as soon as it is there.
  var isPrompt = false
  /// Whether every document is answered, also one that was read before.
  var answersAll = false

  /// Whether bad documents are no failure of the run, so that it reads on as long as it can.
  var goesOn: Bool { failures == .row || failures == .skip }
}
