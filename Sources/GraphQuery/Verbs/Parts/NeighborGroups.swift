internal import GraphModel

/// The edges that a walk from an entity met, grouped by relation and direction. All are numbers in a few arrays: there
/// may be millions of edges, and of groups.
struct NeighborGroups: Sendable {
  struct Item: Sendable {
    var edge: EdgeID
    var neighbor: EntityID
    var rank: UInt32
    /// The group, and below it the depth less one.
    fileprivate var place: UInt32

    fileprivate(set) var group: Int {
      get { Int(place >> 4) }
      set { place = UInt32(truncatingIfNeeded: newValue) << 4 | place & 0xF }
    }

    /// Edges between the entity asked about and the neighbor, from 1 to 16.
    var depth: Int { Int(place & 0xF) + 1 }
  }

  struct Group: Sendable {
    var predicate: PredicateID
    /// True when the edges run towards the entity asked about.
    var isIncoming: Bool
    /// How many edges, shown or not.
    fileprivate(set) var total: UInt32 = 0
    /// Where those that are shown end in ``items``.
    fileprivate(set) var end: UInt32 = 0
  }

  /// A predicate that was met, and its groups: those of edges that leave and enter; -1 for none.
  private struct Relation {
    var predicate: PredicateID
    var isSymmetric: Bool
    var groups: (Int32, Int32) = (-1, -1)
  }

  private(set) var groups: [Group] = []
  /// Group by group once they are arranged.
  private(set) var items: [Item] = []
  private var relations: [Relation] = []
  private var numbers: [PredicateID: Int] = [:]
  /// Edges of one predicate mostly come together.
  private var last = -1

  /// Bytes that they take.
  var bytes: Int {
    items.count * MemoryLayout<Item>.stride + groups.count * MemoryLayout<Group>.stride
      + relations.count * (MemoryLayout<Relation>.stride + Self.bytesPerNumber)
  }

  /// Of an entry in a hash table that is two thirds full.
  private static let bytesPerNumber = 24

  /// Whether a predicate says the same in both directions.
  mutating func isSymmetric(_ predicate: PredicateID, in graph: some GraphView) -> Bool {
    if last >= 0, relations[last].predicate == predicate { return relations[last].isSymmetric }
    if let known = numbers[predicate] {
      last = known
    } else {
      last = relations.count
      numbers[predicate] = last
      relations.append(Relation(predicate: predicate, isSymmetric: graph.predicate(predicate).isSymmetric))
    }
    return relations[last].isSymmetric
  }

  /// Adds an edge of the predicate that was asked about last.
  mutating func append(_ edge: Edge, _ neighbor: EntityID, isIncoming: Bool, depth: Int) {
    let relation = relations[last]
    let isIncoming = isIncoming && !relation.isSymmetric
    var group = isIncoming ? relation.groups.1 : relation.groups.0
    if group < 0 {
      group = Int32(groups.count)
      groups.append(Group(predicate: relation.predicate, isIncoming: isIncoming))
      if isIncoming { relations[last].groups.1 = group } else { relations[last].groups.0 = group }
    }
    groups[Int(group)].total += 1
    items.append(
      Item(
        edge: edge.id, neighbor: neighbor, rank: edge.witnesses.rank,
        place: UInt32(group) << 4 | UInt32(depth - 1)))
  }

  /// Puts groups with the most edges first, and of each its best edges; keeps `limit` of them, dealt out so that every
  /// group shows its best. Where the budget ends, or has ended, the first few are left.
  mutating func arrange(limit: Int, in graph: some GraphView, _ budget: inout WorkBudget) {
    (relations, numbers, last) = ([], [:], -1)
    if !sort(in: graph, &budget) {
      keepFew(in: graph)
      var last = WorkBudget()
      _ = sort(in: graph, &last)
    }
    cut(to: limit)
  }

  /// False where the budget ends before all is in order.
  private mutating func sort(in graph: some GraphView, _ budget: inout WorkBudget) -> Bool {
    guard budget.cutOff == nil, let ranked = ranked(in: graph, &budget) else { return false }
    var ranks = [Int](repeating: 0, count: groups.count)
    for (rank, group) in ranked.enumerated() { ranks[group] = rank }
    groups = ranked.map { groups[$0] }
    for place in items.indices { items[place].group = ranks[items[place].group] }
    budget.sort(&items) { a, b in
      if a.place != b.place { return a.place < b.place }
      if a.rank != b.rank { return a.rank > b.rank }
      return (a.neighbor, a.edge) < (b.neighbor, b.edge)
    }
    return budget.cutOff == nil
  }

  /// The groups with the most edges first, equal ones by name; nil where the budget ends.
  private func ranked(in graph: some GraphView, _ budget: inout WorkBudget) -> [Int]? {
    var names: [String] = []
    names.reserveCapacity(groups.count)
    var held = bytes + 24 * groups.count
    for group in groups {
      let name = graph.predicate(group.predicate).name
      held += Self.bytes(of: name)
      guard budget.allows(Self.unitsPerName + name.utf8.count / 64), budget.mayHold(held) else { return nil }
      names.append(name)
    }
    var ranked = Array(groups.indices)
    budget.sort(&ranked) { a, b in
      if groups[a].total != groups[b].total { return groups[a].total > groups[b].total }
      if names[a] != names[b] { return names[a] < names[b] }
      return !groups[a].isIncoming && groups[b].isIncoming
    }
    return budget.cutOff == nil ? ranked : nil
  }

  /// What it costs to read the name of a predicate.
  private static let unitsPerName = 4

  private static func bytes(of name: String) -> Int {
    // A short string needs no room of its own.
    MemoryLayout<String>.stride + (name.utf8.count > 15 ? 32 + name.utf8.count : 0)
  }

  /// Leaves the first edges, as many as can be put in order whatever time it is, and their groups.
  private mutating func keepFew(in graph: some GraphView) {
    var kept: [Int: Int] = [:]
    var keptGroups: [Group] = []
    var room = Self.fewBytes
    var few: [Item] = []
    for item in items.prefix(Self.fewItems) {
      var item = item
      if let group = kept[item.group] {
        item.group = group
      } else {
        let group = groups[item.group]
        room -= graph.predicate(group.predicate).name.utf8.count
        if room < 0, !few.isEmpty { break }
        kept[item.group] = keptGroups.count
        item.group = keptGroups.count
        keptGroups.append(group)
      }
      few.append(item)
    }
    (items, groups) = (few, keptGroups)
  }

  /// Edges that are put in order once the budget has ended, and bytes of names that are read for it.
  private static let fewItems = 1_000
  private static let fewBytes = 1 << 20

  /// Keeps of each group its share of `limit`.
  private mutating func cut(to limit: Int) {
    // There may be millions of both: key paths and generic functions take a tenth of a second.
    var sizes = [Int](repeating: 0, count: groups.count)
    for item in items { sizes[item.group] += 1 }
    let shares = RowShares.deal(limit, among: sizes)
    var (from, to) = (0, 0)
    for group in groups.indices {
      if from != to { for place in 0..<shares[group] { items[to + place] = items[from + place] } }
      from += sizes[group]
      to += shares[group]
      groups[group].end = UInt32(to)
    }
    items.removeLast(items.count - to)
  }

  /// Where the edges of a group stand in ``items``.
  func range(of group: Int) -> Range<Int> {
    (group == 0 ? 0 : Int(groups[group - 1].end))..<Int(groups[group].end)
  }
}
