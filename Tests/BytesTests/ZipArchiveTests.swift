import Bytes
import TestSupport
import Testing

@Suite struct ZipArchiveTests {
  @Test func entriesAreUnpacked() throws {
    var forgery = ZipForgery()
    forgery.add("a.txt", "one")
    forgery.add("d/b.txt", String(repeating: "two ", count: 50_000), isPacked: true)
    forgery.add("a.txt", "another")
    let archive = try ZipArchive(forgery.bytes + Array("a comment".utf8))
    #expect(archive.has("a.txt") && !archive.has("c.txt"))
    #expect(try archive.content(of: "a.txt", limit: 3) == Array("one".utf8))
    #expect(try archive.content(of: "c.txt", limit: 10) == nil)
    #expect(try archive.content(of: "d/b.txt", limit: 200_000)?.count == 200_000)
    #expect(throws: ZipArchive.Problem.tooLarge) { try archive.content(of: "a.txt", limit: 2) }
    #expect(throws: ZipArchive.Problem.tooLarge) { try archive.content(of: "d/b.txt", limit: 100) }
  }

  /// Each byte turned over: an answer or an error, and never another content.
  @Test func damageIsFound() throws {
    var forgery = ZipForgery()
    forgery.add("a", "Norway left.", isPacked: true)
    let bytes = forgery.bytes
    #expect(ZipArchive.isZip(bytes) && !ZipArchive.isZip(bytes.dropFirst()))
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x55
      let content = try? ZipArchive(damaged).content(of: "a", limit: 100)
      #expect(content == nil || content == Array("Norway left.".utf8), "byte \(place)")
      #expect((try? ZipArchive(Array(bytes.prefix(place)))) == nil)
    }
  }
}
