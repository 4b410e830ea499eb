/// Tells names that any text may use for another thing: `court`, `two soldiers`, `search warrant`.
public enum CommonNoun {
  /// Whether `name` has no capital, so that it is a description without a name in it; addresses, `alt.culture`, are
  /// names.
  ///
  /// - Complexity: O(length of the name).
  public static func isOne(_ name: String) -> Bool {
    var isASCII = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "/"): return false
      case 0x80...: isASCII = false
      default: break
      }
    }
    return isASCII || !name.contains(where: \.isUppercase)
  }
}
