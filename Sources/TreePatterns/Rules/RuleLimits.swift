/// The most that is taken of one thing in files of rules.
enum RuleLimits {
  /// Rules in all files of a schema: forty times the mends. At each word those are tried that its relation allows.
  static let rules = 1_000
  /// Words of a pattern; the mends have up to six, and each may multiply the work.
  static let nodes = 12
  /// Conditions of a rule, those in brackets included.
  static let conditions = 200
  /// Different sets of words or types that conditions ask for: what a document's words are among takes a bit of each
  /// for each of its strings.
  static let choices = 1_000
  /// Words of all those sets together, with those of the lists that they name: fifty times the shipped ones, and read
  /// in a second.
  static let choiceWords = 1_000_000
  /// Brackets in one another: each takes a level of the stack when it is read and when it is matched.
  static let depth = 8
  /// Candidates that a rule tries at one word before it counts as one that does not fit. Those of the mends are a
  /// dozen; a sentence has at most 512 words.
  static let candidates = 2_000
  /// Words of a labeled name that are looked at; names of news have up to twenty.
  static let nameLength = 64
  /// Words of an example: as many as the longest sentence that the reader makes.
  static let exampleLength = 512
  /// Bytes of a word of a file that an error repeats.
  static let shownBytes = 60
}
