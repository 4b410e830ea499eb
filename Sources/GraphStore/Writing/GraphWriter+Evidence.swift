internal import GraphModel

extension GraphWriter {
  /// The section `EVIDENCE`.
  ///
  /// - Parameters:
  ///   - content: as ``GraphContent/normalized()`` returns it; `edges` are its edges.
  ///   - sentences: how many its documents have.
  static func evidence(
    _ content: GraphContent, _ edges: EdgeTable, _ strings: StringTable, sentences: Int
  ) -> EncodedSection {
    let firstSentence = DocumentTable.sums(content.documents.map(\.sentences.count))
    let evidence = content.statements.compactMap(\.evidence)
    let ruleSets = RuleSets(evidence.map { $0.rules.map { strings[$0] } })
    func numbers(_ values: [String?]) -> [Int] { values.compactMap { $0.map { strings[$0] } } }
    let quantities = content.statements.map { statement in
      content.quantityIsObject(statement) ? nil : statement.evidence?.quantity
    }
    var encoder = EvidenceTable.Encoder(
      ruleSets: ruleSets.all, times: numbers(evidence.map(\.time)), places: numbers(evidence.map(\.place)),
      quantities: numbers(quantities), offices: numbers(evidence.map(\.office)),
      wordings: numbers(evidence.map(\.wording)), sentences: sentences)
    var rowCounts: [Int] = []
    for edge in edges.rows {
      var rows = 0
      let subjectName = Array(content.entities[edge.key.subject].name.utf8)
      let objectName = Array(content.entities[edge.key.object].name.utf8)
      for statement in content.statements[edge.statements] {
        guard let evidence = statement.evidence else { continue }
        rows += 1
        let quantityIsObject = content.quantityIsObject(statement)
        let document = content.documents[evidence.document]
        let sentence = document.sentences[evidence.sentence]
        func range(_ range: Range<UInt32>) -> Range<Int> {
          Int(range.lowerBound) - Int(sentence.lowerBound)..<Int(range.upperBound) - Int(sentence.lowerBound)
        }
        let text = document.text[Int(sentence.lowerBound)..<Int(sentence.upperBound)]
        encoder.append(
          EvidenceTable.Encoder.Row(
            subject: edge.key.subject, predicate: edge.key.predicate,
            sentence: firstSentence[evidence.document] + evidence.sentence,
            ruleSet: ruleSets.number(evidence.rules.map { strings[$0] }), confidence: evidence.confidence,
            time: evidence.time.map { strings[$0] }, place: evidence.place.map { strings[$0] },
            quantity: quantityIsObject ? nil : evidence.quantity.map { strings[$0] },
            quantityIsObject: quantityIsObject,
            spans: EvidenceSpans(
              subject: range(evidence.subject), predicate: range(evidence.predicate), object: range(evidence.object)),
            event: evidence.event, office: evidence.office.map { strings[$0] },
            wording: evidence.wording.map { strings[$0] }, adjuncts: evidence.adjuncts.map(range)),
          in: SpanScene(
            sentence: SentenceWords(text.prefix(SentenceWords.lengthLimit)), subjectName: subjectName,
            objectName: objectName, objectIsNothing: objectName.isEmpty))
      }
      rowCounts.append(rows)
    }
    return encoder.encoded(rowCounts: rowCounts)
  }
}

extension GraphContent {
  fileprivate func quantityIsObject(_ statement: Statement) -> Bool {
    statement.evidence?.quantity.map { $0.utf8.elementsEqual(entities[statement.object].name.utf8) } ?? false
  }
}

/// The sets of rules that occur, the most frequent first: small numbers are told by fewer bits.
private struct RuleSets {
  let all: [[Int]]
  private let numbers: [[Int]: Int]

  init(_ sets: [[Int]]) {
    var counts: [[Int]: Int] = [:]
    for set in sets { counts[set, default: 0] += 1 }
    let sorted = counts.sorted { a, b in
      a.value != b.value ? a.value > b.value : a.key.lexicographicallyPrecedes(b.key)
    }
    all = sorted.map(\.key)
    numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
  }

  func number(_ set: [Int]) -> Int { numbers[set, default: 0] }
}
