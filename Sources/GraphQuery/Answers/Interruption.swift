/// Why an evaluation ends early.
public enum Interruption: Error {
  case error(QueryError)
  case ambiguous(Answer.Ambiguity)
  /// The budget ended before anything was found.
  case stopped
}
