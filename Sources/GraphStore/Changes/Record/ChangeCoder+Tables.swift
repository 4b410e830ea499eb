internal import GraphModel

// What a change looks like. FORMAT.md, “Changes”, says the same.
extension ChangeCoder {
  mutating func code(_ tables: inout GraphChange.Tables) {
    rows(&tables.entities, GraphChange.Entity(name: "", type: "")) { $0.code(&$1) }
    rows(&tables.predicates, GraphChange.Predicate(name: "")) { $0.code(&$1) }
    rows(&tables.documents, GraphChange.Document(id: ""), weight: Self.heavyRow) { $0.code(&$1) }
    let sizes = (tables.entities.count, tables.predicates.count, tables.documents.count)
    let noEdge = GraphChange.EdgeKey(
      subject: 0, predicate: 0, kind: StatementKind(.affirmed, .certain, isAttributed: false), object: 0, source: nil)
    rows(&tables.edges, GraphChange.EdgeChange(key: noEdge, state: .kept)) { coder, edge in
      coder.code(&edge.key, entities: sizes.0, predicates: sizes.1)
      coder.state(&edge.state, []) { coder, pieces in
        let none = GraphContent.Evidence(document: 0, sentence: 0, subject: 0..<0, predicate: 0..<0, object: 0..<0)
        coder.rows(&pieces, none, weight: Self.heavyRow) { $0.code(&$1, documents: sizes.2) }
      }
      if edge.state == .kept { coder.noteDamage() }
    }
    var hasDecisions = tables.decisions == nil ? 0 : 1
    number(&hasDecisions, below: 2)
    guard hasDecisions == 1 else { return }
    var decisions = tables.decisions ?? []
    self.decisions(&decisions)
    tables.decisions = decisions
  }

  private mutating func code(_ entity: inout GraphChange.Entity) {
    string(&entity.name)
    string(&entity.type)
    state(&entity.state, []) { coder, aliases in
      coder.rows(&aliases, GraphContent.Alias(name: "", rule: "")) { coder, alias in
        coder.string(&alias.name)
        coder.string(&alias.rule)
      }
    }
  }

  private mutating func code(_ predicate: inout GraphChange.Predicate) {
    string(&predicate.name)
    state(&predicate.state, GraphContent.Predicate(name: predicate.name)) { coder, row in
      coder.optional(&row.relation)
      coder.optional(&row.inverse)
      var isSymmetric = row.isSymmetric ? 1 : 0
      coder.number(&isSymmetric, below: 2)
      row.isSymmetric = isSymmetric == 1
      if coder.hasEvents { coder.optional(&row.role) }
    }
  }

  private mutating func code(_ document: inout GraphChange.Document) {
    string(&document.id)
    state(&document.state, GraphContent.Document(id: document.id, text: [], sentences: [])) { coder, row in
      coder.optional(&row.title)
      coder.optional(&row.date)
      coder.optional(&row.source)
      coder.text(&row.text)
      let limit = min(row.text.count, Int(UInt32.max))
      var end: UInt32 = 0
      coder.rows(&row.sentences, 0..<0) { coder, sentence in
        coder.range(&sentence, from: end, limit: limit)
        end = sentence.upperBound
      }
      if Self.isReading, (try? row.validate()) == nil { coder.noteDamage() }
    }
  }

  private mutating func code(_ key: inout GraphChange.EdgeKey, entities: Int, predicates: Int) {
    number(&key.subject, below: entities)
    number(&key.predicate, below: predicates)
    var kind = Int(key.kind.rawValue)
    number(&kind, below: 32)
    if let known = StatementKind(rawValue: UInt8(kind)) { key.kind = known } else { noteDamage() }
    number(&key.object, below: entities)
    guard key.kind.isAttributed else { return }
    var source = key.source ?? 0
    number(&source, below: entities)
    key.source = source
  }

  private mutating func code(_ piece: inout GraphContent.Evidence, documents: Int) {
    number(&piece.document, below: documents)
    number(&piece.sentence, below: Self.largest)
    range(&piece.subject)
    range(&piece.predicate)
    range(&piece.object)
    rows(&piece.rules, "") { $0.string(&$1) }
    var confidence = Int(piece.confidence)
    number(&confidence, below: 101)
    piece.confidence = UInt8(confidence)
    optional(&piece.time)
    optional(&piece.place)
    optional(&piece.quantity)
    guard hasEvents else { return }
    var event = piece.event.map { $0 + 1 } ?? 0
    number(&event, below: GraphContent.Evidence.mostEvents + 1)
    piece.event = event == 0 ? nil : event - 1
    optional(&piece.office)
    optional(&piece.wording)
    rows(&piece.adjuncts, 0..<0) { $0.range(&$1) }
    if piece.adjuncts.count > GraphContent.Evidence.mostAdjuncts { noteDamage() }
  }

  /// Passes how far a range begins behind `start`, and its length; it ends at `limit` at the latest.
  private mutating func range(_ range: inout Range<UInt32>, from start: UInt32 = 0, limit: Int = Int(UInt32.max)) {
    var gap = Int(range.lowerBound) - Int(start)
    var length = range.count
    number(&gap, below: Self.largest)
    number(&length, below: Self.largest)
    guard Self.isReading else { return }
    let lower = Int(start) + gap
    guard lower + length <= limit else { return noteDamage() }
    range = UInt32(lower)..<UInt32(lower + length)
  }
}
