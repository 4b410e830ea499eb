extension String {
  /// Without white space at both ends.
  ///
  /// - Complexity: O(its length).
  public var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
