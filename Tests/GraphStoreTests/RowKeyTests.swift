import TestSupport
import Testing

@testable import GraphStore

/// Rows of numbers stand in the order of their numbers, and are read as they were written.
@Suite struct RowKeyTests {
  private static let numbers: [UInt32] = [
    0, 1, 2, 127, 128, 246, 247, 248, 249, 255, 256, 257, 65_535, 65_536, 1 << 24 - 1, 1 << 24, .max - 1, .max,
  ]

  private static func row(_ numbers: [UInt32]) -> [UInt8] {
    var row = RowKeyWriter()
    for number in numbers { row.append(number) }
    return row.bytes
  }

  @Test func bytesStandAsNumbersDo() {
    for a in Self.numbers {
      for b in Self.numbers {
        #expect(Self.row([a]).lexicographicallyPrecedes(Self.row([b])) == (a < b), "\(a) \(b)")
        #expect(Self.row([a, b]).lexicographicallyPrecedes(Self.row([b, a])) == (a < b), "\(a) \(b)")
      }
    }
  }

  @Test func isReadAsWritten() {
    var row = RowKeyWriter()
    let signed = [0, 1, -1, 123, -124, 125, 1 << 30, -1 << 30]
    for number in Self.numbers { row.append(number) }
    for number in signed { row.append(signed: number) }
    for number in signed { row.append(number..<number + 3) }
    row.append(200 as UInt8)
    var reader = RowKeyReader(row.bytes)
    #expect(Self.numbers.map { _ in reader.number() } == Self.numbers)
    #expect(signed.map { _ in reader.signed() } == signed)
    #expect(signed.map { _ in reader.range() } == signed.map { $0..<$0 + 3 })
    #expect(reader.byte() == 200)
    #expect(reader.isAtEnd && reader.byte() == 0)
  }
}
