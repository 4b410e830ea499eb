/// A priority queue: the least element comes out first.
public struct BinaryHeap<Element: Comparable> {
  @usableFromInline var items: [Element] = []

  @inlinable
  public init() {}

  @inlinable
  public var count: Int { items.count }

  /// The least element; nil when there is none.
  @inlinable
  public var least: Element? { items.first }

  @inlinable
  public mutating func push(_ item: Element) {
    items.append(item)
    var i = items.count - 1
    while i > 0, items[i] < items[(i - 1) / 2] {
      items.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  @inlinable
  public mutating func pop() -> Element? {
    guard let last = items.popLast() else { return nil }
    guard let least = items.first else { return last }
    items[0] = last
    var i = 0
    while 2 * i + 1 < items.count {
      var child = 2 * i + 1
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      guard items[child] < items[i] else { break }
      items.swapAt(i, child)
      i = child
    }
    return least
  }
}
