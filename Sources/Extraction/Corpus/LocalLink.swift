/// A name inside the description of a node, `NATO` of `allies of NATO`, or a name of which nothing is said.
struct LocalLink: Sendable {
  /// The node; nil for a name alone.
  var node: NodeReference?
  /// How the name stands in the description: its preposition, `of` where it has none; ``membership``.
  var preposition: String
  /// Number in the document of the named entity.
  var name: Int
  var sentence: Int
  /// Byte ranges in the document of the description and of the name.
  var nodeBytes: Range<UInt32>
  var nameBytes: Range<UInt32>

  /// The link from a group to the body whose members it has: `NATO allies`.
  static let membership = "member of"
}
