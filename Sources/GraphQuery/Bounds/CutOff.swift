/// What ended a search before it was complete.
public enum CutOff: Sendable, Equatable {
  case cancelled
  case timeLimit(Duration)
  /// The statement would have taken more than so many bytes.
  case memoryLimit(Int)
}
