/// The pronouns that can refer to somebody: a closed class of the grammar.
struct Pronoun: Sendable {
  enum Number: Sendable { case singular, plural, any }
  enum Use: Sendable { case plain, possessive, reflexive, relative }

  let form: String
  let person: UInt8
  let number: Number
  /// nil for any.
  let gender: Gender?
  let use: Use

  private init(
    _ form: String, _ person: UInt8, _ number: Number, _ gender: Gender? = nil, _ use: Use = .plain
  ) {
    self.form = form
    self.person = person
    self.number = number
    self.gender = gender
    self.use = use
  }

  static let all: [Pronoun] = [
    Pronoun("i", 1, .singular), Pronoun("me", 1, .singular), Pronoun("my", 1, .singular, nil, .possessive),
    Pronoun("mine", 1, .singular, nil, .possessive), Pronoun("myself", 1, .singular, nil, .reflexive),
    Pronoun("we", 1, .plural), Pronoun("us", 1, .plural), Pronoun("our", 1, .plural, nil, .possessive),
    Pronoun("ours", 1, .plural, nil, .possessive), Pronoun("ourselves", 1, .plural, nil, .reflexive),
    Pronoun("he", 3, .singular, .male), Pronoun("him", 3, .singular, .male),
    Pronoun("his", 3, .singular, .male, .possessive), Pronoun("himself", 3, .singular, .male, .reflexive),
    Pronoun("she", 3, .singular, .female), Pronoun("her", 3, .singular, .female),
    Pronoun("hers", 3, .singular, .female, .possessive), Pronoun("herself", 3, .singular, .female, .reflexive),
    Pronoun("it", 3, .singular, .neuter), Pronoun("its", 3, .singular, .neuter, .possessive),
    Pronoun("itself", 3, .singular, .neuter, .reflexive),
    Pronoun("they", 3, .plural), Pronoun("them", 3, .plural), Pronoun("their", 3, .plural, nil, .possessive),
    Pronoun("theirs", 3, .plural, nil, .possessive), Pronoun("themselves", 3, .plural, nil, .reflexive),
    Pronoun("who", 3, .any, nil, .relative), Pronoun("whom", 3, .any, nil, .relative),
    Pronoun("whose", 3, .any, nil, .relative), Pronoun("which", 3, .any, nil, .relative),
    Pronoun("that", 3, .any, nil, .relative),
  ]
}
