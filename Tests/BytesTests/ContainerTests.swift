import Bytes
import TestSupport
import Testing

@Suite struct ContainerTests {
  static let magic = "TERCETXX"

  static func sample() -> [UInt8] {
    var writer = ContainerWriter(magic: magic, version: 3)
    writer.add("FIRST", Array("hello".utf8))
    writer.add("EMPTY", [])
    writer.add("LASTSECT", [UInt8](0..<200))
    return writer.finished(id: [UInt8](1...16))
  }

  static func open(_ bytes: [UInt8], newest: UInt32 = 3) throws(BytesError) -> Container {
    try Container(ByteView(copying: bytes), magic: magic, newestVersion: newest, place: "x")
  }

  @Test func roundTrip() throws {
    let container = try Self.open(Self.sample())
    #expect(container.version == 3)
    #expect(container.id == [UInt8](1...16))
    #expect(container.sections.map(\.name) == ["FIRST", "EMPTY", "LASTSECT"])
    #expect(container.sections.allSatisfy { $0.range.lowerBound % 64 == 0 })
    #expect(try container.section("FIRST").string() == "hello")
    #expect(try container.checkedSection("LASTSECT").array() == [UInt8](0..<200))
    #expect(try container.section("EMPTY").isEmpty)
    try container.check()
  }

  @Test func layoutIsTheDocumentedOne() {
    let bytes = Self.sample()
    #expect(Array(bytes[0..<16]) == Array("TERCETXX".utf8) + [3, 0, 0, 0, 3, 0, 0, 0])
    #expect(Array(bytes[32..<40]) == [0xC8, 0x01, 0, 0, 0, 0, 0, 0])  // 256 + 200 bytes
    #expect(Array(bytes[48..<56]) == Array("FIRST".utf8) + [0, 0, 0])
    #expect(Array(bytes[56..<72]) == [192, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func missingSection() throws {
    let container = try Self.open(Self.sample())
    #expect(throws: BytesError.missingSection(place: "x", name: "NONE")) { try container.section("NONE") }
  }

  @Test func foreignNewerAndEmpty() {
    #expect(throws: BytesError.foreign(place: "x", expected: Self.magic, found: Array("%PDF-1.7".utf8))) {
      try Self.open(Array("%PDF-1.7 and so on".utf8))
    }
    #expect(throws: BytesError.newerVersion(place: "x", found: 3, newest: 2)) {
      try Self.open(Self.sample(), newest: 2)
    }
    #expect(throws: BytesError.foreign(place: "x", expected: Self.magic, found: [])) { try Self.open([]) }
  }

  @Test func everyTruncationIsAnError() {
    let bytes = Self.sample()
    for length in 0..<bytes.count {
      #expect(throws: BytesError.self) { try Self.open(Array(bytes[..<length])) }
    }
  }

  @Test func everyFlippedByteIsFound() {
    let bytes = Self.sample()
    for at in bytes.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[at] ^= mask
        #expect(throws: BytesError.self, "byte \(at)") { try Self.open(damaged).check() }
      }
    }
  }

  @Test func everyErrorHasWordsForAPerson() {
    let errors: [BytesError] = [
      .missing(path: "p"), .unreadable(path: "p", errno: 13), .directory(path: "p"), .notAFile(path: "p"),
      .empty(path: "p"), .io(path: "p", action: "write", errno: 28),
      .foreign(place: "p", expected: "X", found: [0, 200]),
      .newerVersion(place: "p", found: 2, newest: 1), .truncated(place: "p", expected: 2, found: 1),
      .damagedHeader(place: "p", detail: "d"), .missingSection(place: "p", name: "n"),
      .checksum(place: "p", section: "s", expected: 1, found: 0xABCD_EF01),
      .damaged(place: "p", section: "s", detail: "d"),
    ]
    #expect(Set(errors.map(\.code)).count == errors.count)
    #expect(errors.allSatisfy { $0.place == "p" && !$0.message.isEmpty && !$0.message.hasSuffix(".") })
    #expect(errors[5].message == "cannot write: No space left on device")
    #expect(errors[6].message.contains("00 c8"))
    #expect(errors[11].message.contains("00000001") && errors[11].message.contains("abcdef01"))
  }
}
