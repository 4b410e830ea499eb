internal import GraphModel

/// Which entities of a part are shown, where it has too many.
struct ConnectedChoice {
  /// Those that may be chosen: asked about, and the best connected; best first.
  private let candidates: [EntityID]
  private let degrees: [EntityID: Int]
  private let askedCount: Int
  /// By place among the candidates, the places of those with whom they share edges, once for each edge.
  private var neighbors: [[Int32]]

  /// More candidates than this take long to choose among.
  private static let mostCandidates = 20_000

  init(
    of part: Subgraph, in graph: some GraphView, _ degrees: [EntityID: Int], _ asked: Set<EntityID>
  ) {
    let others = degrees.keys.filter { !asked.contains($0) }
      .sorted { (-(degrees[$0] ?? 0), $0) < (-(degrees[$1] ?? 0), $1) }
    candidates = asked.sorted() + others.prefix(Self.mostCandidates)
    askedCount = asked.count
    self.degrees = degrees
    var places: [EntityID: Int32] = [:]
    for (place, entity) in candidates.enumerated() { places[entity] = Int32(place) }
    var neighbors = [[Int32]](repeating: [], count: candidates.count)
    part.forEachEdge(of: graph) { edge in
      guard let subject = places[edge.subject], let object = places[edge.object], subject != object else { return }
      neighbors[Int(subject)].append(object)
      neighbors[Int(object)].append(subject)
    }
    self.neighbors = neighbors
  }

  /// How many steps each candidate is from those asked about; 0 for all where nobody was, the largest number for who
  /// is not reached.
  private var distances: [Int] {
    guard askedCount > 0 else { return Array(repeating: 0, count: candidates.count) }
    var distances = [Int](repeating: .max, count: candidates.count)
    var queue = Array(0..<askedCount)
    for place in queue { distances[place] = 0 }
    var next = 0
    while next < queue.count {
      let place = queue[next]
      next += 1
      for neighbor in neighbors[place].map(Int.init) where distances[neighbor] == .max {
        distances[neighbor] = distances[place] + 1
        queue.append(neighbor)
      }
    }
    return distances
  }

  /// At most `limit` entities and those asked about: the nearest to these first, of those the ones with the most edges
  /// to what is there.
  ///
  /// - Complexity: O(limit · candidates + edges).
  func entities(_ limit: Int) -> Set<EntityID> {
    /// Edges to what is chosen; -1 for what is.
    var ties = [Int](repeating: 0, count: candidates.count)
    var chosen: [Int] = []
    func choose(_ place: Int) {
      ties[place] = -1
      chosen.append(place)
      for neighbor in neighbors[place] where ties[Int(neighbor)] >= 0 { ties[Int(neighbor)] += 1 }
    }
    for place in 0..<askedCount { choose(place) }
    let distances = distances
    while chosen.count < max(limit, askedCount) {
      // Candidates are in order of their degrees: the first of the most ties is the best of them.
      var best = -1
      for place in ties.indices where ties[place] > 0 {
        if best < 0 || distances[place] < distances[best]
          || distances[place] == distances[best] && ties[place] > ties[best]
        {
          best = place
        }
      }
      if best < 0 {
        // A part of its own begins with two.
        guard chosen.count + 1 < limit,
          let next = ties.indices.first(where: { ties[$0] == 0 && !neighbors[$0].isEmpty })
        else { break }
        best = next
      }
      choose(best)
    }
    return Set(chosen.map { candidates[$0] })
  }
}
