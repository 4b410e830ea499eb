/// The entities that were found by a part of a name.
public struct NameMatches: Sendable, Equatable {
  /// Ascending by position of the match, then by degree (most first), then by number.
  public var entities: [EntityID]
  /// How many were found, those behind the limit included.
  public var total: Int
}

extension GraphView {
  /// Entities of which a name or alias, case folded, has `text`, case folded; ``nothing`` is none.
  ///
  /// - Parameters:
  ///   - limit: at most so many are returned; all are counted.
  ///   - most: where more names are found, the search ends.
  ///   - mayGoOn: asked with the number of names or entities that were looked at since it was asked last; where it
  ///     returns false, the search ends with what it has, of which it returns a first part.
  /// - Complexity: that of ``searchNames(for:at:_:)``, and O(*m* log *m*) for *m* entities found.
  public func entities(
    matching text: String, at place: NamePlace = .anywhere, limit: Int = .max, most: Int = .max,
    while mayGoOn: (Int) -> Bool = { _ in true }
  ) -> NameMatches {
    var matches: [NameMatch] = []
    searchNames(for: text, at: place) { found, read in
      matches += found
      return matches.count <= most && mayGoOn(read)
    }
    // An entity counts once, by the best of its names. Those of a store come in order but for the aliases.
    if !zip(matches, matches.dropFirst()).allSatisfy({ $0.entity < $1.entity }) {
      matches.sort()
      matches.removeRepetitions { $0.entity == $1.entity }
    }
    // It has one of the first numbers.
    if let nothing, let place = matches.firstIndex(where: { $0.entity >= nothing }), matches[place].entity == nothing {
      matches.remove(at: place)
    }
    return NameMatches(entities: best(of: matches, limit: limit, while: mayGoOn), total: matches.count)
  }

  /// The first `limit` of `matches`; degrees are asked for only where they may decide.
  private func best(of matches: [NameMatch], limit: Int, while mayGoOn: (Int) -> Bool) -> [EntityID] {
    var counts = [Int](repeating: 0, count: 1 << 8)
    for match in matches { counts[min(match.position, counts.count - 1)] += 1 }
    var last = 0
    var found = counts[0]
    while found < limit, last < counts.count - 1 {
      last += 1
      found += counts[last]
    }
    var ranked: [(position: Int, degree: Int, entity: EntityID)] = []
    for match in matches where min(match.position, counts.count - 1) <= last {
      ranked.append((match.position, degree(of: match.entity, .both), match.entity))
      guard mayGoOn(1) || ranked.count < 100 else { break }
    }
    // Where no more time is, the best of those in order will do.
    let areFew = ranked.count <= 1_000
    try? ranked.sort { a, b in
      guard areFew || mayGoOn(1) else { throw CancellationError() }
      return (a.position, -a.degree, a.entity) < (b.position, -b.degree, b.entity)
    }
    return ranked.prefix(max(limit, 0)).map(\.entity)
  }
}
