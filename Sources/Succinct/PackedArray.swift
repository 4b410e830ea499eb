public import Bytes

/// Unsigned integers of one width in bits, stored without gaps.
///
/// In a section, at a multiple of 8: count (4 bytes), width (4 bytes, 0...56), then, unless the width is 0, the values
/// from the lowest bit of the first byte upwards, padded with zeros to a multiple of 8 bytes, and 8 bytes of zeros so
/// that a value can always be read by one load.
public struct PackedArray: Sendable {
  public static let widestWidth = 56

  @usableFromInline let section: PagedView
  @usableFromInline let layout: PackedLayout

  public var count: Int { layout.count }

  /// Reads the header at `offset` and moves `offset` behind the array.
  ///
  /// - Throws: when the array does not fit into the section.
  public init(_ section: PagedView, at offset: inout Int) throws(BytesError) {
    self.section = section
    layout = try PackedLayout(section, at: &offset)
  }

  /// The value at `index`; zero, with the damage remembered, when there is none.
  @inlinable
  @inline(__always)
  public subscript(index: Int) -> UInt64 { layout.value(index, in: section) }

  /// Calls `body` with the index of each value in `range`, ascending.
  @inlinable
  @inline(__always)
  public func forEach(in range: Range<UInt64>, _ body: (Int) -> Void) {
    let size = UInt64(range.count)
    let comparison = size == 1 ? FieldComparison(range.lowerBound, width: layout.width) : nil
    var index = 0
    while index < count {
      // As many values as begin in the next page: it is checked once and then read as it lies.
      let end = layout.lastIndex(inPageOf: index)
      if section.isReadable(layout.byte(of: index), through: layout.byte(of: end - 1) + 7) {
        if let comparison {
          while index <= end - comparison.count {
            var equal = comparison.equal(layout.uncheckedBits(index, in: section))
            while equal != 0 {
              body(index &+ comparison.field(ofBit: equal.trailingZeroBitCount))
              equal &= equal &- 1
            }
            index += comparison.count
          }
        }
        while index < end {
          if layout.uncheckedValue(index, in: section) &- range.lowerBound < size { body(index) }
          index += 1
        }
      } else {
        while index < end {
          if self[index] &- range.lowerBound < size { body(index) }
          index += 1
        }
      }
    }
  }

  /// Bits that `largest` needs.
  public static func width(of largest: UInt64) -> Int { 64 - largest.leadingZeroBitCount }
}

/// Where the values of a ``PackedArray`` stand in their section.
@usableFromInline
struct PackedLayout: Sendable {
  @usableFromInline let count: Int
  @usableFromInline let start: Int
  @usableFromInline let width: Int
  @usableFromInline let mask: UInt64

  init(_ section: PagedView, at offset: inout Int) throws(BytesError) {
    guard let count = section.load(offset, as: UInt32.self), let width = section.load(offset + 4, as: UInt32.self),
      width <= PackedArray.widestWidth,
      Self.size(count: Int(count), width: Int(width)) <= section.count - offset
    else { throw section.damage("the packed array at byte \(offset)") }
    self.count = Int(count)
    self.width = Int(width)
    mask = width == 0 ? 0 : UInt64.max >> (64 - UInt64(width))
    start = offset + 8
    offset += Self.size(count: Int(count), width: Int(width))
  }

  @inlinable
  @inline(__always)
  func value(_ index: Int, in section: PagedView) -> UInt64 {
    guard index >= 0, index < count else {
      section.recordDamage("element \(index) of \(count)")
      return 0
    }
    if width == 0 { return 0 }
    let bit = index &* width
    return section.word(at: start &+ bit >> 3) &>> UInt64(bit & 7) & mask
  }

  /// The first byte of value `index`.
  @inlinable
  @inline(__always)
  func byte(of index: Int) -> Int { start &+ (index &* width) >> 3 }

  /// One more than the last value that begins in the page of value `index`.
  @usableFromInline
  func lastIndex(inPageOf index: Int) -> Int {
    guard width > 0 else { return count }
    let pageEnd = (byte(of: index) | (PageGuard.pageSize - 1)) + 1
    return min(max(((pageEnd - start) * 8 - 1) / width + 1, index + 1), count)
  }

  /// The value at `index`, below ``count``, whose bytes are known to be readable.
  @inlinable
  @inline(__always)
  func uncheckedValue(_ index: Int, in section: PagedView) -> UInt64 {
    let bit = index &* width
    return unsafe section.uncheckedWord(at: start &+ bit >> 3) &>> UInt64(bit & 7) & mask
  }

  /// The bits from value `index` on, below ``count``, whose bytes are known to be readable: 57 at least.
  @inlinable
  @inline(__always)
  func uncheckedBits(_ index: Int, in section: PagedView) -> UInt64 {
    let bit = index &* width
    return unsafe section.uncheckedWord(at: start &+ bit >> 3) &>> UInt64(bit & 7)
  }

  /// Bytes that an array takes in a section.
  private static func size(count: Int, width: Int) -> Int {
    width == 0 ? 8 : 8 + (count * width + 63) / 64 * 8 + 8
  }
}
