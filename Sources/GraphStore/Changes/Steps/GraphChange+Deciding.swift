internal import Bytes
internal import GraphModel

extension GraphChange {
  /// The change by which `graph` follows `decision` and keeps it; nil when it does not concern the graph: an entity is
  /// not there, or is what it should be already.
  init?(following decision: NamingDecision, in graph: some GraphView) {
    guard let other = graph.likeliest(decision.other) else { return nil }
    switch decision.kind {
    case .merge:
      guard let entity = graph.likeliest(decision.entity), entity != other else { return nil }
      self.init(merging: entity, into: other, of: graph)
    case .split:
      guard graph.entity(decision.entity.name, type: decision.entity.type) != other else { return nil }
      self.init(separating: decision.names, of: other, as: decision.entity, in: graph)
    }
  }
}

extension GraphView {
  /// The entity of this name and type, or else the only one of this name.
  func likeliest(_ entity: NamingDecision.Entity) -> EntityID? {
    if let exact = self.entity(entity.name, type: entity.type) { return exact }
    let named = entities(named: entity.name).filter { byteOrder(name(of: $0), entity.name) == 0 }
    return named.count == 1 ? named[0] : nil
  }
}

extension SpilledContent {
  /// The content after its decisions, each where it concerns the content.
  ///
  /// - Parameter isReadAnew: whether the texts were read anew, without the decisions.
  /// - Returns: the content itself where there is no decision.
  /// - Throws: ``StoreError/content(_:)`` when the content is not valid; when the disk is full.
  /// - Complexity: O(1) without a decision; otherwise O(*n* log *n*) for a content of size *n*, and for each decision
  ///   the changes of those before it.
  public func followingDecisions(isReadAnew: Bool) throws(StoreError) -> SpilledContent {
    guard !decisions.isEmpty else { return self }
    let bytes = try GraphWriter.encode(self).mapped(in: folder)
    let base: GraphFile
    do throws(BytesError) {
      base = try GraphFile(reading: bytes, place: nil)
    } catch {
      throw StoreError(error)
    }
    let change = try GraphChange(followingAll: decisions, in: base, isReadAnew: isReadAnew)
    let changed = try ChangedGraph(base, change)
    let content = try SpilledContent(folder: folder, memory: memory)
    try content.take(changed)
    content.decisions = changed.decisions
    return content
  }
}

extension GraphChange {
  /// The change by which `base` follows `decisions`, each where it concerns the graph, and keeps them.
  ///
  /// - Throws: ``StoreError/content(_:)`` when a decision cannot be followed.
  fileprivate init(
    followingAll decisions: [NamingDecision], in base: GraphFile, isReadAnew: Bool
  ) throws(StoreError) {
    var all = GraphChange()
    var followed: [NamingDecision] = []
    for var decision in NamingDecision.sorted(decisions) {
      let graph = try ChangedGraph(base, all)
      if isReadAnew {
        // What the texts said before is told by them again.
        let old = decision.records
        decision.records = []
        for case .some(let record) in old.map({ DecisionRecord(packed: $0)?.ofImports }) {
          decision.records.append(try record.packed())
        }
      }
      var change: GraphChange?
      if let merge = decision.mergeTakenBack(among: followed), !merge.records.isEmpty {
        let later = followed.drop { $0 != merge }.dropFirst()
        change = try GraphChange(revoking: merge, in: base, all, later: Array(later))
      } else {
        change = GraphChange(following: decision, in: graph)
      }
      if let change {
        decision.records.append(try DecisionRecord(of: change, in: graph).packed())
        all.append(change)
      }
      followed.append(decision)
    }
    all.decisions = NamingDecision.sorted(followed)
    self = all
  }
}
