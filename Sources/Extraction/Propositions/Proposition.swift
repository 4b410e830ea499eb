package import GraphModel
package import SchemaFiles

/// Who or what takes part in a proposition, by the head of its phrase.
package struct Argument: Sendable, Equatable {
  /// Token index of the head.
  package var head: Int
  /// Byte range in the document of the whole phrase.
  package var bytes: Range<UInt32>
  /// Which of the entities for which a plural stands together, by its number in the document; nil for other words.
  package var member: Int?

  package init(head: Int, bytes: Range<UInt32>, member: Int? = nil) {
    self.head = head
    self.bytes = bytes
    self.member = member
  }
}

/// The words of a predicate.
package struct PredicatePhrase: Sendable, Equatable {
  /// Lemmas as answers show an open predicate: `struggle to meet`.
  package var name: String
  /// The keys under which the schema may know it, best first.
  package var keys: [WordingKey]
  /// Byte range in the document.
  package var bytes: Range<UInt32>

  package init(name: String, keys: [WordingKey], bytes: Range<UInt32>) {
    self.name = name
    self.keys = keys
    self.bytes = bytes
  }
}

/// What to look for in the `WordingIndex`.
package struct WordingKey: Sendable, Equatable, Hashable {
  package var construction: Wording.Construction
  package var words: String

  package init(_ construction: Wording.Construction, _ words: String) {
    self.construction = construction
    self.words = words
  }
}

/// What a sentence asserts, denies or supposes of two arguments; still in words, not in entities.
package struct Proposition: Sendable, Equatable {
  /// Index of the sentence in the document.
  package var sentence: Int
  package var subject: Argument
  package var predicate: PredicatePhrase
  package var object: Argument
  package var qualifiers: PropositionQualifiers
  /// The rules that fired, in order.
  package var rules: [RuleName]
  /// Hundredths, 1...99.
  package var confidence: Int
  /// What the confidence was read from.
  package var signs: [String]
  /// The words that it rests on: the heads of its ends, and the predicate of its clause.
  package var words: [Int]

  package init(
    sentence: Int, subject: Argument, predicate: PredicatePhrase, object: Argument, qualifiers: PropositionQualifiers,
    rules: [RuleName], confidence: Int, signs: [String] = [], words: [Int] = []
  ) {
    self.sentence = sentence
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.qualifiers = qualifiers
    self.rules = rules
    self.confidence = confidence
    self.signs = signs
    self.words = words
  }
}

/// What is said about a proposition beside its words.
package struct PropositionQualifiers: Sendable, Equatable {
  package var polarity = Polarity.affirmed
  package var modality = Modality.certain
  /// Head token of who says so; nil when the text itself does.
  package var attribution: Int?
  /// ISO 8601 where the document's date allows, otherwise the words.
  package var time: String?
  package var place: String?
  package var quantity: String?

  package init() {}
}
