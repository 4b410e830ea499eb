internal import Synchronization

/// A flag by which another thread or a signal handler stops a query. Setting it is one atomic store.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  /// Stops the query that runs, and any later one until ``reset()``.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  public func reset() { flag.store(false, ordering: .relaxed) }

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
