@testable internal import Bytes
@testable internal import Language

extension FuzzTarget {
  /// The input as a whole archive, and as the text part of a sound one, which the fuzzer would not pack by itself.
  static let word = FuzzTarget("word") { input in
    documents(in: input, .docx)
    documents(in: archive(input), .docx)
  }

  /// The places of words, as pdftotext writes them.
  static let pdfLayout = FuzzTarget("pdf-layout") { input in
    let paragraphs = PDFText(PDFPage.pages(of: input).pages).paragraphs()
    expect(paragraphs.allSatisfy { !$0.isEmpty && !$0.utf8.contains(0) }, "a paragraph is text")
  }

  /// An archive with one entry, stored.
  private static func archive(_ part: [UInt8]) -> [UInt8] {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let name = Array("word/document.xml".utf8)
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in part {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    let common =
      number(0, 8) + number(Int(~sum), 4) + number(part.count, 4) + number(part.count, 4) + number(name.count, 2)
      + number(0, 2)
    let entry = [0x50, 0x4B, 3, 4] + number(20, 2) + common + name + part
    let directory = [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + common + number(0, 6) + number(0, 8) + name
    return entry + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(1, 2) + number(1, 2)
      + number(directory.count, 4) + number(entry.count, 4) + number(0, 2)
  }
}
