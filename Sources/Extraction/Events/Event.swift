package import GraphModel
package import SchemaFiles

/// Who or what takes part in an event, by the head of its phrase.
package struct Argument: Sendable, Equatable {
  /// Token index of the head.
  package var head: Int
  /// Byte range in the document of the whole phrase.
  package var bytes: Range<UInt32>
  /// Which of the entities for which a plural stands together, by its number in the document; nil for other words.
  package var member: Int?
  /// The quantity that the phrase states, `at least 5%`; nil when there is none.
  package var quantity: String?

  package init(head: Int, bytes: Range<UInt32>, member: Int? = nil, quantity: String? = nil) {
    self.head = head
    self.bytes = bytes
    self.member = member
    self.quantity = quantity
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

  /// Whether its object is what its subject is: `be`, `be one of`.
  package var isIdentity: Bool { name == "be" || name == "be one of" }

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

/// How somebody or something takes part in an event beside its subject and object: `in France` of `was arrested in
/// France`.
package struct Role: Sendable, Equatable {
  /// The preposition, with its fixed parts: `for`.
  package var name: String
  package var filler: Argument
  /// The keys under which the schema may know what the subject is to the filler, best first.
  package var keys: [WordingKey]
  /// Whether the object is one of the words of ``keys``: concern of `express concern over`.
  package var includesObject: Bool
  /// Byte range in the document of the predicate with the preposition.
  package var bytes: Range<UInt32>
}

/// What one clause or one noun of an event tells; still in words, not in entities.
///
/// It has one subject and one object at most; of coordinated ones each pair is an event. Events and their roles follow
/// Davidson as PropBank does (Palmer et al., Computational Linguistics 2005).
package struct Event: Sendable, Equatable {
  /// Index of the sentence in the document.
  package var sentence: Int
  package var subject: Argument
  package var predicate: PredicatePhrase
  /// Nil for what happens to or is done by the subject alone: `Merz resigned`.
  package var object: Argument?
  package var roles: [Role] = []
  /// Whether the verb says little and the object what happens: concern of `express concern over`.
  package var isLight = false
  /// What the subject is to the object, or at all, by office: `foreign minister`; nil for other events.
  package var office: String?
  /// What the sentence tells of the office, or of an end that concerns one; nil for all others.
  package var tenure: TenureMark?
  /// Another name of the office, one for all such: `chairman` of `chairwoman`; nil where the schema has none.
  package var otherOffice: String?
  /// Whether the office is not the one that its last words name: that of a deputy, an acting one.
  package var isLesserOffice = false
  /// Whether one person at a time has the office.
  package var isSoleOffice = false
  /// What else the clause says, as byte ranges in the document: `in cash`.
  package var adjuncts: [Range<UInt32>] = []
  package var qualifiers: EventQualifiers
  /// The rules that fired, in order.
  package var rules: [RuleName]
  /// The rule of Schema/grammar that states it, which stands before ``rules`` in evidence; nil for what Swift tells.
  package var phraseRule: String?
  /// Hundredths, 1...99.
  package var confidence: Int
  /// What the confidence was read from.
  package var signs: [String]
  /// The words that it rests on: the heads of its ends, and the predicate of its clause.
  package var words: [Int]

  /// The heads of subject, object and fillers of roles.
  var heads: [Int] { [subject.head] + (object.map { [$0.head] } ?? []) + roles.map(\.filler.head) }
}

/// What is said about an event beside its words.
package struct EventQualifiers: Sendable, Equatable {
  package var polarity = Polarity.affirmed
  package var modality = Modality.certain
  /// Head token of who says so; nil when the text itself does.
  package var attribution: Int?
  /// ISO 8601 where the document's date allows, otherwise the words.
  package var time: String?
  package var place: String?

  package init() {}
}
