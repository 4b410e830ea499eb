/// A section whose pages are checked when they are first read.
///
/// Reading never fails: what is damaged or outside reads as zero or nil, and the ``PageGuard`` remembers it.
public struct PagedView: Sendable {
  public let view: ByteView
  public let name: String
  public let pages: PageGuard
  @usableFromInline let firstPage: Int

  /// - Parameter firstPage: number of the section's first page in the table of `pages`.
  public init(_ view: ByteView, name: String, firstPage: Int, pages: PageGuard) {
    self.view = view
    self.name = name
    self.firstPage = firstPage
    self.pages = pages
  }

  public var count: Int { view.count }

  /// Remembers that the section contradicts itself.
  public func recordDamage(_ detail: @autoclosure () -> String) { pages.record(section: name, detail: detail()) }

  /// The eight bytes at `offset`, little-endian; zero when they are outside or damaged.
  @inlinable
  public func word(at offset: Int) -> UInt64 {
    guard offset >= 0, isIntact(offset, offset + 7), let word = view.load(offset, as: UInt64.self) else {
      recordDamage("a read at byte \(offset) of \(count)")
      return 0
    }
    return word
  }

  /// The little-endian integer at `offset`; nil when it is outside or damaged.
  public func load<T: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: T.Type) -> T? {
    guard offset >= 0, isIntact(offset, offset + MemoryLayout<T>.size - 1) else { return nil }
    return view.load(offset, as: type)
  }

  /// The bytes `range`; nil when they are outside or damaged.
  public func bytes(_ range: Range<Int>) -> ByteView? {
    guard range.lowerBound >= 0, range.upperBound <= count,
      range.isEmpty || isIntact(range.lowerBound, range.upperBound - 1)
    else {
      recordDamage("bytes \(range) of \(count)")
      return nil
    }
    return view.slice(range)
  }

  /// Whether the pages of the bytes `first`...`last` are as written.
  @inlinable
  func isIntact(_ first: Int, _ last: Int) -> Bool {
    let page = first / PageGuard.pageSize
    if page == last / PageGuard.pageSize, pages.isKnownIntact(firstPage + page) { return true }
    return checkPages(page, last / PageGuard.pageSize)
  }

  @usableFromInline
  func checkPages(_ first: Int, _ last: Int) -> Bool {
    var page = first
    while page <= last {
      if !pages.isKnownIntact(firstPage + page), !checkPage(page) { return false }
      page += 1
    }
    return true
  }

  private func checkPage(_ page: Int) -> Bool {
    let start = page * PageGuard.pageSize
    guard start < view.count else { return false }
    return pages.check(
      firstPage + page, view.slice(start..<min(start + PageGuard.pageSize, view.count)), section: name)
  }
}
