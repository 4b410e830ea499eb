import Testing

@testable import Language

/// Texts that are not UTF-8 are read where it is plain what they are, and refused where they are no text.
@Suite struct TextEncodingTests {
  private static func read(_ bytes: [UInt8]) throws -> (text: String, notes: [InputNote]) {
    let results = try DocumentReader().documents(in: bytes, of: InputFile(path: "a.txt", id: "a"))
    let read = try #require(results.first).get()
    return (String(decoding: read.document.source, as: UTF8.self), read.notes)
  }

  @Test(arguments: [false, true]) func utf16(isBigEndian: Bool) throws {
    let text = "Zoë Łuk said: “No 😀”."
    var bytes: [UInt8] = []
    for unit in [0xFEFF] + Array(text.utf16) {
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    let read = try Self.read(bytes)
    #expect(read.text == text && read.notes == [.encoding(.utf16)])
    #expect(throws: InputError.notUTF8(path: "a.txt", offset: 0)) { try Self.read(Array(bytes.dropLast())) }
    // Half of a pair, and a zero, are no text.
    let lone: [UInt8] = isBigEndian ? [0xFE, 0xFF, 0xD8, 0] : [0xFF, 0xFE, 0, 0xD8]
    #expect(throws: InputError.notUTF8(path: "a.txt", offset: 0)) { try Self.read(lone + lone.dropFirst(2)) }
    #expect(throws: InputError.notUTF8(path: "a.txt", offset: 0)) { try Self.read(Array(bytes.prefix(4)) + [0, 0]) }
  }

  /// Without a mark the zeros of the letters tell what it is, and data with as many is no text.
  @Test(arguments: [false, true]) func utf16WithoutAMark(isBigEndian: Bool) throws {
    func bytes(_ text: String) -> [UInt8] {
      text.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
        return isBigEndian ? [high, low] : [low, high]
      }
    }
    let text = "Zoë Ouk, who leads the party, said on Friday: “No”.\r\n\tNo 😀 was seen."
    let read = try Self.read(bytes(text))
    #expect(read.text == text && read.notes == [.encoding(.utf16)])
    for other in ["abcdefgh\u{1}", "a\u{0}cdefghij", "abc", String(repeating: "Ω", count: 90) + "ab"] {
      #expect(throws: InputError.self, "\(other)") { try Self.read(bytes(other)) }
    }
    #expect(throws: InputError.self) { try Self.read(Array(bytes(text).dropLast())) }
    let page = "<html><head><title>Vote</title></head><body><p>\(text) It was seen by all of them.</p></body></html>"
    let pages = try DocumentReader().documents(in: bytes(page), of: InputFile(path: "a.html", id: "a"))
    #expect(String(decoding: try #require(pages.first).get().document.source, as: UTF8.self).hasPrefix("Zoë Ouk, who"))
  }

  @Test func oneByteACharacter() throws {
    let latin = Array("The caf".utf8) + [0xE9] + Array(" in Orl".utf8) + [0xE9] + Array("ans.".utf8)
    #expect(try Self.read(latin).text == "The café in Orléans.")
    #expect(try Self.read(latin).notes == [.encoding(.latin1)])
    let windows =
      [0x93] + Array("No".utf8) + [0x94, 0x20, 0x96] + Array(" for \u{20}".utf8) + [0x80] + Array("5 he left.".utf8)
    #expect(try Self.read(windows).text == "“No” – for  €5 he left.")
    #expect(try Self.read(windows).notes == [.encoding(.windows1252)])
    #expect(try Self.read(Array("Café.".utf8)).notes.isEmpty)
  }

  @Test func allOfWindows() {
    let bytes = (UInt8(0x80)...0xFF).map { $0 }
    let text = String(decoding: TextEncoding.windows1252.utf8(bytes) ?? [], as: UTF8.self)
    #expect(text.unicodeScalars.count == 128 && text.hasSuffix("üýþÿ") && text.hasPrefix("€\u{81}‚ƒ"))
  }

  /// Damaged UTF-8, data, and bytes that Windows-1252 does not have.
  @Test(arguments: [
    Array("The café in Orléans was".utf8) + [0xC3, 0x20], Array("PK".utf8) + [3, 4, 0xE9], Array("Caf".utf8) + [0x81],
    [UInt8](repeating: 0xE9, count: 40), [0xFF, 0xFE], Array("a\u{1}b".utf8) + [0xE9], [0xE9, 0],
  ])
  func otherBytesAreRefused(bytes: [UInt8]) {
    #expect(throws: InputError.self) { try Self.read(bytes) }
  }
}
