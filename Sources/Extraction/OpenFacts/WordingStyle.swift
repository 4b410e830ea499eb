/// How many words a fact is told in.
public enum WordingStyle: String, Sendable, CaseIterable {
  /// A fact at a time: lists are split, and each adverbial or prepositional phrase has a fact of its own.
  case minimal
  /// A clause at a time: lists and phrases stay whole, adverbials are further arguments.
  case full
}
