public import Bytes

/// Sorted runs of a scratch file as one sequence: the least element of all runs comes first, equal ones in the order of
/// runs.
public struct MergedRuns<Element: Comparable> {
  private struct Head: Comparable {
    var element: Element
    var run: Int

    static func < (a: Head, b: Head) -> Bool {
      if a.element < b.element { return true }
      return a.run < b.run && !(b.element < a.element)
    }
  }

  private var readers: [ScratchReader]
  private let read: (inout ScratchReader) throws(BytesError) -> Element
  private var heap = BinaryHeap<Head>()

  /// - Parameters:
  ///   - runs: of bytes that were flushed.
  ///   - read: reads the next element of a run that is not at its end.
  public init(
    _ file: ScratchFile, _ runs: [Range<Int>], read: @escaping (inout ScratchReader) throws(BytesError) -> Element
  ) throws(BytesError) {
    readers = runs.map { ScratchReader(file, $0) }
    self.read = read
    for run in readers.indices { try push(run) }
  }

  private mutating func push(_ run: Int) throws(BytesError) {
    if !readers[run].isAtEnd { heap.push(Head(element: try read(&readers[run]), run: run)) }
  }

  /// The least element that is left.
  public var least: Element? { heap.least?.element }

  /// The next element and the number of its run; nil behind the last one.
  public mutating func next() throws(BytesError) -> (element: Element, run: Int)? {
    guard let head = heap.pop() else { return nil }
    try push(head.run)
    return (head.element, head.run)
  }
}
