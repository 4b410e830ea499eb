/// A function, initializer, subscript, property or type that a file declares, as far as its documentation is concerned.
struct Declaration {
  enum Kind { case function, initializer, subscripting, property }

  var kind: Kind
  /// The type that it belongs to; empty at the top level.
  var type: String
  /// `read(_:name:)`, as DocC writes it.
  var signature: String
  var line: Int
  /// Whether other modules see it: public or package, or a requirement of such a protocol.
  var isVisible: Bool
  /// Whether no other file sees it.
  var isPrivate: Bool
  var isRequirement: Bool
  var throwsErrors: Bool
  /// Tokens between the braces of the body; nil for none, as in a protocol or a stored property.
  var body: ArraySlice<SourceToken>?
  /// The lines of the comment.
  var documentation: [String]

  /// The signature without its labels.
  var name: String { String(signature.prefix { $0 != "(" }) }
}
