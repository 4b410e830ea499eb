/// What an IRI says by the way it is written, in UTF-8.
enum IRI {
  /// What stands behind the last `#`, `/` or `:`, decoded; the whole IRI when nothing does.
  static func localName(_ iri: ArraySlice<UInt8>) -> [UInt8] {
    let end = iri.lastIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
    let name = end.map { decoded(iri[($0 + 1)...]) } ?? Array(iri)
    return name.isEmpty ? Array(iri) : name
  }

  /// The decoded parts of `urn:tercet:KIND:A:B`; nil for other IRIs.
  static func parts(_ iri: ArraySlice<UInt8>, of kind: String) -> [[UInt8]]? {
    guard iri.starts(with: "urn:tercet:\(kind):".utf8) else { return nil }
    return iri.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).dropFirst(3).map(decoded)
  }

  /// `text` with `%20` and the like as the bytes that they stand for, unless that would be no UTF-8.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "%")) else { return Array(text) }
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) == nil ? Array(text) : bytes
  }
}
