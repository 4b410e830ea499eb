public import Synchronization

/// Checks the pages of a container's sections against a table of checksums, each page when it is first touched, and
/// remembers the first damage found.
///
/// So opening stays O(1), and yet no answer comes from a page that is not what was written.
// Sendable: the table is read-only, the bits are atomic, the damage is behind a lock.
@safe
public final class PageGuard: @unchecked Sendable {
  public static let pageSize = 4096
  @usableFromInline static let pageShift = 12

  private let table: ByteView
  private let place: String?
  @usableFromInline let pageCount: Int
  /// One bit a page: set once its checksum was found right.
  @usableFromInline let intact: UnsafeMutablePointer<Atomic<UInt64>>
  private let firstDamage = Mutex<BytesError?>(nil)

  /// - Parameters:
  ///   - table: CRC-32C of each page, 4 bytes each, little-endian.
  ///   - place: where the pages came from, for messages.
  public init(table: ByteView, place: String?) {
    self.table = table
    self.place = place
    pageCount = table.count / 4
    let words = pageCount / 64 + 1
    unsafe intact = .allocate(capacity: words)
    for word in 0..<words { unsafe (intact + word).initialize(to: Atomic(0)) }
  }

  deinit {
    unsafe intact.deinitialize(count: pageCount / 64 + 1)
    unsafe intact.deallocate()
  }

  /// The first damage that any reader met; nil so far.
  public var damage: BytesError? { firstDamage.withLock { $0 } }

  /// Remembers that the section is damaged, unless something was remembered before.
  public func record(section: String, detail: @autoclosure () -> String) {
    firstDamage.withLock { first in
      if first == nil { first = .damaged(place: place, section: "section \(section)", detail: detail()) }
    }
  }

  /// Whether page `number` was checked before.
  @inlinable
  @inline(__always)
  func isKnownIntact(_ number: Int) -> Bool {
    guard number >= 0, number < pageCount else { return false }
    return unsafe intact[number >> 6].load(ordering: .relaxed) &>> UInt64(number & 63) & 1 == 1
  }

  /// Compares the checksum of page `number`, whose bytes are `page`; remembers the result.
  @usableFromInline
  func check(_ number: Int, _ page: ByteView?, section: String) -> Bool {
    guard number >= 0, number < pageCount, let page, let expected = table.load(4 * number, as: UInt32.self) else {
      record(section: section, detail: "page \(number) is outside")
      return false
    }
    let found = crc32c(page)
    guard found == expected else {
      firstDamage.withLock { first in
        if first == nil {
          first = .checksum(place: place, section: "section \(section)", expected: expected, found: found)
        }
      }
      return false
    }
    unsafe intact[number >> 6].bitwiseOr(1 << UInt64(number & 63), ordering: .relaxed)
    return true
  }
}
