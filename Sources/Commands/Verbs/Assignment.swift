internal import Bytes

/// `NAME = WORDS`, the words as they are written.
struct Assignment: Sendable, Equatable {
  var name: String
  /// Empty where nothing stands behind the sign.
  var value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Nil where `text` is none.
  init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    name = String(text[..<sign]).trimmed
    value = String(text[text.index(after: sign)...]).trimmed
    guard Bindings.isName(name) else { return nil }
  }

  /// As it is shown and can be typed.
  var line: StyledText { StyledText(name, .entity) + StyledText(" = " + value) }
}
