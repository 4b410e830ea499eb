/// The mends of ``TreeRepair``; the comment of each function there has an example.
enum Mend: String, CaseIterable, Sendable {
  // Of names, before all others.
  case name, neighbors
  // Of single words, in the order of the text.
  case apposition, upTo, straySubject, antecedent, dueTo, isTo, title, preposition, worth, subjectOfInfinitive
  case participle, inversion, gerund, parenthesis, determiner, addressee
  // Of verbs, when all words were seen.
  case speaker, secondSubject, invertedSpeaker
}
