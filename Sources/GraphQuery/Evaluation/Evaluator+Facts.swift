internal import GraphModel

extension Evaluator {
  mutating func facts(of reference: EntityReference, limit: Int) throws(Interruption) -> Answer.Facts {
    let id = try resolve(reference)
    var edges: [Edge] = []
    for edge in shownEdges(of: id) {
      guard budget.allows(5) else { break }
      edges.append(graph.edge(edge))
    }
    edges.sort { a, b in
      if (a.subject == id) != (b.subject == id) { return a.subject == id }
      if a.support != b.support { return a.support > b.support }
      return a.id < b.id
    }
    noteRows(shown: min(limit, edges.count), total: edges.count, limit: limit)
    return Answer.Facts(
      entity: entity(id), aliases: graph.aliases(of: id), rows: edges.prefix(limit).map { statement($0) },
      total: edges.count)
  }

  /// The edges of `id` that are to be shown, ascending, a loop once; notes how many claims were left out.
  private mutating func shownEdges(of id: EntityID) -> [EdgeID] {
    graph.adjacency(of: id, .both, into: &adjacency)
    var result: [EdgeID] = []
    var claims = 0
    for item in adjacency where !(item.isIncoming && item.neighbor == id) {
      if showsClaims || item.isFact { result.append(item.edge) } else { claims += 1 }
    }
    if claims > 0 { notes.append(.claimsLeftOut(claims)) }
    return result.sorted()
  }

  mutating func find(_ text: String, limit: Int) -> Answer.Found {
    let found = graph.entities(matching: text, limit: limit) { budget.allows($0) }
    let folded = text.lowercased()
    var rows: [Answer.Candidate] = []
    for id in found.entities {
      // Of a search that was stopped a first part of the rows will do.
      guard budget.allows(5) || rows.count < 100 else { break }
      let alias = graph.aliases(of: id).first { $0.name.lowercased().contains(folded) }?.name
      rows.append(candidate(id, alias: alias))
    }
    if budget.cutOff == nil { noteRows(shown: rows.count, total: found.total, limit: limit) }
    return Answer.Found(text: text, rows: rows)
  }

  mutating func explanation(of reference: EdgeReference) throws(Interruption) -> Answer.Explanation {
    guard Int(reference.id.rawValue) < graph.edgeCount else {
      throw .error(
        QueryError(.unknownID("edge e\(reference.id.rawValue)", count: graph.edgeCount), at: reference.range))
    }
    var documents: [DocumentID: DocumentRecord] = [:]
    var proofs: [Answer.Explanation.Proof] = []
    for evidence in graph.evidence(of: reference.id) {
      guard budget.allows(20) else { break }
      let document = documents[evidence.document] ?? graph.document(evidence.document)
      documents[evidence.document] = document
      let hasSentence = document.sentences.indices.contains(evidence.sentence)
      proofs.append(
        Answer.Explanation.Proof(
          document: document.name, title: document.title, date: document.date, source: document.source,
          sentenceNumber: evidence.sentence + 1,
          sentence: graph.sentence(evidence.sentence, of: evidence.document) ?? "",
          sentenceRange: hasSentence ? document.sentences[evidence.sentence] : 0..<0,
          subjectRange: evidence.subject, predicateRange: evidence.predicate, objectRange: evidence.object,
          rules: evidence.rules, confidence: evidence.confidence, time: evidence.time, place: evidence.place,
          quantity: evidence.quantity))
    }
    return Answer.Explanation(statement: statement(graph.edge(reference.id)), proofs: proofs)
  }

  mutating func timeline(_ query: TimelineQuery, limit: Int) throws(Interruption) -> Answer.Timeline {
    let id = try resolve(query.entity)
    var rows: [(date: String, edge: EdgeID, support: Int)] = []
    var undated = 0
    for edge in shownEdges(of: id) {
      var supports: [String: Int] = [:]
      for evidence in graph.evidence(of: edge) {
        guard budget.allows(10) else { break }
        if let date = date(of: evidence) { supports[date, default: 0] += 1 }
      }
      if supports.isEmpty { undated += 1 }
      for (date, support) in supports where query.period.overlaps(date, date) { rows.append((date, edge, support)) }
    }
    rows.sort { ($0.date, $0.edge) < ($1.date, $1.edge) }
    if undated > 0 { notes.append(.undatedLeftOut(undated)) }
    noteRows(shown: min(limit, rows.count), total: rows.count, limit: limit)
    return Answer.Timeline(
      entity: entity(id),
      rows: rows.prefix(limit).map {
        Answer.Timeline.Row(date: $0.date, statement: statement(graph.edge($0.edge)), support: $0.support)
      }, total: rows.count)
  }

  /// The date of which a sentence speaks, or else of its document; nil when neither has one.
  private func date(of evidence: Evidence) -> String? {
    if let time = evidence.time, time.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
      time.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }), time.utf8.count >= 4
    {
      return time
    }
    return graph.document(evidence.document).date
  }
}
