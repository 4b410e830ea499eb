/// Sizes as people write them: `512M`, `4G`.
enum ByteSize {
  /// What a size looks like, for errors.
  static let expected = "a size of at least 1M, such as 512M or 4G"

  private static let units: [(letter: Character, shift: Int)] = [("G", 30), ("M", 20), ("K", 10)]

  /// The bytes that `text` says, at least a mebibyte, with K, M or G behind the number or none, which `B` or `iB` may
  /// follow; nil for anything else. Units are powers of 1024, whatever follows; before one a fraction may stand.
  static func bytes(_ text: String) -> Int? {
    let text = text.uppercased()
    let end = ["IB", "B"].first { text.hasSuffix($0) }?.utf8.count ?? 0
    let shift = units.first { $0.letter == text.dropLast(end).last }?.shift
    let number = shift == nil ? text[...] : text.dropLast(end + 1)
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...(shift == nil ? 1 : 2)).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let (whole, isTooLarge) = (Int(parts[0]) ?? .max).multipliedReportingOverflow(by: 1 << (shift ?? 0))
    if isTooLarge { return .max }
    let thousandths = parts.count == 1 ? 0 : Int(parts[1].prefix(3) + "00".prefix(max(0, 3 - parts[1].count))) ?? 0
    let (size, isOver) = whole.addingReportingOverflow(thousandths * (1 << (shift ?? 0)) / 1_000)
    if isOver { return .max }
    return size >= 1 << 20 ? size : nil
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
