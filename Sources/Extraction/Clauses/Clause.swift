/// A predicate with its arguments, as the tree states or implies them. All integers are token indices.
package struct Clause: Sendable, Equatable {
  package enum Form: Sendable {
    /// A verb predicates.
    case verbal
    /// A noun, adjective or prepositional phrase predicates, by a copula or without one.
    case copular
  }

  /// How the clause hangs on what governs it.
  package enum Link: Sendable {
    case root, conjunct, openComplement, clausalComplement, relative, participial, nounComplement, adverbial, parataxis
    case subject
  }

  /// Where the subject comes from.
  package enum SubjectSource: Sendable {
    case own, conjunct, control, antecedent, adverbial
  }

  /// A prepositional or bare adverbial phrase.
  package struct Oblique: Sendable, Equatable {
    package var head: Int
    /// The preposition, lower case, with its fixed parts (`according to`); empty for a bare phrase.
    package var preposition: String
    /// The preposition's token; nil for a bare phrase.
    package var marker: Int?
    /// Who says the clause, when the phrase names its source: `according to Rutte`, `in the words of Rutte`.
    package var source: Int?
    /// Whether the phrase is an adverb of several words and names nothing: `in fact`.
    package var isIdiom = false
  }

  package var predicate: Int
  package var form: Form
  package var link: Link
  /// The governing predicate, or the noun that the clause modifies; nil for a root.
  package var governor: Int?
  package var isPassive = false
  /// An existential `there` stands for the subject.
  package var isExistential = false
  /// An `it` that refers to nothing stands for the subject.
  package var isImpersonal = false
  package var subject: Int?
  package var subjectSource = SubjectSource.own
  package var object: Int?
  package var indirectObject: Int?
  /// The `by` phrase of a passive.
  package var agent: Int?
  package var obliques: [Oblique] = []
  /// Heads of open and clausal complements.
  package var complements: [Int] = []
  package var copula: Int?
  package var particle: Int?

  package init(predicate: Int, form: Form, link: Link, governor: Int?) {
    self.predicate = predicate
    self.form = form
    self.link = link
    self.governor = governor
  }
}
