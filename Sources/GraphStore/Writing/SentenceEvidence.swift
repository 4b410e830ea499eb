internal import GraphModel

/// What of a piece of evidence is told by the words of its sentence and by the names of its two ends.
struct SentenceEvidence {
  var spans: SpanPlaces
  var adjuncts: AdjunctForm
  /// Whether the quantity is the name of the object.
  var quantityIsObject: Bool

  /// - Parameters:
  ///   - sentence: its first ``SentenceWords/lengthLimit`` bytes.
  ///   - start: where it begins in the text.
  ///   - subject: the name of the subject, UTF-8; likewise `object`.
  init<Document>(
    _ evidence: EvidenceRecord<Document>, in sentence: SentenceWords, at start: UInt32, subject: [UInt8],
    object: [UInt8]
  ) {
    func range(_ range: Range<UInt32>) -> Range<Int> {
      Int(range.lowerBound) - Int(start)..<Int(range.upperBound) - Int(start)
    }
    let scene = SpanScene(
      sentence: sentence, subjectName: subject, objectName: object, objectIsNothing: object.isEmpty)
    spans = SpanPlaces(
      EvidenceSpans(
        subject: range(evidence.subject), predicate: range(evidence.predicate), object: range(evidence.object)),
      in: scene)
    adjuncts = AdjunctForm(evidence.adjuncts.map(range), in: sentence)
    quantityIsObject = evidence.quantity.map { $0.utf8.elementsEqual(object) } ?? false
  }

  /// The same with the words of the sentence taken from `document`.
  init(_ evidence: GraphContent.Evidence, in document: GraphContent.Document, subject: [UInt8], object: [UInt8]) {
    let sentence = document.sentences[evidence.sentence]
    let text = document.text[Int(sentence.lowerBound)..<Int(sentence.upperBound)]
    self.init(
      evidence, in: SentenceWords(text.prefix(SentenceWords.lengthLimit)), at: sentence.lowerBound, subject: subject,
      object: object)
  }
}
