/// Text of strangers as people may see it: what cannot be seen is replaced, so that a name neither steers a terminal
/// nor looks like another one.
///
/// U+200C and U+200D stay where writing needs them: between letters of scripts that join by them (Persian, Hindi), and
/// U+200D between emoji, which it makes one. Elsewhere they only hide.
public enum VisibleText {
  /// What of a text is layout, and stays.
  public enum Layout: Sendable {
    /// Nothing: tabs and line ends become spaces.
    case none
    /// Tabs between cells.
    case tabs
    /// Tabs, and the ends of lines.
    case lines
  }

  /// What stands for a character that cannot be seen.
  public static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Whether everything in `text` can be seen.
  ///
  /// - Complexity: O(length of `text`).
  public static func isVisible(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return true }
    guard text.unicodeScalars.contains(where: \.isUnseen) else { return true }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.allSatisfy { !scalars[$0].isUnseen || isNeededJoiner(scalars, at: $0) }
  }

  /// `text` with ``replacement`` for what cannot be seen, tabs and line ends aside.
  ///
  /// - Complexity: O(length of `text`).
  public static func of(_ text: String, keeping layout: Layout = .none) -> String {
    if isVisible(text) { return text }
    let scalars = Array(text.unicodeScalars)
    var clean = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\t": clean.append(layout == .none ? " " : scalar)
      case "\n": clean.append(layout == .lines ? scalar : " ")
      case "\r":
        let endsLine = layout == .lines && index + 1 < scalars.count && scalars[index + 1] == "\n"
        clean.append(endsLine ? scalar : " ")
      default: clean.append(scalar.isUnseen && !isNeededJoiner(scalars, at: index) ? replacement : scalar)
      }
    }
    return String(clean)
  }

  /// `text` as it may stand in a line that is being edited: line feeds stay, tabs and other line ends become spaces,
  /// and what cannot be seen is left out, so that what runs is what is seen.
  ///
  /// - Complexity: O(length of `text`).
  public static func typed(_ text: String) -> String {
    if isVisible(text) { return text }
    let scalars = Array(text.unicodeScalars)
    var clean = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n": clean.append(scalar)
      case "\t", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": clean.append(" ")
      default: if !scalar.isUnseen || isNeededJoiner(scalars, at: index) { clean.append(scalar) }
      }
    }
    return String(clean)
  }

  private static func isNeededJoiner(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let scalar = scalars[index]
    guard scalar == "\u{200C}" || scalar == "\u{200D}", index + 1 < scalars.count else { return false }
    // The heart of a couple has a variation selector before the joiner.
    var before = index - 1
    if before >= 0, scalars[before] == "\u{FE0F}" { before -= 1 }
    guard before >= 0 else { return false }
    let (first, second) = (scalars[before], scalars[index + 1])
    if joinsLetters(first), joinsLetters(second) { return before == index - 1 }
    return scalar == "\u{200D}" && isEmoji(first) && isEmoji(second)
  }

  /// Letters and marks from Arabic to Sinhala, of Myanmar, Khmer and Mongolian.
  private static func joinsLetters(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0620...0x0DFF, 0x1000...0x109F, 0x1780...0x18AF: break
    default: return false
    }
    return switch scalar.properties.generalCategory {
    case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0xFF && scalar.properties.isEmoji }
}
