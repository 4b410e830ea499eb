internal import Bytes
public import GraphModel

extension GraphFile {
  public func documents(of edge: EdgeID) -> [DocumentID] {
    var found: [DocumentID] = []
    var sentences = 0..<0
    for row in evidenceTable.starts.rows(of: Int(edge.rawValue)) {
      // Rows are in the order of their sentences, so those of one document follow one another.
      guard let sentence = evidenceRows(upTo: row)?.last?.sentence, !sentences.contains(sentence) else { continue }
      let document = documents.document(of: sentence)
      sentences = documents.sentences(of: document)
      found.append(DocumentID(UInt32(document)))
    }
    found.removeRepetitions(==)
    return found
  }

  public func tellsOfOffices(_ edge: EdgeID) -> Bool {
    let predicate = symbols.predicate(of: symbol(ofRun: edges.run(ofEdge: Int(edge.rawValue))))
    guard evidenceTable.mayTellOfOffices(predicate) else { return false }
    return evidenceTable.starts.rows(of: Int(edge.rawValue)).contains { row in
      guard let form = evidenceRows(upTo: row)?.last else { return false }
      return evidenceTable.office(form) != nil
        || evidenceTable.rules(form.ruleSet).contains { TenureMark(rawValue: sharedStrings[$0]) != nil }
    }
  }

  public func edges(withEvidenceIn documents: Set<DocumentID>, while mayGoOn: (Int) -> Bool) -> [EdgeID] {
    if documents.isEmpty { return [] }
    return edgesByDocument.edges(in: documents, of: counts) { take in
      let ofSentences = self.documents.ofSentences()
      for edge in 0..<counts.edges {
        let rows = evidenceTable.starts.rows(of: edge)
        var last = -1
        for row in rows {
          guard let sentence = evidenceRows(upTo: row)?.last?.sentence, ofSentences.indices.contains(sentence) else {
            continue
          }
          let document = Int(ofSentences[sentence])
          // Rows are in the order of their sentences, so those of one document follow one another.
          if document != last { take(document, edge) }
          last = document
        }
        guard mayGoOn(1 + rows.count) else { return false }
      }
      return true
    }
  }

  public func attributions() -> [(edge: EdgeID, source: EntityID)] {
    sources.all.compactMap { edge, source in
      guard edge < counts.edges, source < counts.entities else { return nil }
      return (EdgeID(UInt32(edge)), EntityID(UInt32(source)))
    }
  }

  /// Row `row` of the evidence and the rows before it in its block; nil, with the damage remembered, when they cannot
  /// be had.
  func evidenceRows(upTo row: Int) -> ArraySlice<EvidenceRow>? {
    evidenceTable.rows(upTo: row, settings: settings(of:))
  }

  /// The evidence that the last of `rows` is, number `row` over all blocks.
  ///
  /// - Parameter withRanges: whether its byte ranges are told, for which its sentence is read; else they are empty.
  func evidence(_ rows: ArraySlice<EvidenceRow>, of edge: Int, row: Int, withRanges: Bool) -> Evidence {
    let form = rows[rows.endIndex - 1]
    let document = documents.document(of: form.sentence)
    var evidence = evidence(form, of: edge, in: document)
    guard withRanges else { return evidence }
    let whole = documents.sentenceRange(form.sentence)
    let sentence = SentenceWords(texts.bytes(whole.prefix(SentenceWords.lengthLimit)))
    let spans = spans(rows, of: edge, row: row, in: sentence)
    let base = whole.lowerBound - documents.textRange(document).lowerBound
    let adjuncts = form.adjuncts.ranges(in: sentence)
    if adjuncts == nil { evidenceTable.section.recordDamage("the adjuncts of evidence \(row)") }
    func range(_ range: Range<Int>?) -> Range<UInt32> {
      guard let range, let start = UInt32(exactly: base + range.lowerBound),
        let end = UInt32(exactly: base + range.upperBound)
      else {
        evidenceTable.section.recordDamage("the ranges of evidence \(row)")
        return 0..<0
      }
      return start..<end
    }
    evidence.subject = range(spans?.subject)
    evidence.predicate = range(spans?.predicate)
    evidence.object = range(spans?.object)
    evidence.adjuncts = (adjuncts ?? []).map { range($0) }
    return evidence
  }

  private func evidence(_ form: EvidenceRow, of edge: Int, in document: Int) -> Evidence {
    Evidence(
      document: DocumentID(UInt32(document)), sentence: form.sentence - documents.sentences(of: document).lowerBound,
      subject: 0..<0, predicate: 0..<0, object: 0..<0,
      rules: evidenceTable.rules(form.ruleSet).map { sharedStrings[$0] }, confidence: UInt8(clamping: form.confidence),
      time: evidenceTable.time(form).map { sharedStrings[$0] },
      place: evidenceTable.place(form).map { sharedStrings[$0] },
      quantity: form.quantity == EvidenceRow.objectName
        ? names[edges.object(ofEdge: edge)] : evidenceTable.quantity(form).map { sharedStrings[$0] },
      event: form.event < 0 ? nil : form.event, office: evidenceTable.office(form).map { sharedStrings[$0] },
      wording: evidenceTable.wording(form).map { sharedStrings[$0] })
  }

  /// The ranges of the last of `rows` in their sentence; nil when they cannot be had.
  private func spans(
    _ rows: ArraySlice<EvidenceRow>, of edge: Int, row: Int, in sentence: SentenceWords
  ) -> EvidenceSpans? {
    let form = rows[rows.endIndex - 1]
    var reference: Range<Int>?
    // A row refers to one before it, which bounds the recursion.
    if form.spans.subject == .asReference, rows.startIndex..<rows.endIndex - 1 ~= form.reference {
      let referredTo = row - (rows.endIndex - 1 - form.reference)
      let edge = evidenceTable.starts.edge(of: referredTo)
      reference = spans(rows[...form.reference], of: edge, row: referredTo, in: sentence)?.subject
    }
    let subject = edges.subject(ofRun: edges.run(ofEdge: edge))
    let objectName = names.bytes(edges.object(ofEdge: edge))
    let scene = SpanScene(
      sentence: sentence, subjectName: names.bytes(subject), objectName: objectName,
      objectIsNothing: objectName.isEmpty && evidenceTable.hasEvents)
    return form.spans.spans(in: scene, reference: reference)
  }

  /// What the edges of `rows`, which are not empty, add to them.
  private func settings(of rows: Range<Int>) -> [EvidenceModel.Setting] {
    var settings: [EvidenceModel.Setting] = []
    settings.reserveCapacity(rows.count)
    var edge = evidenceTable.starts.edge(of: rows.lowerBound)
    let first = edges.run(ofEdge: edge)
    var walk = edges.runWalk(first..<edges.runCount)
    var search = edges.subjectSearch()
    var subject = -1
    var row = rows.lowerBound
    while row < rows.upperBound, let run = edges.next(&walk) {
      let predicate = symbols.predicate(of: symbol(ofRun: walk.run))
      edge = max(edge, run.lowerBound)
      while edge < run.upperBound, row < rows.upperBound {
        let end = min(max(evidenceTable.starts.rows(of: edge).upperBound, row), rows.upperBound)
        if row < end {
          let runSubject = edges.subject(ofRun: walk.run, &search)
          for _ in row..<end {
            settings.append(EvidenceModel.Setting(predicate: predicate, continuesSubject: runSubject == subject))
            subject = runSubject
          }
        }
        row = end
        edge += 1
      }
    }
    let missing = EvidenceModel.Setting(predicate: 0, continuesSubject: false)
    return settings + repeatElement(missing, count: rows.count - settings.count)
  }
}
