internal import Bytes

extension GraphFile {
  public func evidence(of edge: EdgeID) -> [Evidence] {
    evidenceRows(of: Int(edge.rawValue)).map { row in
      let sentence = Int(evidenceColumns[row, .sentence])
      let document = documents.document(of: sentence)
      let base = documents.sentenceRange(sentence).lowerBound - documents.textRange(document).lowerBound
      return Evidence(
        document: DocumentID(UInt32(document)), sentence: sentence - documents.sentences(of: document).lowerBound,
        subject: range(row, .subjectStart, .subjectLength, base: base),
        predicate: range(row, .predicateStart, .predicateLength, base: base),
        object: range(row, .objectStart, .objectLength, base: base),
        rules: evidenceColumns.rules(evidenceColumns[row, .ruleSet]).map { strings[$0] },
        confidence: UInt8(clamping: evidenceColumns[row, .confidence]),
        time: optionalString(evidenceColumns[row, .time]), place: optionalString(evidenceColumns[row, .place]),
        quantity: optionalString(evidenceColumns[row, .quantity]))
    }
  }

  public func document(_ id: DocumentID) -> DocumentRecord {
    let number = Int(id.rawValue)
    let metadata = documents.metadata(number)
    let text = documents.textRange(number)
    return DocumentRecord(
      id: id, name: documents.names[number], title: optionalString(metadata.title),
      date: optionalString(metadata.date), source: optionalString(metadata.source),
      sentences: documents.sentences(of: number).map { sentence in
        let range = documents.sentenceRange(sentence).clamped(to: text)
        return UInt32(
          clamping: range.lowerBound - text.lowerBound)..<UInt32(clamping: range.upperBound - text.lowerBound)
      })
  }

  public func sentence(_ index: Int, of document: DocumentID) -> String? {
    let sentences = documents.sentences(of: Int(document.rawValue))
    guard index >= 0, index < sentences.count else { return nil }
    return String(decoding: texts.bytes(documents.sentenceRange(sentences.lowerBound + index)), as: UTF8.self)
  }

  public func text(of document: DocumentID) -> [UInt8] { texts.bytes(documents.textRange(Int(document.rawValue))) }

  /// Rows of the evidence of `edge`.
  func evidenceRows(of edge: Int) -> Range<Int> {
    counts.evidence == 0 ? 0..<0 : evidenceColumns.firstRow.range(edge)
  }

  private func range(
    _ row: Int, _ start: EvidenceColumns.Column, _ length: EvidenceColumns.Column, base: Int
  ) -> Range<UInt32> {
    let lower = UInt32(truncatingIfNeeded: evidenceColumns[row, start]) &+ UInt32(truncatingIfNeeded: base)
    let (upper, overflow) = lower.addingReportingOverflow(UInt32(truncatingIfNeeded: evidenceColumns[row, length]))
    guard !overflow else {
      evidenceColumns.section.recordDamage("the range of evidence \(row)")
      return lower..<lower
    }
    return lower..<upper
  }
}
