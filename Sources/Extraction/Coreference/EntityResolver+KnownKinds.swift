import Language

/// Types by the index of names.
extension EntityResolver {
  /// What the index says of a name that the schema does not know: of one kind it is likely of that; of several the text
  /// decides. Nil where it says nothing.
  ///
  /// - Parameter votes: for which types the text speaks, and how much; a label of the model weighs 2.5.
  func indexVote(of group: NameGroup, _ votes: [Int: Double]) -> (type: Int, weight: Double)? {
    let reading = context.lexicon.index.reading(of: group.words.joined(separator: " "))
    let isSingle = group.words.count == 1
    // A capital may have many reasons: `National`.
    if isSingle, reading.isWord { return nil }
    switch (reading.bodies.count, reading.isOfPlace, reading.isOfPerson) {
    case (1, false, false):
      let type = reading.bodies[0]
      // Teams are called after places, of which the index does not have all.
      let isPlaced = isSingle && votes.contains { types.isPlace($0.key) && $0.value > 2 }
      return (type, !isSingle ? Self.phrase : isPlaced ? Self.doubt : Self.word)
    case (2..., false, false): return (types.organization, isSingle ? Self.word : Self.phrase)
    case (0, true, false): return (types.geopolitical, isSingle ? Self.doubt : Self.word)
    case (0, false, true): return isSingle && votes.isEmpty ? nil : (types.person, Self.doubt)
    case (0, false, false): return context.lexicon.index.isFullName(group.words) ? (types.person, Self.doubt) : nil
    default: return nil
    }
  }

  private static var phrase: Double { 3.5 }
  private static var word: Double { 3.2 }
  private static var doubt: Double { 1 }
}
