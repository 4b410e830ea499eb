/// What was assumed about a document because it does not say so itself.
public enum InputNote: Sendable, Equatable {
  /// Its bytes are not UTF-8.
  case encoding(TextEncoding)
  /// Its date is the one of its file's name.
  case dateOfName
}
