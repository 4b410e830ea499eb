import Bytes
import TestSupport
import Testing

@Suite struct PageGuardTests {
  @Test func damageIsFoundAtFirstTouchOnly() throws {
    var bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
    let table = pagedView(bytes).pages
    bytes[5000] ^= 1
    let view = PagedView(ByteView(copying: bytes), name: "TEST", firstPage: 0, pages: table)
    #expect(view.word(at: 0) == 0x0706_0504_0302_0100)
    #expect(view.bytes(8192..<10_000)?.count == 1808)
    #expect(table.damage == nil)
    #expect(view.bytes(4000..<4097) == nil)
    #expect(view.word(at: 4092) == 0)
    guard case .checksum("x", "section TEST", _, _)? = table.damage else {
      Issue.record("\(String(describing: table.damage))")
      return
    }
  }

  @Test func outsideIsDamage() {
    let view = pagedView([1, 2, 3])
    #expect(view.bytes(0..<3)?.count == 3)
    #expect(view.bytes(3..<3)?.count == 0)
    #expect(view.bytes(0..<4) == nil)
    #expect(view.word(at: 0) == 0)
    #expect(view.load(-1, as: UInt8.self) == nil)
    #expect(view.pages.damage != nil)
  }
}
