internal import Bytes
public import GraphModel

extension GraphFile {
  public func appendLinks(of entity: EntityID, to buffer: inout [Link]) {
    appendOutgoing(Int(entity.rawValue), to: &buffer)
    appendIncoming(Int(entity.rawValue), to: &buffer)
  }

  public func appendBareLinks(of entity: EntityID, to buffer: inout [Link]) {
    // The symbols of incoming runs lie apart; to read none of them is worth most.
    guard symbols.areFacts else { return appendLinks(of: entity, to: &buffer) }
    let number = Int(entity.rawValue)
    let label = Link.Label(predicate: 0, isIncoming: false, degree: .fact)
    edges.forEachObject(of: edges.edges(ofRuns: edges.runs(of: number))) {
      buffer.append(Link(neighbor: known($0), label: label))
    }
    var walk = edges.incomingWalk(number)
    var search = edges.subjectSearch()
    let start = buffer.count
    while edges.next(&walk) {
      buffer.append(Link(neighbor: known(edges.subject(ofRun: walk.run, &search)), label: label))
    }
    edges.finish(search, searches: buffer.count - start)
  }

  private func appendOutgoing(_ subject: Int, to buffer: inout [Link]) {
    var walk = edges.runWalk(edges.runs(of: subject))
    while let run = edges.next(&walk) {
      let label = label(of: symbol(ofRun: walk.run), isIncoming: false)
      edges.forEachObject(of: run) { buffer.append(Link(neighbor: known($0), label: label)) }
    }
  }

  private func appendIncoming(_ object: Int, to buffer: inout [Link]) {
    // Runs that follow one another often have the same symbol.
    var last = -1
    var label = Link.Label(predicate: 0, isIncoming: true, degree: .fact)
    var walk = edges.incomingWalk(object)
    var search = edges.subjectSearch()
    let start = buffer.count
    while edges.next(&walk) {
      let symbol = symbol(ofRun: walk.run)
      if symbol != last {
        last = symbol
        label = self.label(of: symbol, isIncoming: true)
      }
      buffer.append(Link(neighbor: known(edges.subject(ofRun: walk.run, &search)), label: label))
    }
    edges.finish(search, searches: buffer.count - start)
  }

