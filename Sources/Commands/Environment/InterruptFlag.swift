internal import GraphQuery

/// The wish of the person at the keyboard that whatever runs may stop. Setting it is safe in a signal handler.
public final class InterruptFlag: Sendable {
  let cancellation = Cancellation()

  public init() {}

  public func set() { cancellation.cancel() }
  public func clear() { cancellation.reset() }
  public var isSet: Bool { cancellation.isCancelled }
}
