/// A section whose pages are checked when they are first read.
///
/// Reading never fails: what is damaged or outside reads as zero or nil, and the ``PageGuard`` remembers it. A class,
/// so that the many arrays that lie in one section share it for the price of one reference.
// Sendable: nothing changes after `init`; the bytes belong to `view`, which is kept.
@safe
public final class PagedView: @unchecked Sendable {
  public let view: ByteView
  public let name: String
  public let pages: PageGuard
  public let count: Int
  @usableFromInline let firstPage: Int
  @usableFromInline let base: UnsafeRawPointer?

  /// - Parameter firstPage: number of the section's first page in the table of `pages`.
  public init(_ view: ByteView, name: String, firstPage: Int, pages: PageGuard) {
    self.view = view
    self.name = name
    self.firstPage = firstPage
    self.pages = pages
    count = view.count
    unsafe base = view.base
  }

  /// Remembers that the section contradicts itself.
  public func recordDamage(_ detail: @autoclosure () -> String) { pages.record(section: name, detail: detail()) }

  /// The error for a part that does not fit: the page's own damage where there is some.
  public func damage(_ part: String) -> BytesError {
    pages.record(section: name, detail: "\(part) does not fit")
    return pages.damage ?? .damaged(place: nil, section: name, detail: part)
  }

  /// The eight bytes at `offset`, little-endian; zero when they are outside or damaged.
  @inlinable
  @inline(__always)
  public func word(at offset: Int) -> UInt64 {
    let page = offset >> PageGuard.pageShift
    guard offset >= 0, offset <= count - 8, (offset + 7) >> PageGuard.pageShift == page,
      pages.isKnownIntact(firstPage + page), let base = unsafe base
    else { return unusualWord(at: offset) }
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether the bytes `first`...`last` are inside and as written; remembers the damage when they are not.
  public func isReadable(_ first: Int, through last: Int) -> Bool {
    guard first >= 0, first <= last, last < count else { return false }
    return isIntact(first, last)
  }

  /// The eight bytes at `offset`, which ``isReadable(_:through:)`` has allowed.
  @unsafe
  @inlinable
  @inline(__always)
  public func uncheckedWord(at offset: Int) -> UInt64 {
    guard let base = unsafe base else { return 0 }
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// As ``word(at:)``, where two pages or one not yet checked are read.
  @usableFromInline
  @inline(never)
  func unusualWord(at offset: Int) -> UInt64 {
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
  private func isIntact(_ first: Int, _ last: Int) -> Bool {
    for page in first >> PageGuard.pageShift...last >> PageGuard.pageShift
    where !pages.isKnownIntact(firstPage + page) && !checkPage(page) {
      return false
    }
    return true
  }

  private func checkPage(_ page: Int) -> Bool {
    let start = page << PageGuard.pageShift
    guard start < view.count else { return false }
    return pages.check(
      firstPage + page, view.slice(start..<min(start + PageGuard.pageSize, view.count)), section: name)
  }
}
