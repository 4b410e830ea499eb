import Synchronization

/// The buffers of analyses that are not running: each thread takes some and gives them back, with the words they
/// remember.
// Sendable: buffers are only in the list while nobody works with them.
final class ScratchPool: @unchecked Sendable {
  private let weights: ModelWeights
  private let lock = Mutex(())
  private var idle: [NetworkScratch] = []

  init(_ weights: ModelWeights) { self.weights = weights }

  /// Calls `body` with buffers that nobody else uses meanwhile.
  func withScratch(_ body: (NetworkScratch) -> Void) {
    let scratch = lock.withLock { _ in idle.popLast() } ?? NetworkScratch(weights)
    body(scratch)
    lock.withLock { _ in idle.append(scratch) }
  }
}
