import Bytes
import TestSupport
import Testing

@Suite struct InputStreamTests {
  /// `printf 'NATO met.\n' | gzip -9n`
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xF3, 0x73, 0x0C, 0xF1, 0x57, 0xC8, 0x4D, 0x2D, 0xD1,
    0xE3, 0x02, 0x00, 0xC8, 0x21, 0xE3, 0x1B, 0x0A, 0x00, 0x00, 0x00,
  ]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lines(_ bytes: [UInt8]) throws -> [String] {
    let path = folder.file("lines")
    try AtomicFile.replace(path, with: bytes)
    var lines: [String] = []
    try LineFile(path: path).forEach { lines.append(String(decoding: $1, as: UTF8.self)) }
    return lines
  }

  @Test func packedAndPlainFilesHaveTheSameLines() throws {
    #expect(try lines(Self.packed) == ["NATO met."])
    #expect(try lines([]).isEmpty)
    #expect(try lines([0x1F]) == ["\u{1F}"])
    #expect(try lines(Array("a\nb".utf8)) == ["a", "b"])
    // As many members as fill the buffers several times, so that they end everywhere in them.
    let many = [[UInt8]](repeating: Self.packed, count: 9_000).joined()
    #expect(try lines(Array(many)) == [String](repeating: "NATO met.", count: 9_000))
    // What follows the last member is not looked at.
    #expect(try lines(Self.packed + [0, 0, 0, 0]) == ["NATO met."])
  }

  @Test func whatIsCutOrDamagedIsAnError() {
    for count in 3..<Self.packed.count {
      #expect(throws: BytesError.self, "\(count) bytes") { try lines(Array(Self.packed[..<count])) }
    }
    for place in 10..<Self.packed.count {
      var damaged = Self.packed
      damaged[place] ^= 0x55
      #expect(throws: BytesError.self, "byte \(place)") { try lines(damaged) }
    }
    #expect(throws: BytesError.directory(path: folder.path)) { try LineFile(path: folder.path).forEach { _, _ in } }
    #expect(throws: BytesError.missing(path: folder.file("none"))) { try InputStream(path: folder.file("none")) }
  }
}
