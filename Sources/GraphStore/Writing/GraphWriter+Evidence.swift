internal import Bytes
internal import GraphModel

extension GraphWriter {
  /// The section `EVIDENCE`.
  ///
  /// - Parameters:
  ///   - content: as ``GraphContent/normalized()`` returns it; `edges` are its edges.
  ///   - firstSentence: that of each document, and the number of all.
  static func evidence(
    _ content: GraphContent, _ edges: EdgeTable, _ strings: StringTable, firstSentence: [Int]
  ) throws -> EncodedSection {
    var rows: [EvidenceTable.Encoder.Row] = []
    var statistics = EvidenceStatistics(marks: strings.tenureMarks)
    var shape = EvidenceStarts.Builder.Shape()
    for edge in edges.rows {
      let names = [edge.key.subject, edge.key.object].map { Array(content.entities[$0].name.utf8) }
      let before = rows.count
      for statement in content.statements[edge.statements] {
        guard let evidence = statement.evidence else { continue }
        let document = content.documents[evidence.document]
        let row = EvidenceTable.Encoder.Row(
          evidence, of: edge.key, strings,
          SentenceEvidence(evidence, in: document, subject: names[0], object: names[1]),
          sentence: firstSentence[evidence.document] + evidence.sentence)
        statistics.add(row)
        rows.append(row)
      }
      shape.add(rows: rows.count - before)
    }
    var starts = EvidenceStarts.Builder(shape)
    for edge in edges.rows {
      starts.append(rows: content.statements[edge.statements].count { $0.evidence != nil })
    }
    return try EvidenceTable.Encoder(statistics, sentences: firstSentence[firstSentence.count - 1])
      .encoded(starts, into: SectionOutput()) { body in for row in rows { try body(row) } }
  }
}

extension EvidenceTable.Encoder.Row {
  fileprivate init(
    _ evidence: GraphContent.Evidence, of edge: EdgeKey<Int, Int>, _ strings: StringTable, _ places: SentenceEvidence,
    sentence: Int
  ) {
    func number(_ string: String?) -> Int? { string.map { strings[$0] } }
    self.init(
      subject: edge.subject, predicate: edge.predicate, sentence: sentence, rules: evidence.rules.map { strings[$0] },
      confidence: evidence.confidence, time: number(evidence.time), place: number(evidence.place),
      quantity: number(evidence.quantity), quantityIsObject: places.quantityIsObject,
      subjectRange: Int(evidence.subject.lowerBound)..<Int(evidence.subject.upperBound), spans: places.spans,
      event: evidence.event, office: number(evidence.office), wording: number(evidence.wording),
      adjuncts: places.adjuncts)
  }
}
