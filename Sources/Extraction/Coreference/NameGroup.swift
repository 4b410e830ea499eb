/// The mentions of a document that are written alike.
struct NameGroup {
  /// What the spelling means in the schema; nil when it means nothing or several things.
  var entry: NameEntry?
  /// Folded words.
  var words: [String]
  var mentions: [Int] = []
  var forms: [String: Int] = [:]
  var type = -1
  var isTypeCertain = false
  /// How much speaks for the type; a label of the model alone is 2.5.
  var typeWeight = 0.0
  /// What a title or the given name of every mention says; nil when one says nothing.
  var gender: Gender?
  var isAcronym = false

  /// The form written most often, ties by bytes.
  var text: String { forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "" }
}
