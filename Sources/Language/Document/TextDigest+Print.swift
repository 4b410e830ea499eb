package import Bytes

extension TextDigest {
  /// What tells one print from others: its text and by whom it was printed. What one source, or none, prints twice is
  /// one document; an agency's text in two newspapers is two, of one story.
  ///
  /// - Complexity: O(length of `text`).
  package init(printOf metadata: Document.Metadata, _ text: [UInt8]) {
    // No UTF-8 has this byte, so no source is the start of a text.
    self.init(Array((metadata.source ?? "").utf8), [0xFF], text)
  }
}
