internal import GraphModel

/// Sentences that end every office of a holder, or every one in a body, and tell of none: that he died or left.
struct TenureEnds: Sendable {
  /// By day and document.
  let bounds: [TenureBound]
  let documents: Set<DocumentID>

  init(_ bounds: [TenureBound]) {
    self.bounds = bounds.sorted(by: TenureBound.precedes)
    documents = Set(bounds.lazy.map(\.evidence.document))
  }

  /// How many of the bounds come before an item.
  ///
  /// - Complexity: O(log *n*).
  func count(before item: TenureItem) -> Int {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(bounds[middle], item) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func precedes(_ bound: TenureBound, _ item: TenureItem) -> Bool {
    item.kind == .ends ? TenureBound.precedes(bound, item.bound) : bound.day < item.bound.day
  }
}
