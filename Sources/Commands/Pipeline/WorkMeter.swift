internal import Synchronization

/// Counts on many threads how many bytes of text have been analyzed, so that long documents tell how far they are.
final class WorkMeter: Sendable {
  private let bytes = Atomic<Int>(0)

  /// Bytes so far.
  var count: Int { bytes.load(ordering: .relaxed) }

  func add(_ count: Int) { bytes.wrappingAdd(count, ordering: .relaxed) }
}
