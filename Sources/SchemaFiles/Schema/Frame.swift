/// A meaning: the words that tell it, who takes part in it and how that is worded.
///
/// What a frame has of words, roles and effects stands in the tables of its ``FrameTable``.
public struct Frame: Sendable, Equatable {
  /// Its name in the schema, such as `commit` or `commit.crime`.
  public var name: String
  /// Its words, as positions in ``FrameTable/words``: verbs first, the one that stands for the frame before all.
  public internal(set) var words: Range<Int>
  /// Its roles but a subject without wordings of its own, as positions in ``FrameTable/roles``.
  public internal(set) var roles: Range<Int>
  /// What it does to what is told in its complements, as positions in ``FrameTable/effects``.
  public internal(set) var effects: Range<Int>
  /// The relation that its verbs word between subject and object; nil where relations.ttl says it, or none does.
  public internal(set) var relation: String?
  /// Whether subject and object, or whoever stands behind `with`, may change places.
  public internal(set) var isSymmetric = false
}

/// A word of a frame.
public struct FrameWord: Sendable, Equatable {
  public enum WordClass: UInt8, Sendable, Equatable, CaseIterable {
    case verb, noun, adjective
  }

  /// A lemma, of a verb with its particle; an adjective as printed.
  public var text: String
  public var wordClass: WordClass
  /// Position of its frame in ``FrameTable/frames``.
  public var frame: Int
}

/// How somebody or something takes part in a frame.
public struct FrameRole: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, Equatable {
    case subject, object
    /// What somebody or something is called, made or held to be: `named Koretsky prime minister`.
    case complement
    /// What stands behind ``FrameRole/preposition``.
    case prepositional
  }

  public var kind: Kind
  /// The preposition of verbs; empty for the other kinds.
  public var preposition: String
  /// Whether the verb says nothing without it.
  public var isObligatory: Bool
  /// The prepositions of nouns and adjectives; empty where they follow the rule: `of` for the object, `by` for the
  /// subject, `as` for a complement, and the preposition of the verb.
  public var wordings: [String]
}

/// What a word does to the truth of a complement.
public struct FrameEffect: Sendable, Equatable {
  /// What the frame says of its complement.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    case implies, reports, denies, negates, believes, fears, expects, plans, desires, obliges, allows
  }

  /// Which complement: all that a word of the frame has, an infinitive, a clause, what completes a noun, an event that
  /// is the verb's object, what an adjective stands before, or a gerund behind a preposition.
  public enum Construction: Sendable, Equatable, Hashable {
    case all, infinitive, clause, noun, object, modified
    case preposition(String)
  }

  public var construction: Construction
  public var kind: Kind

  /// Whether words of a class have complements of this kind.
  public func concerns(_ wordClass: FrameWord.WordClass) -> Bool {
    switch (construction, wordClass) {
    case (.all, _), (.noun, .noun), (.object, .verb), (.modified, .adjective): true
    case (.infinitive, let word), (.clause, let word), (.preposition, let word): word != .noun
    default: false
    }
  }
}
