/// The place of a node among those of its rule.
package typealias NodeNumber = UInt8

/// What a rule asks of a word. Words of other nodes are asked for by ``about(_:_:)``.
package indirect enum Condition: Sendable, Equatable {
  case tag(TagSet)
  case relation(RelationSet)
  /// The lower-case form, the lemma, or what the schema says that a noun stands for, is one of a set of
  /// ``Grammar/choices``.
  case form(Int)
  case lemma(Int)
  case type(Int)
  /// The word is labeled as part of such an entity.
  case entity(LabelSet)
  /// The document labels a proper noun of the same form so, here or elsewhere.
  case known(LabelSet)
  /// The word is the first of its sentence.
  case startsSentence
  /// The sentence ends in no mark, as headlines do.
  case inHeadline
  /// The word stands in a labeled name, and its head outside.
  case leavesName
  case followedBySpace
  case sameRelation(as: NodeNumber)
  case before(NodeNumber)
  case after(NodeNumber)
  /// The last of the words that hang on it stands right before another.
  case endsRightBefore(NodeNumber)
  /// What is known of the word beside its tree; only in rules that state something, as the next five.
  case fact(WordFact)
  /// The entity has one of these types, or one below it.
  case entityType([String])
  case sameEntity(as: NodeNumber)
  /// The preposition of the phrase is one of a set of ``Grammar/choices``; nil for any.
  case preposition(Int?)
  /// The name in which the word stands begins right after another, or ends right before it.
  case startsName(after: NodeNumber)
  case endsName(before: NodeNumber)
  /// The word is found by the link.
  case link(WordLink)
  /// There is such a word around it for which all conditions hold.
  case has(Neighbor, [Condition])
  /// The condition holds for the word of another node.
  case about(NodeNumber, Condition)
  case not(Condition)
  /// All conditions of one of several lists hold.
  case any([[Condition]])

  /// Words that stand next to a word, in the text or in the tree.
  package enum Neighbor: Sendable, Equatable {
    case child(RelationSet)
    case head
    case previous
    case next
  }
}

/// How the word of a node is found from those of earlier ones.
package enum WordLink: Sendable, Equatable {
  case head(of: NodeNumber)
  case child(RelationSet, of: NodeNumber)
  /// The first or last of the children that have such a relation, whatever else is asked.
  case firstChild(RelationSet, of: NodeNumber)
  case lastChild(RelationSet, of: NodeNumber)
  /// The word itself and those coordinated with it that can stand for something; only in rules that state something.
  case conjunct(of: NodeNumber)
  /// Words with the same head.
  case sibling(of: NodeNumber)
  /// The head, its head, and so on, nearest first.
  case ancestor(of: NodeNumber)
  case rightBefore(NodeNumber)
  case rightAfter(NodeNumber)
  case between(NodeNumber, NodeNumber)
  /// The first of the words that hang on another, itself among them, and the word right before that.
  case startOfPhrase(of: NodeNumber)
  case rightBeforePhrase(of: NodeNumber)
  /// The word that the others of a name hang on, of which one is given.
  case nameHead(of: NodeNumber)
  /// The words of the same labeled name.
  case inName(of: NodeNumber)
}
