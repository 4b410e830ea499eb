internal import GraphModel

extension RowReader {
  /// The edges of a line in words.
  func event(_ line: EventIndex<Graph>.Line) -> Answer.Event {
    var event = Answer.Event(lead: statement(line.lead))
    let evidence = event.lead.edge.support > 0 ? graph.evidence(of: line.lead) : []
    for id in line.roles {
      let role = statement(id)
      event.roles.append(Answer.Event.Role(name: role.role ?? role.predicate, filler: role.object, edge: id))
    }
    event.offices = Self.offices(evidence)
    let piece = line.key.flatMap { key in evidence.first { EventIndex<Graph>.Key($0, of: key.subject) == key } }
    event.adjuncts = piece.map(adjuncts) ?? []
    return event
  }

  /// So many offices are told of one edge at most.
  private static var mostOffices: Int { 3 }

  /// The offices that the evidence names, most frequent first, each once in any case.
  private static func offices(_ evidence: [Evidence]) -> [String] {
    var counts: [String: (office: String, count: Int, first: Int)] = [:]
    for (number, piece) in evidence.enumerated() {
      guard let office = piece.office else { continue }
      counts[office.lowercased(), default: (office, 0, number)].count += 1
    }
    let ranked = counts.values.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
    return ranked.prefix(mostOffices).map(\.office)
  }

  /// The words of the adjuncts as far as they stand in the sentence.
  private func adjuncts(_ piece: Evidence) -> [String] {
    guard !piece.adjuncts.isEmpty else { return [] }
    let proof = proof(piece)
    let sentence = Array(proof.sentence.utf8)
    let base = Int(proof.sentenceRange.lowerBound)
    return piece.adjuncts.compactMap { range in
      let (start, end) = (Int(range.lowerBound) - base, Int(range.upperBound) - base)
      guard start >= 0, start < end, end <= sentence.count else { return nil }
      let words = String(decoding: sentence[start..<end], as: UTF8.self)
      return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
