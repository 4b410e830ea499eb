internal import Synchronization

/// A flag by which another thread or a signal handler stops a query. Setting it is one atomic store.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  /// Stops the query that runs, and any later one until ``reset()``.
  ///
  /// - Complexity: O(1), safe in a signal handler.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Lets later queries run.
  ///
  /// - Complexity: O(1).
  public func reset() { flag.store(false, ordering: .relaxed) }

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
