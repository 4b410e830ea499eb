internal import GraphModel

extension RowReader {
  /// Sentences before and behind the one of a proof that a passage has.
  private static var around: Int { 2 }

  /// As ``proof(_:)``, with the sentences of the same paragraph around it in the place of the sentence.
  ///
  /// - Complexity: O(length of the document's text).
  func passage(_ evidence: Evidence) -> Answer.Proof {
    var proof = proof(evidence)
    let sentences = document(evidence.document).sentences
    guard sentences.indices.contains(evidence.sentence) else { return proof }
    let text = graph.text(of: evidence.document)
    var (first, last) = (evidence.sentence, evidence.sentence)
    while first > 0, evidence.sentence - first < Self.around, isOneParagraph(text, sentences, first - 1) { first -= 1 }
    while last + 1 < sentences.count, last - evidence.sentence < Self.around, isOneParagraph(text, sentences, last) {
      last += 1
    }
    let range = sentences[first].lowerBound..<sentences[last].upperBound
    guard Int(range.upperBound) <= text.count else { return proof }
    // Byte for byte, so that the places of the statement's parts stay.
    let bytes = text[Int(range.lowerBound)..<Int(range.upperBound)].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    proof.sentence = String(decoding: bytes, as: UTF8.self)
    proof.sentenceRange = range
    return proof
  }

  /// Whether no empty line stands between a sentence and the next.
  private func isOneParagraph(_ text: [UInt8], _ sentences: [Range<UInt32>], _ number: Int) -> Bool {
    let (start, end) = (Int(sentences[number].upperBound), Int(sentences[number + 1].lowerBound))
    guard start <= end, end <= text.count else { return false }
    return text[start..<end].lazy.filter { $0 == 0x0A }.count < 2
  }
}
