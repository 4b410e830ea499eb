import Bytes
import TestSupport
import Testing

@Suite struct ByteViewTests {
  @Test func readsInsideOnly() {
    let view = ByteView(copying: [1, 2, 3, 4, 5])
    #expect(view.load(1, as: UInt32.self) == 0x0504_0302)
    #expect(view.load(2, as: UInt32.self) == nil)
    #expect(view.load(-1, as: UInt8.self) == nil)
    #expect(view.slice(2..<5)?.array() == [3, 4, 5])
    #expect(view.slice(2..<6) == nil)
    #expect(view.slice(at: 4, count: 1)?.array() == [5])
    #expect(view.slice(at: 4, count: 2) == nil)
    #expect(view.slice(at: .max, count: 1) == nil)
    #expect(view.slice(at: 1, count: .max) == nil)
    #expect(ByteView(copying: []).array() == [])
    #expect(view.slice(1..<3)?.slice(1..<2)?.array() == [3])
  }
}

@Suite struct ChecksumTests {
  @Test func knownValues() {
    #expect(crc32c(Array("123456789".utf8)) == 0xE306_9283)
    #expect(crc32c([]) == 0)
    #expect(crc32c([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
  }

  @Test func sha256KnownValues() {
    var hash = SHA256()
    hash.update(Array("abc".utf8))
    #expect(
      hash.digest().prefix(8).map { $0 } == [0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea])
    var parts = SHA256()
    for length in [0, 1, 54, 1, 8, 63, 64, 65, 200] { parts.update([UInt8](repeating: 7, count: length)) }
    var whole = SHA256()
    whole.update([UInt8](repeating: 7, count: 456))
    #expect(parts.digest() == whole.digest())
    var empty = SHA256()
    empty.update([])
    #expect(empty.digest().prefix(4) == [0xe3, 0xb0, 0xc4, 0x42])
  }
}

@Suite struct VarintTests {
  @Test func roundTripAndLength() {
    let values: [(UInt64, Int)] = [
      (0, 1), (127, 1), (128, 2), (16_383, 2), (16_384, 3), (UInt64(UInt32.max), 5), (.max, 10),
    ]
    for (value, length) in values {
      var writer = ByteWriter()
      writer.appendVarint(value)
      #expect(writer.bytes.count == length)
      var reader = ByteReader(ByteView(copying: writer.bytes))
      #expect(reader.readVarint() == value)
      #expect(reader.isAtEnd)
      for cut in 0..<length {
        var short = ByteReader(ByteView(copying: Array(writer.bytes[..<cut])))
        #expect(short.readVarint() == nil)
        #expect(short.offset == 0)
      }
    }
  }

  @Test func overlongIsRefused() {
    var reader = ByteReader(ByteView(copying: [UInt8](repeating: 0xFF, count: 9) + [0x02]))
    #expect(reader.readVarint() == nil)
    var endless = ByteReader(ByteView(copying: [UInt8](repeating: 0x80, count: 30)))
    #expect(endless.readVarint() == nil)
  }

  @Test func mixedReading() {
    var writer = ByteWriter()
    writer.append(UInt32(0xDEAD_BEEF))
    writer.appendVarint(300)
    writer.append(contentsOf: [9, 8])
    writer.align(to: 16)
    #expect(writer.bytes.count == 16)
    var reader = ByteReader(ByteView(copying: writer.bytes))
    #expect(reader.read(UInt32.self) == 0xDEAD_BEEF)
    #expect(reader.readVarint() == 300)
    #expect(reader.readBytes(2)?.array() == [9, 8])
    #expect(reader.readBytes(100) == nil)
    #expect(reader.readBytes(.max) == nil)
  }
}

@Suite struct StringInternerTests {
  @Test func numbersByBytes() {
    var interner = StringInterner()
    #expect(interner.intern("a") == 0)
    #expect(interner.intern("\u{E9}") == 1)
    #expect(interner.intern("e\u{301}") == 2)
    #expect(interner.intern("a") == 0)
    #expect(interner.strings.map(\.utf8.count) == [1, 2, 3])
    #expect(interner.number(of: "e\u{301}") == 2)
    #expect(interner.number(of: "b") == nil)
  }
}
