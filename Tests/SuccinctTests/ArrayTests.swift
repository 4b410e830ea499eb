import Bytes
import Succinct
import TestSupport
import Testing

@Suite struct PackedArrayTests {
  @Test(arguments: [0, 1, 2, 7, 8, 13, 31, 32, 33, 56])
  func roundTrip(width: Int) throws {
    var random = SeededGenerator(seed: UInt64(width))
    for count in [0, 1, 2, 63, 64, 65, 3000] {
      let values = (0..<count).map { _ in width == 0 ? 0 : random.next() >> UInt64(64 - width) }
      var writer = ByteWriter()
      PackedArray.encode(values, into: &writer)
      #expect(writer.bytes.count % 8 == 0)
      let view = pagedView(writer.bytes)
      var offset = 0
      let array = try PackedArray(view, at: &offset)
      #expect(offset == writer.bytes.count)
      #expect((0..<array.count).map { array[$0] } == values)
      #expect(view.pages.damage == nil)
      #expect(array[count] == 0 && array[-1] == 0)
      #expect(view.pages.damage != nil)
    }
  }

  /// One value is compared with a word of them at once, several one by one; the array is longer than a page.
  @Test(arguments: 0...20)
  func placesOfValues(width: Int) throws {
    var random = SeededGenerator(seed: UInt64(width))
    let values = (0..<40_000 / max(width, 1)).map { _ in
      width == 0
        ? 0
        : random.chance(50) ? UInt64(random.below(3)) & (1 << UInt64(width) - 1) : random.next() >> UInt64(64 - width)
    }
    var writer = ByteWriter()
    PackedArray.encode(values, into: &writer)
    var offset = 0
    let array = try PackedArray(pagedView(writer.bytes), at: &offset)
    for wanted: Range<UInt64> in [
      0..<1, 1..<2, 2..<3, 1..<3, values[777]..<values[777] + 1, 1 << 21..<1 << 21 + 1, 0..<0,
    ] {
      var places: [Int] = []
      array.forEach(in: wanted) { places.append($0) }
      #expect(places == values.indices.filter { wanted.contains(values[$0]) }, "width \(width), \(wanted)")
    }
  }

  @Test func tooShortIsAnError() throws {
    var writer = ByteWriter()
    PackedArray.encode([1, 2, 3, 400], into: &writer)
    for length in 0..<writer.bytes.count {
      var offset = 0
      #expect(throws: BytesError.self) { try PackedArray(pagedView(Array(writer.bytes[..<length])), at: &offset) }
    }
  }
}

@Suite struct MonotoneArrayTests {
  /// Ascending values: dense, sparse, with long runs of equals and with jumps.
  static func values(seed: UInt64) -> [Int] {
    var random = SeededGenerator(seed: seed)
    let gaps = [1, 3, 50, 100_000][random.below(4)]
    let equals = [0, 30, 95][random.below(3)]
    var last = random.below(gaps)
    return (0..<random.below(1200)).map { _ in
      if !random.chance(equals) { last += random.below(gaps) }
      if random.chance(1) { last += gaps * 300 }
      return last
    }
  }

  @Test(arguments: 0..<40)
  func agreesWithAPlainArray(seed: UInt64) throws {
    let values = Self.values(seed: seed)
    var writer = ByteWriter()
    MonotoneArray.encode(values, into: &writer)
    let view = pagedView(writer.bytes)
    var offset = 0
    let array = try MonotoneArray(view, at: &offset)
    #expect(offset == writer.bytes.count)
    #expect((0..<array.count).map { array[$0] } == values)
    for index in values.indices.dropLast() {
      #expect(array.range(index) == values[index]..<values[index + 1])
    }
    var random = SeededGenerator(seed: seed + 1000)
    let bounds = (0..<100).map { _ in random.below((values.last ?? 0) + 2) } + values.prefix(50) + [-1, .max >> 8]
    for bound in bounds {
      let expected = values.firstIndex { $0 > bound } ?? values.count
      #expect(array.count(atMost: bound) == expected, "bound \(bound)")
    }
    #expect(view.pages.damage == nil)
  }

  @Test func aFlippedByteIsRememberedAndNeverTraps() throws {
    let values = Self.values(seed: 3) + [1 << 30]
    var writer = ByteWriter()
    MonotoneArray.encode(values.sorted(), into: &writer)
    for at in writer.bytes.indices {
      var damaged = writer.bytes
      damaged[at] ^= 0x41
      // The table of the damaged bytes: nothing but the array's own checks stands between them and a trap.
      let view = pagedView(damaged)
      var offset = 0
      guard let array = try? MonotoneArray(view, at: &offset) else { continue }
      for index in stride(from: 0, to: array.count, by: max(array.count / 20, 1)) {
        #expect(array[index] >= 0 && array[index] <= array.largest)
        #expect(array.range(index).lowerBound >= 0)
        #expect((0...array.count).contains(array.count(atMost: index * 1000)))
      }
    }
  }
}
