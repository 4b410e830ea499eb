/// What ended a search before it was complete.
public enum CutOff: Sendable, Equatable {
  case cancelled
  case timeLimit(Duration)
  /// The search held so many places in memory.
  case memoryLimit(Int)
}
