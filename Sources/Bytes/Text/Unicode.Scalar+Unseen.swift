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
  /// characters, soft hyphens, fillers, tags). Marks and variation selectors change what stands before them, and are
  /// seen by that.
  ///
  /// - Complexity: O(1).
  public var isUnseen: Bool {
    if steersText { return true }
    switch value {
    case 0x00AD, 0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E, 0x200B...0x200D, 0x2060...0x206F, 0x3164, 0xFEFF,
      0xFFA0, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE007F:
      return true
    default: return false
    }
  }
}
