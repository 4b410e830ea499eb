internal import GraphModel

/// Pairs of names on which somebody decides one after the other, each as it stands after what was decided before: of
/// what has become another entity that one is asked about, and of no two entities twice.
struct PairQueue {
  /// Two entities and why they are likely one.
  struct Pair: Equatable {
    var entity: NamingDecision.Entity
    var other: NamingDecision.Entity
    var rule: String

    /// Both, whatever their order.
    var ends: Set<NamingDecision.Entity> { [entity, other] }
  }

  /// As they were when the queue was made.
  let pairs: [Pair]
  /// The place of the pair that is asked next, if it still stands.
  private var next = 0
  /// What was decided, with the place of the pair, the latest last.
  private var decided: [(place: Int, step: NamingStep)] = []
  /// What each entity that was merged has become.
  private var became: [NamingDecision.Entity: NamingDecision.Entity] = [:]
  /// Those that were kept two, as they stand now.
  private var apart: Set<Set<NamingDecision.Entity>> = []
  /// Those that were left for later.
  private var left: Set<Set<NamingDecision.Entity>> = []

  init(_ pairs: [Pair]) { self.pairs = pairs }

  /// How many were made one, and how many kept two.
  var merged: Int { decided.count { if case .merge = $0.step { true } else { false } } }
  var keptApart: Int { decided.count - merged }

  /// The last decision that was not taken back; nil where there is none.
  var last: NamingStep? { decided.last?.step }

  /// How many pairs nobody has decided on.
  ///
  /// - Complexity: O(pairs).
  var open: Int { Set(pairs.indices.compactMap { standing($0)?.ends }).count }

  /// The next pair to ask about, with its number from 1; nil when all were.
  mutating func take() -> (number: Int, pair: Pair)? {
    while next < pairs.count {
      next += 1
      if let pair = standing(next - 1), !left.contains(pair.ends) { return (next, pair) }
    }
    return nil
  }

  /// Leaves `pair` for later.
  mutating func leave(_ pair: Pair) { left.insert(pair.ends) }

  /// Notes what was decided on the pair with this number.
  mutating func note(_ step: NamingStep, number: Int) {
    decided.append((number - 1, step))
    follow()
  }

  /// Forgets the last decision, and goes back to its pair.
  mutating func takeBack() {
    guard let (place, _) = decided.popLast() else { return }
    follow()
    next = place
  }

  /// The pair at `place` as it stands now; nil when it is decided.
  private func standing(_ place: Int) -> Pair? {
    var pair = pairs[place]
    (pair.entity, pair.other) = (standing(pair.entity), standing(pair.other))
    return pair.entity == pair.other || apart.contains(pair.ends) ? nil : pair
  }

  private func standing(_ entity: NamingDecision.Entity) -> NamingDecision.Entity {
    var entity = entity
    while let other = became[entity] { entity = other }
    return entity
  }

  /// Follows from the decisions who has become whom, and who was kept apart.
  private mutating func follow() {
    became = [:]
    for case .merge(let entity, let other) in decided.map(\.step) { became[entity] = other }
    apart = []
    for case .apart(let entity, let other) in decided.map(\.step) { apart.insert([standing(entity), standing(other)]) }
  }
}
