import Bytes
import TestSupport
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("Mark Rutte, Łódź, 東京, e\u{301}", "Mark Rutte, Łódź, 東京, e\u{301}"), ("", ""),
    ("a\u{1B}[2Jb\u{9B}c\u{7}\u{7F}\u{0}", "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("a\tb\nc\rd", "a b c d"), ("gnp\u{202E}exe\u{2066}", "gnp\u{FFFD}exe\u{FFFD}"),
    ("a\u{2028}b\u{85}c", "a\u{FFFD}b\u{FFFD}c"), ("Ru\u{200B}tte\u{AD}\u{FEFF}", "Ru\u{FFFD}tte\u{FFFD}\u{FFFD}"),
    ("\u{E0041}\u{FFF9}\u{3164}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{1BCA0}\u{FFF8}", "\u{FFFD}\u{FFFD}"),
    ("a\u{E0100}\u{2800}", "a\u{FFFD}\u{FFFD}"), ("❤\u{FE0F} \u{600}", "❤\u{FE0F} \u{600}"),
    ("Ru\u{200D}tte", "Ru\u{FFFD}tte"),
    // Persian and Hindi need joiners, and so do emoji.
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
    ("👩\u{200D}👩\u{200D}👧", "👩\u{200D}👩\u{200D}👧"),
    ("👩\u{200D}❤\u{FE0F}\u{200D}👨", "👩\u{200D}❤\u{FE0F}\u{200D}👨"), ("👩\u{200D}", "👩\u{FFFD}"),
  ])
  func lines(text: String, visible: String) {
    #expect(VisibleText.of(text).utf8.elementsEqual(visible.utf8))
    #expect(VisibleText.isVisible(text) == text.utf8.elementsEqual(visible.utf8))
  }

  @Test(arguments: [0xFFFE, 0x1_FFFF, 0x10_FFFE, 0xFDD0] as [UInt32])
  func noncharactersAreReplaced(value: UInt32) throws {
    let text = String(Character(try #require(Unicode.Scalar(value))))
    #expect(VisibleText.of(text) == "\u{FFFD}" && !VisibleText.isVisible(text))
  }

  @Test func layoutStaysWhereItIsAskedFor() {
    #expect(VisibleText.of("a\tb\u{1B}\nc\r\nd\re", keeping: .lines).utf8.elementsEqual("a\tb\u{FFFD}\nc\r\nd e".utf8))
    #expect(VisibleText.of("a\tb\nc", keeping: .tabs) == "a\tb c")
  }

  @Test func whatIsTypedHasNothingThatIsNotSeen() {
    #expect(VisibleText.typed("facts\tRu\u{200B}tte\u{1B}\n\u{202E}x\u{2028}y") == "facts Rutte\nx y")
  }

  @Test func nothingUnseenComesThrough() {
    for name in HostileNames.names(2_000, seed: 11, allowsNUL: true) {
      for text in [VisibleText.of(name), VisibleText.typed(name)] {
        for scalar in text.unicodeScalars where scalar.isUnseen {
          #expect(scalar == "\u{200D}" || scalar == "\u{200C}" || scalar == "\n", "seed 11: \(name.debugDescription)")
        }
      }
      #expect(VisibleText.isVisible(VisibleText.of(name)), "seed 11: \(name.debugDescription)")
    }
  }
}
