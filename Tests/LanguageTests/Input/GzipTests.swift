import Bytes
import Testing

@testable import Language

@Suite struct GzipTests {
  /// `printf 'NATO met.\n' | gzip -9n`
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xF3, 0x73, 0x0C, 0xF1, 0x57, 0xC8, 0x4D, 0x2D, 0xD1,
    0xE3,
    0x02, 0x00, 0xC8, 0x21, 0xE3, 0x1B, 0x0A, 0x00, 0x00, 0x00,
  ]

  private static func read(_ bytes: [UInt8]) throws -> [UInt8] {
    let results = try DocumentReader().documents(in: bytes, of: InputFile(path: "p.txt.gz", id: "p"))
    return try #require(results.first).get().document.source
  }

  @Test func unpacksOneAndSeveralMembers() throws {
    #expect(try Self.read(Self.packed + Self.packed) == Array("NATO met.\nNATO met.\n".utf8))
  }

  @Test func documentsMayBePacked() throws {
    let file = InputFile(path: "talks.txt.gz", id: "talks")
    let read = try #require(DocumentReader().documents(in: Self.packed, of: file).first).get()
    #expect(read.document.source == Array("NATO met.\n".utf8))
  }

  @Test func refusesWhatIsCutOrDamaged() {
    for count in 3..<Self.packed.count {
      #expect(throws: InputError.self, "\(count) bytes") { try Self.read(Array(Self.packed[..<count])) }
    }
    for place in 10..<Self.packed.count {
      var damaged = Self.packed
      damaged[place] ^= 0x55
      #expect(throws: InputError.self, "byte \(place)") { try Self.read(damaged) }
    }
  }
}
