/// Sizes as people write them: `512M`, `4G`.
enum ByteSize {
  /// What a size looks like, for errors.
  static let expected = "a size of at least 1M, such as 512M or 4G"

  private static let units: [(letter: Character, shift: Int)] = [("G", 30), ("M", 20), ("K", 10)]

  /// The bytes that `text` says, at least a mebibyte, with K, M or G behind the number or none; nil for anything else.
  static func bytes(_ text: String) -> Int? {
    let letter = text.last?.uppercased()
    let shift = units.first { String($0.letter) == letter }?.shift
    let digits = shift == nil ? text[...] : text.dropLast()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let (size, isTooLarge) = (Int(digits) ?? .max).multipliedReportingOverflow(by: 1 << (shift ?? 0))
    guard isTooLarge || size >= 1 << 20 else { return nil }
    return isTooLarge ? .max : size
  }

  /// `bytes` as people read them while they change, in powers of ten: `310 KB`, `13.1 MB`.
  static func short(_ bytes: Int) -> String {
    let units = ["B", "KB", "MB", "GB", "TB"]
    var (tenths, unit) = (bytes * 10, 0)
    while tenths >= 10_000, unit + 1 < units.count {
      tenths /= 1000
      unit += 1
    }
    let fraction = unit == 0 || tenths >= 1000 ? "" : ".\(tenths % 10)"
    return "\(tenths / 10)\(fraction) \(units[unit])"
  }

  /// `bytes` as a size, in the largest unit that tells it exactly.
  static func text(_ bytes: Int) -> String {
    for (letter, shift) in units where bytes >= 1 << shift && bytes & ((1 << shift) - 1) == 0 {
      return "\(bytes >> shift)\(letter)"
    }
    return String(bytes)
  }
}
