/// A mention with what the search for it learnt: the input of resolution.
struct FoundMention {
  var mention: Mention
  /// Position in the type table; -1 when the span itself does not say.
  var type = -1
  /// What the schema means by a name; nil when it does not know it or the spelling is ambiguous.
  var entry: NameEntry?
  /// The title that stands before a name.
  var title: Range<Int>?
  /// Whether the title is an honorific: `Mr.`
  var isHonorific = false
  /// What the title or a description belongs to: head token of another name, as NATO in `NATO Secretary General`.
  var titleOwner: Int?
  /// Whether ``type`` is certain.
  var isTypeCertain = false
  /// A name inside a longer one, or an adjective of origin.
  var isModifier = false

  var head: Int { mention.head }
  var tokens: Range<Int> { mention.tokens }

  init(_ tokens: Range<Int>, head: Int, kind: Mention.Kind) {
    mention = Mention(tokens: tokens, head: head, kind: kind, type: nil)
  }
}
