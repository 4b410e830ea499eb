/// What a rule states where its pattern fits: `state person "be" "from" place as verb "be from"`.
package struct StatementPattern: Sendable, Equatable {
  /// A further participant with the preposition that leads to it.
  package struct RolePattern: Sendable, Equatable {
    package var preposition: [WordPattern]
    package var filler: NodeNumber
  }

  /// A wording by which the schema may know the relation.
  package struct KeyPattern: Sendable, Equatable {
    package var construction: WordingConstruction
    package var words: [WordPattern]
  }

  package var subject: NodeNumber
  /// Empty for what a noun says by itself: `state holder is role`.
  package var predicate: [WordPattern] = []
  package var object: NodeNumber?
  package var role: RolePattern?
  package var keys: [KeyPattern] = []
  /// Whether nothing is stated when the schema has none of ``keys``.
  package var isOnlyIfKnown = false
  /// The word at which the predicate stands, where it is not the preposition of the anchor alone.
  package var place: NodeNumber?
  /// The word whose clause says how sure it is, who says so and when; nil when the text takes it for granted.
  package var clause: NodeNumber?

  /// The nodes of which it speaks.
  var nodes: [NodeNumber] { [subject] + [object, role?.filler].compactMap { $0 } }
}

/// A part of quoted words: `have {lemma noun} for` has three.
package enum WordPattern: Sendable, Equatable {
  case text(String)
  case lemma(NodeNumber)
  case form(NodeNumber)
  case preposition(NodeNumber)
}

/// The constructions of wordings, as the schema has them.
package enum WordingConstruction: String, Sendable, CaseIterable {
  case verb, noun, title, adjective
}
