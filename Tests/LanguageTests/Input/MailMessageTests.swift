import Bytes
import TestSupport
import Testing

@testable import Language

@Suite struct MailMessageTests {
  private static func read(_ message: String) throws -> Document {
    let results = try DocumentReader().documents(
      in: Array(message.replacing("\n", with: "\r\n").utf8), of: InputFile(path: "m.eml", id: "m"))
    return try #require(results.first).get().document
  }

  private static func text(_ document: Document) -> String {
    String(decoding: document.source, as: UTF8.self).trimmed
  }

  @Test func plainMessage() throws {
    let read = try Self.read(
      """
      From: Jane Doe <jane@example.org>
      Date: Thu, 3 Apr 2025 10:00:00 +0200
      Subject: =?utf-8?Q?Gespr=C3=A4ch?= =?utf-8?B?IGluIEJyw7xzc2Vs?= with
       NATO

      Rutte met Rubio.

      On Wed, Apr 2, 2025, John wrote:
      > Did they meet?
      --
      Jane Doe
      """)
    #expect(Self.text(read) == "Rutte met Rubio.")
    #expect(read.metadata.title == "Gespräch in Brüssel with NATO")
    #expect(read.metadata.date == "2025-04-03")
    #expect(read.metadata.source == "Jane Doe <jane@example.org>")
  }

  @Test func partsAndEncodings() throws {
    let read = try Self.read(
      """
      Subject: Talks
      Content-Type: multipart/mixed; boundary="outer"

      Preamble.
      --outer
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/html; charset=utf-8

      <p>No.</p>
      --inner
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      The caf=E9 of the minister is in Li=
      =E8ge =96 not far.
      --inner--
      --outer
      Content-Type: text/plain
      Content-Disposition: attachment; filename=a.txt

      Attached.
      --outer--
      """)
    #expect(Self.text(read) == "The café of the minister is in Liège – not far.")
  }

  @Test func pagesInMail() throws {
    let read = try Self.read(
      """
      Subject: Talks
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      PHA+VGhlIG1pbmlzdGVyIG1ldCBSdWJpbyBpbiBCcnVzc2VscyBvbiBUaHVyc2RheSwg
      YW5kIHNhaWQgbm90aGluZy48L3A+
      """)
    #expect(Self.text(read) == "The minister met Rubio in Brussels on Thursday, and said nothing.")
  }

  @Test func messagesWithoutText() {
    for message in [
      "", "Subject: x\n", "Subject: x\nContent-Type: image/png\n\nabc", "Content-Type: multipart/mixed; boundary=a\n\n",
    ] {
      #expect(throws: InputError.self) { try Self.read(message) }
    }
  }

  /// Messages cut and strewn with random bytes: an answer or an error, no crash.
  @Test(arguments: 1...30) func mutatedMessages(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(
      "Subject: =?x?Q?=ZZ?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\na=3D=\nb=\n--b--\n"
        .utf8)
    for _ in 0..<random.below(40) {
      let place = random.below(bytes.count)
      if random.below(3) == 0 { bytes.remove(at: place) } else { bytes[place] = UInt8(random.below(256)) }
      if bytes.isEmpty { bytes = [61] }
    }
    let results = try? DocumentReader(format: .eml).documents(in: bytes, of: InputFile(path: "m.eml", id: "m"))
    for case .success(let read) in results ?? [] {
      #expect(String(validating: read.document.source, as: UTF8.self) != nil, "seed \(seed)")
    }
  }
}
