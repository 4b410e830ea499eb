/// The words by which a role of an event is told, before its coordinated fillers are taken apart.
struct RoleWords {
  /// The preposition, with its fixed parts.
  var name: String
  var heads: [Int]
  /// The predicate with the preposition: what the schema may know of subject and filler.
  var phrase: PredicatePhrase
  /// Whether the object is one of the words of ``phrase``.
  var includesObject = false
}
