internal import Bytes

extension GraphFile {
  public func appendLinks(of entity: EntityID, to buffer: inout [Link]) {
    let number = Int(entity.rawValue)
    for run in edges.runs(of: number) {
      let label = label(ofRun: run, isIncoming: false)
      edges.forEachObject(ofRun: run) { buffer.append(Link(neighbor: known($0), label: label)) }
    }
    edges.forEachIncomingRun(number) { run, subject in
      buffer.append(Link(neighbor: known(subject()), label: label(ofRun: run, isIncoming: true)))
    }
  }

  public func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, withClaims: Bool,
    into buffer: inout [EntityID]
  ) {
    buffer.removeAll(keepingCapacity: true)
    let number = Int(entity.rawValue)
    let wanted = symbols.symbols(of: Int(predicate.rawValue))
    if direction != .incoming {
      for run in edges.runs(edges.runs(of: number), of: wanted)
      where withClaims || symbols.isFact(edges.symbol(ofRun: run)) {
        edges.forEachObject(ofRun: run) { buffer.append(EntityID(UInt32(known($0)))) }
      }
    }
    if direction != .outgoing {
      edges.forEachIncomingRun(number) { run, subject in
        let symbol = edges.symbol(ofRun: run)
        guard wanted.contains(symbol), withClaims || symbols.isFact(symbol) else { return }
        buffer.append(EntityID(UInt32(known(subject()))))
      }
    }
    // One run of objects ascends; of several kinds of statements, or of both directions, all have to be merged.
    buffer.sortAndRemoveRepetitions()
  }

  public func subjects(of predicate: PredicateID, withClaims: Bool, into buffer: inout [EntityID]) {
    buffer.removeAll(keepingCapacity: true)
    edges.forEachRun(of: symbols.symbols(of: Int(predicate.rawValue))) { run, subject in
      guard withClaims || symbols.isFact(edges.symbol(ofRun: run)) else { return }
      let subject = EntityID(UInt32(known(subject)))
      if buffer.last != subject { buffer.append(subject) }
    }
  }

  public func size(of predicate: PredicateID, withClaims: Bool) -> PredicateSize {
    var size = PredicateSize(edges: 0, runs: 0)
    for symbol in symbols.symbols(of: Int(predicate.rawValue)) where withClaims || symbols.isFact(symbol) {
      let part = symbols.size(of: symbol)
      size.edges += part.edges
      size.runs += part.runs
    }
    return size
  }

  private func label(ofRun run: Int, isIncoming: Bool) -> Link.Label {
    let symbol = symbol(ofRun: run)
    let predicate = symbols.predicate(of: symbol)
    if predicate >= counts.predicates { names.section.recordDamage("predicate \(predicate) of \(counts.predicates)") }
    return Link.Label(
      predicate: predicate < counts.predicates ? predicate : 0, isIncoming: isIncoming, isFact: symbols.isFact(symbol))
  }

  /// `number` where there is such an entity; 0, with the damage remembered, otherwise.
  @inline(__always)
  private func known(_ number: Int) -> Int {
    if number < counts.entities { return number }
    names.section.recordDamage("entity \(number) of \(counts.entities)")
    return 0
  }
}

extension [EntityID] {
  /// Brings the ids into order, each once; a walk over them when they are so already.
  mutating func sortAndRemoveRepetitions() {
    guard count > 1 else { return }
    var isAscending = true
    for index in 1..<count where self[index - 1] >= self[index] {
      isAscending = false
      break
    }
    if isAscending { return }
    sort()
    var kept = 1
    for index in 1..<count where self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}
