/// Tells names that any text may use for another thing: `court`, `two soldiers`, `search warrant`, and `2 Israeli
/// soldiers`, whom a number tells from all Israeli soldiers.
public enum CommonNoun {
  /// Whether `name` has no capital, so that it is a description without a name in it, or is one of so many; addresses,
  /// `alt.culture`, are names.
  ///
  /// - Complexity: O(length of the name).
  public static func isOne(_ name: String) -> Bool {
    var isASCII = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return isCounted(name)
      case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "/"): return false
      case 0x80...: isASCII = false
      default: break
      }
    }
    return isASCII || !name.contains(where: \.isUppercase) || isCounted(name)
  }

  /// Whether a number that is no year begins a description: `two Israeli soldiers`, `18 Russians`, but not `2022 World
  /// Cup` nor `Five Guys`.
  private static func isCounted(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    let isDigits = first.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isNumber = isDigits && first.utf8.count < 4
    if words.count == 2 { return isNumber && last.hasSuffix("s") || numbers.contains(String(first)) }
    return last.first?.isLowercase == true && (isNumber || numbers.contains(first.lowercased()))
  }

  private static let numbers: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several", "many",
    "some", "most", "dozens", "hundreds", "thousands", "millions", "other", "more",
  ]
}
