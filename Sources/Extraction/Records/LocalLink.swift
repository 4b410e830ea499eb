/// A name inside the description of a node, `NATO` of `allies of NATO`, or a name of which nothing is said.
struct LocalLink: Sendable, Equatable {
  /// The node; nil for a name alone.
  var node: NodeReference?
  /// How the name stands in the description: its preposition, `of` where it has none; for a group the
  /// words of the schema for membership.
  var preposition: String
  /// Number in the document of the named entity.
  var name: Int
  var sentence: Int
  /// Byte ranges in the document of the description and of the name.
  var nodeBytes: Range<UInt32>
  var nameBytes: Range<UInt32>
}
