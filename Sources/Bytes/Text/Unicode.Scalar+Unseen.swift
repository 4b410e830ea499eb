extension Unicode.Scalar {
  /// Whether it steers whoever shows or reads the text instead of being shown: a control character (below U+0020,
  /// U+007F to U+009F), one that turns the direction of writing, or one that ends a line.
  ///
  /// - Complexity: O(1).
  public var steersText: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether nobody sees it: what ``steersText``, and what takes no room or looks like nothing (zero-width and format
  /// characters, soft hyphens, fillers, tags, code points that are no characters). Marks and the first sixteen
  /// variation selectors change what stands before them, and are seen by that; the other 240 hide bytes more often than
  /// they choose a glyph.
  ///
  /// Source: Unicode, Default_Ignorable_Code_Point and Noncharacter_Code_Point; U+2800 is a letter without dots.
  /// - Complexity: O(1).
  public var isUnseen: Bool {
    if steersText { return true }
    switch value {
    case 0x00AD, 0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E, 0x200B...0x200D, 0x2060...0x206F, 0x2800,
      0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE0FFF:
      return true
    default: return value & 0xFFFE == 0xFFFE
    }
  }
}
