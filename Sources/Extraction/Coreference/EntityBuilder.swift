/// A referent of a document while its mentions are being collected.
struct EntityBuilder {
  /// A title or description that the text gives somebody: `NATO Secretary General`.
  struct Title: Equatable {
    /// Lower-case words.
    var words: [String]
    /// The entity to which it belongs; -1 where the text does not say.
    var owner: Int
    /// As written, with its owner; empty where only a verb tells it: `leads`.
    var text: String
  }

  /// Position in the type table; -1 when nothing is known.
  var type: Int
  var isTypeCertain = false
  /// Position in the schema's names; -1 when it is not among them.
  var known = -1
  var isNamed = false
  var isPlural = false
  var gender: Gender?
  /// Positions of mentions, in the order in which they were found.
  var mentions: [Int] = []
  /// The last mention up to where resolution has come; -1 before the first.
  var latest = -1
  /// Names as written and how often.
  var forms: [String: Int] = [:]
  /// Rules that merged other names, by name.
  var rules: [String: String] = [:]
  var titles: [Title] = []
  /// Folded words of its fullest name.
  var words: [String] = []
  /// The mention that names it best.
  var representative = -1
  /// The lower-case words of a description.
  var core = ""
  /// The lemma of the head of a description.
  var headLemma = ""
}
