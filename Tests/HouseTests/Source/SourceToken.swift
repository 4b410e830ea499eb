/// A piece of Swift source, as far as the walls tell pieces apart.
struct SourceToken: Equatable {
  enum Kind {
    /// An identifier or keyword, without backticks.
    case word
    case number
    /// The content of a string literal; an interpolation stands in it as `\()`, and its tokens follow.
    case string
    /// A line of a documentation comment, without its marks.
    case documentation
    /// One character of punctuation, or `->`.
    case mark
  }

  var kind: Kind
  var text: String
  /// From 1.
  var line: Int

  func isMark(_ text: String) -> Bool { kind == .mark && self.text == text }
  func isWord(_ text: String) -> Bool { kind == .word && self.text == text }
}
