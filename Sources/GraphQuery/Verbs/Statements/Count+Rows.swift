internal import GraphModel

extension CountVerb {
  /// How many of the rows of another answer there are of each kind; rows that have no such thing count nowhere.
  ///
  /// - Throws: ``QueryError/Kind/notInAnswer(_:)`` where no row has such a field.
  /// - Complexity: O(rows).
  func numbers<Graph: GraphView>(
    of records: AnswerRows<Record>, _ share: Share, in evaluator: inout Evaluator<Graph>
  ) throws(Interruption) -> [String: Int] {
    var counts: [String: Int] = [:]
    var bytes = 0
    for (number, record) in records.enumerated() {
      guard evaluator.budget.allows(20), evaluator.budget.mayHold(bytes) else { break }
      if number == 0, !share.isField(of: record) {
        throw .error(QueryError(.notInAnswer(share.rawValue), at: shareRange))
      }
      guard let key = share.value(in: record) else { continue }
      if counts[key] == nil { bytes += 100 + key.utf8.count }
      counts[key, default: 0] += 1
    }
    return counts
  }
}

extension CountVerb.Share {
  /// The fields that tell it, the first that is there; of two, both ends of a statement.
  private var fields: [[String]] {
    switch self {
    case .relation: [["relation"], ["predicate"]]
    case .type: [["neighbor_type"], ["type"], ["subject_type", "object_type"]]
    case .source: [["source"]]
    case .month: [["first_date"], ["date"], ["since"]]
    case .speaker: [["attribution"]]
    }
  }

  func isField(of record: Record) -> Bool { fields.contains { Self.value(of: $0[0], in: record) != nil } }

  /// What a row has for it; nil where it has nothing.
  func value(in record: Record) -> String? {
    for names in fields {
      let texts = names.compactMap { name -> String? in
        if case .text(let text)? = Self.value(of: name, in: record) { text } else { nil }
      }
      guard !texts.isEmpty else { continue }
      return self == .month ? String(texts[0].prefix(7)) : texts.joined(separator: " → ")
    }
    return nil
  }

  private static func value(of name: String, in record: Record) -> Record.Value? {
    record.fields.first { $0.name == name }?.value
  }
}