  public func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees,
    into buffer: inout [EntityID]
  ) {
    buffer.removeAll(keepingCapacity: true)
    let number = Int(entity.rawValue)
    let wanted = symbols.symbols(of: Int(predicate.rawValue))
    if direction != .incoming {
      for run in edges.runs(edges.runs(of: number), of: wanted)
      where degrees.contains(symbols.degree(of: edges.symbol(ofRun: run))) {
        edges.forEachObject(of: edges.edges(ofRun: run)) { buffer.append(EntityID(UInt32(known($0)))) }
      }
    }
    if direction != .outgoing {
      var walk = edges.incomingWalk(number)
      var search = edges.subjectSearch()
      while edges.next(&walk) {
        let symbol = edges.symbol(ofRun: walk.run)
        guard wanted.contains(symbol), degrees.contains(symbols.degree(of: symbol)) else { continue }
        buffer.append(EntityID(UInt32(known(edges.subject(ofRun: walk.run, &search)))))
      }
      edges.finish(search, searches: buffer.count)
    }
    // One run of objects ascends; of several kinds of statements, or of both directions, all have to be merged.
    buffer.sortAndRemoveRepetitions()
  }

  public func neighborCount(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees
  ) -> Int? {
    guard direction == .outgoing else { return nil }
    let runs = edges.runs(
      edges.runs(of: Int(entity.rawValue)), of: symbols.symbols(of: Int(predicate.rawValue)))
    if runs.isEmpty { return 0 }
    // Several kinds of statements, or several sources, may name an object twice.
    let symbol = edges.symbol(ofRun: runs.lowerBound)
    guard runs.count == 1, !symbols.isAttributed(symbol) else { return nil }
    return degrees.contains(symbols.degree(of: symbol)) ? edges.edges(ofRun: runs.lowerBound).count : 0
  }

  public func hasEdge(
    from subject: EntityID, _ predicate: PredicateID, to object: EntityID, showing degrees: StatementDegrees
  ) -> Bool {
    let runs = edges.runs(edges.runs(of: Int(subject.rawValue)), of: symbols.symbols(of: Int(predicate.rawValue)))
    for run in runs where degrees.contains(symbols.degree(of: edges.symbol(ofRun: run))) {
      if edges.run(run, hasObject: Int(object.rawValue)) { return true }
    }
    return false
  }

  public func predicates(
    from subject: EntityID, to object: EntityID, showing degrees: StatementDegrees, into buffer: inout [PredicateID]
  ) {
    buffer.removeAll(keepingCapacity: true)
    func add(_ run: Int) {
      let symbol = symbol(ofRun: run)
      guard degrees.contains(symbols.degree(of: symbol)) else { return }
      let predicate = PredicateID(UInt32(truncatingIfNeeded: symbols.predicate(of: symbol)))
      if buffer.last != predicate { buffer.append(predicate) }
    }
    let runs = edges.runs(of: Int(subject.rawValue))
    let number = Int(object.rawValue)
    // The runs of the subject are looked through for the object, or the runs of the object for those of the subject.
    if runs.count * 4 <= edges.incomingCount(of: number) {
      for run in runs where edges.run(run, hasObject: number) { add(run) }
    } else {
      var walk = edges.incomingWalk(number, in: runs)
      while edges.next(&walk) { add(walk.run) }
    }
  }

  public func subjects(of predicate: PredicateID, showing degrees: StatementDegrees, into buffer: inout [EntityID]) {
    buffer.removeAll(keepingCapacity: true)
    edges.forEachRun(of: symbols.symbols(of: Int(predicate.rawValue))) { run, subject in
      guard degrees.contains(symbols.degree(of: edges.symbol(ofRun: run))) else { return }
      let subject = EntityID(UInt32(known(subject)))
      if buffer.last != subject { buffer.append(subject) }
    }
  }

  public func edges(of predicate: PredicateID, showing degrees: StatementDegrees) -> EdgesOfPredicate {
    let kinds = symbols.symbols(of: Int(predicate.rawValue)).filter { degrees.contains(symbols.degree(of: $0)) }
    // Runs of several kinds have to be merged.
    guard kinds.count == 1 else { return EdgesOfPredicate(predicate, showing: degrees, in: self) }
    var table = EdgesOfPredicate()
    let size = symbols.size(of: kinds[0])
    table.subjects.reserveCapacity(min(size.runs, counts.edges))
    table.starts.reserveCapacity(min(size.runs, counts.edges) + 1)
    table.objects.reserveCapacity(min(size.edges, counts.edges))
    // One thing after another for all runs: short loops, whose reads do not wait for one another.
    let runs = edges.runs(ofSymbol: kinds[0], count: min(size.runs, counts.edges))
    var subjects = edges.subjectSearch()
    for run in runs {
      let subject = known(edges.subject(ofRun: Int(run), &subjects))
      table.subjects.append(EntityID(UInt32(truncatingIfNeeded: subject)))
    }
    edges.finish(subjects, searches: runs.count)
    // Several sources may say the same.
    let mayRepeat = symbols.isAttributed(kinds[0])
    var search = RunSearch()
    for run in runs {
      let start = table.objects.count
      for edge in edges.edges(ofRun: Int(run), &search) {
        let object = EntityID(UInt32(truncatingIfNeeded: known(edges.object(ofEdge: edge))))
        if mayRepeat, table.objects.count > start, table.objects.last == object { continue }
        table.objects.append(object)
      }
      table.starts.append(UInt32(truncatingIfNeeded: table.objects.count))
    }
    return table
  }

  public func size(of predicate: PredicateID, showing degrees: StatementDegrees) -> PredicateSize {
    var size = PredicateSize(edges: 0, runs: 0)
    for symbol in symbols.symbols(of: Int(predicate.rawValue)) where degrees.contains(symbols.degree(of: symbol)) {
      let part = symbols.size(of: symbol)
      size.edges += part.edges
      size.runs += part.runs
    }
    return size
  }

  private func label(of symbol: Int, isIncoming: Bool) -> Link.Label {
    let predicate = symbols.predicate(of: symbol)
    if predicate >= counts.predicates { names.section.recordDamage("predicate \(predicate) of \(counts.predicates)") }
    return Link.Label(
      predicate: predicate < counts.predicates ? predicate : 0, isIncoming: isIncoming,
      degree: symbols.degree(of: symbol))
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
    if zip(self, dropFirst()).allSatisfy({ $0 < $1 }) { return }
    sort()
    removeRepetitions(==)
  }
}
