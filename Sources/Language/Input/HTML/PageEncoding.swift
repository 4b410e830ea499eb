internal import Bytes
internal import Glibc

/// Finds the character set of a page.
///
/// The parser is given UTF-8 alone: what it would decode by itself nobody could look at before.
enum PageEncoding {
  /// The page in UTF-8: as it is where it is UTF-8 throughout, whatever it says; by byte order mark, the zeros of
  /// UTF-16 or `meta` otherwise, and else as Latin-1. What does not belong to the character set is replaced by `�`.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if TextEncoding.isUnmarkedUTF16(bytes) { return TextEncoding.utf16.utf8(bytes) ?? bytes }
    if (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return converted(bytes[4...], from: "UTF-32LE") ?? bytes }
    if bytes.starts(with: [0xFF, 0xFE]) { return converted(bytes[2...], from: "UTF-16LE") ?? bytes }
    if bytes.starts(with: [0xFE, 0xFF]) { return converted(bytes[2...], from: "UTF-16BE") ?? bytes }
    let name = declared(in: bytes)?.lowercased() ?? "iso-8859-1"
    if name == "utf-8" || name == "utf8" || bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    return converted(bytes[...], from: name) ?? converted(bytes[...], from: "ISO-8859-1") ?? bytes
  }

  /// Bytes at the start in which a page says its character set.
  private static let headSize = 64 << 10

  /// The name behind the first `charset=`; nil when there is none.
  private static func declared(in bytes: [UInt8]) -> String? {
    let word = Array("charset".utf8)
    let head = bytes.prefix(headSize)
    for start in head.indices.dropLast(word.count) where head[start] | 0x20 == word[0] {
      guard head[start..<start + word.count].elementsEqual(word, by: { $0 | 0x20 == $1 }) else { continue }
      var rest = head[(start + word.count)...].drop { $0 <= 0x20 }
      guard rest.popFirst() == UInt8(ascii: "=") else { continue }
      let name = rest.drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }.prefix(40).prefix {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x5F
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  /// `bytes` in UTF-8; nil when the system does not know the character set.
  private static func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    guard let converter = unsafe iconv_open("UTF-8", name), unsafe converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var page = [CChar](repeating: 0, count: 1 << 16)
    var result: [UInt8] = []
    result.reserveCapacity(input.count)
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe page.withUnsafeMutableBufferPointer { page in
        var next = input.baseAddress
        var left = input.count
        while left > 0 {
          var end = page.baseAddress
          var room = page.count
          let status = unsafe iconv(converter, &next, &left, &end, &room)
          let reason = errno
          result += unsafe page[..<(page.count - room)].lazy.map { UInt8(bitPattern: $0) }
          if status != -1 || reason == E2BIG { continue }
          result += "\u{FFFD}".utf8
          unsafe next = next.map { unsafe $0 + 1 }
          left -= 1
        }
      }
    }
    return result
  }
}
