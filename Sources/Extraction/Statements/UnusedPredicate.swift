/// A verb or role noun of a text that is in no statement, or an argument that the statement of its verb lacks, and why.
public struct UnusedPredicate: Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// Nobody is said to do it: an order, a gerund, a subject that the parse lost.
    case noSubject
    /// Somebody does it, to nothing and nobody: `the allies hesitated`.
    case noObject
    /// Its object is a clause, which is told on its own, as said or thought by the subject.
    case clause
    /// An argument is a pronoun that refers to nobody known.
    case pronoun
    /// The verb belongs to another: `struggle` of `struggle to meet`, or a part of a name or phrase.
    case partOfAnother
    /// The statement of its verb stands, without it.
    case lostArgument
    /// A role noun whose holder or whose object is not told: `the minister spoke`.
    case holder
  }

  /// Index of the sentence in the document.
  public var sentence: Int
  /// Byte range of the word, or of the argument with its preposition.
  public var bytes: Range<UInt32>
  public var reason: Reason
}

extension UnusedPredicate.Reason {
  /// For `--verbose`.
  public var explanation: String {
    switch self {
    case .noSubject: "nobody is said to do it"
    case .noObject: "no object, no phrase"
    case .clause: "its object is a clause, told on its own"
    case .pronoun: "a pronoun refers to nobody known"
    case .partOfAnother: "part of another predicate or phrase"
    case .lostArgument: "an argument that its verb does without"
    case .holder: "who holds the role, or of what, is not told here"
    }
  }
}
