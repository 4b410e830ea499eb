internal import Bytes

/// Values as JSON writes them.
public enum JSONText {
  /// `text` between quotes; everything but quotes, backslashes and what steers text instead of being shown stands for
  /// itself.
  public static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    bytes.reserveCapacity(text.utf8.count + 2)
    // Nearly every text takes the short way.
    if text.utf8.contains(where: mayBeginSteering), text.unicodeScalars.contains(where: isEscaped) {
      for scalar in text.unicodeScalars {
        if isEscaped(scalar) {
          bytes += Array("\\u".utf8) + [12, 8, 4, 0].map { hex(UInt8(scalar.value >> $0 & 15)) }
        } else {
          for byte in UTF8.encode(scalar) ?? .init() { append(byte, to: &bytes) }
        }
      }
    } else {
      for byte in text.utf8 { append(byte, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `text` between quotes, or `null`.
  static func value(_ text: String?) -> String { text.map(quoted) ?? "null" }

  /// The ends of `range` as a list of two numbers.
  static func pair(_ range: Range<UInt32>) -> String { "[\(range.lowerBound),\(range.upperBound)]" }

  /// A list of ``pair(_:)``.
  static func pairs(_ ranges: some Sequence<Range<UInt32>>) -> String {
    "[" + ranges.map(pair).joined(separator: ",") + "]"
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
    case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
    case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
    case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
    case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
    case 0..<0x20, 0x7F: bytes += Array("\\u00".utf8) + [hex(byte >> 4), hex(byte & 15)]
    default: bytes.append(byte)
    }
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x7F && scalar.steersText }

  /// Whether a character beyond ASCII that steers text may begin with `byte`.
  private static func mayBeginSteering(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xD8 || byte == 0xE2 }

  /// Two digits a byte.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.flatMap { [hex($0 >> 4), hex($0 & 15)] }, as: UTF8.self)
  }

  static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
