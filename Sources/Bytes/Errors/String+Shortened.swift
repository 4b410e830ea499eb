extension String {
  /// The text as a message repeats it: cut, with `…`, where it is longer than anybody would read.
  public func shortened(to most: Int = 100) -> String {
    if utf8.count <= most { return self }
    let kept = unicodeScalars.prefix(most)
    return kept.endIndex == unicodeScalars.endIndex ? self : String(kept) + "…"
  }
}
