/// What an IRI says by the way it is written, in UTF-8.
enum IRI {
  /// What stands behind the last `#`, `/` or `:`, decoded; the whole IRI when nothing does.
  static func localName(_ iri: ArraySlice<UInt8>) -> [UInt8] {
    let end = iri.lastIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
    let name = end.map { decoded(iri[($0 + 1)...]) } ?? Array(iri)
    return name.isEmpty ? Array(iri) : name
  }

  /// The decoded parts of `urn:tercet:KIND:A:B`; nil for other IRIs, and where a part is empty.
  static func parts(_ iri: ArraySlice<UInt8>, of kind: String) -> [[UInt8]]? {
    guard iri.starts(with: "urn:tercet:\(kind):".utf8) else { return nil }
    let parts = iri.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).dropFirst(3)
    return parts.contains { $0.isEmpty } ? nil : parts.map(decoded)
  }

  /// `text` with `%20` and the like as the bytes that they stand for, unless that would be no UTF-8.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "%")) else { return Array(text) }
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let high = digit(rest[rest.startIndex]), let low = digit(rest[rest.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) == nil ? Array(text) : bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
