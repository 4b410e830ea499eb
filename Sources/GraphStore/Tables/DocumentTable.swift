internal import Bytes
internal import GraphModel
internal import Succinct

/// The documents and where their sentences and texts stand; positions count over all documents together.
struct DocumentTable: Sendable {
  let names: StringList
  private let titles: PackedArray
  private let dates: PackedArray
  private let sources: PackedArray
  /// First sentence of each document, and the number of sentences.
  private let firstSentence: MonotoneArray
  /// First byte of each text, and the length of all.
  private let firstByte: MonotoneArray
  private let sentenceStarts: MonotoneArray
  private let sentenceEnds: SentenceEnds

  /// - Parameter hasSums: false up to version 3.
  init(_ sections: StoreSections, counts: StoreCounts, hasSums: Bool) throws(BytesError) {
    let section = sections[.documents]
    let sentences = sections[.sentences]
    names = try sections.strings(.documentIDs, count: counts.documents, order: .bytes)
    var offset = 0
    titles = try PackedArray(section, at: &offset)
    dates = try PackedArray(section, at: &offset)
    sources = try PackedArray(section, at: &offset)
    firstSentence = try MonotoneArray(section, at: &offset)
    firstByte = try MonotoneArray(section, at: &offset)
    offset = 0
    sentenceStarts = try MonotoneArray(sentences, at: &offset)
    sentenceEnds = try SentenceEnds(sentences, at: &offset, asGaps: hasSums)
    let columns = [names.count, titles.count, dates.count, sources.count, firstSentence.count - 1, firstByte.count - 1]
    guard columns.allSatisfy({ $0 == counts.documents }), firstSentence.largest == counts.sentences else {
      throw section.damage("the documents")
    }
    guard sentenceStarts.count == counts.sentences, sentenceEnds.count == counts.sentences else {
      throw sentences.damage("the sentences")
    }
  }

  /// Length of all texts together.
  var textLength: Int { firstByte.largest }

  /// Numbers of the strings of a document, one more than the number, 0 for nil.
  func metadata(_ document: Int) -> (title: UInt64, date: UInt64, source: UInt64) {
    (titles[document], dates[document], sources[document])
  }

  /// Numbers of the sentences of a document.
  func sentences(of document: Int) -> Range<Int> { firstSentence.range(document) }

  /// The document of each sentence, for who asks for those of most of them.
  ///
  /// - Complexity: O(number of sentences).
  func ofSentences() -> [UInt32] {
    var documents = [UInt32](repeating: 0, count: sentenceStarts.count)
    for number in 0..<names.count {
      for sentence in sentences(of: number).clamped(to: documents.indices) { documents[sentence] = UInt32(number) }
    }
    return documents
  }

  /// The document that has sentence `sentence`; the last one, with the damage remembered, when there is no such
  /// sentence.
  func document(of sentence: Int) -> Int {
    let document = firstSentence.count(atMost: sentence) - 1
    if document < names.count { return max(document, 0) }
    names.section.recordDamage("sentence \(sentence) of \(sentenceStarts.count)")
    return max(names.count - 1, 0)
  }

  /// Bytes of a document's text among all texts; none, with the damage remembered, where it is longer than a text may
  /// be.
  func textRange(_ document: Int) -> Range<Int> {
    let range = firstByte.range(document)
    if range.count <= GraphContent.Document.longestText { return range }
    names.section.recordDamage("the text of document \(document) has \(range.count) bytes")
    return range.lowerBound..<range.lowerBound
  }

  /// Bytes of a sentence among all texts, never turned around; none, with the damage remembered, where it is longer
  /// than a text may be or reaches into the next.
  func sentenceRange(_ sentence: Int) -> Range<Int> {
    let isLast = sentence + 1 >= sentenceStarts.count
    let bounds = isLast ? sentenceStarts[sentence]..<textLength : sentenceStarts.range(sentence)
    let end = max(bounds.lowerBound, sentenceEnds.end(of: sentence, next: bounds.upperBound))
    if end <= bounds.upperBound, end - bounds.lowerBound <= GraphContent.Document.longestText {
      return bounds.lowerBound..<end
    }
    names.section.recordDamage("sentence \(sentence) has \(end - bounds.lowerBound) bytes")
    return bounds.lowerBound..<bounds.lowerBound
  }

  /// Bytes of each of `sentences`, which follow one another, among all texts, never turned around.
  func sentenceRanges(_ sentences: Range<Int>) -> [Range<Int>] {
    if sentences.isEmpty { return [] }
    var starts = sentenceStarts.cursor(at: sentences.lowerBound)
    var start = sentenceStarts.next(&starts) ?? 0
    return sentences.map { sentence in
      let next = sentenceStarts.next(&starts) ?? textLength
      defer { start = next }
      return start..<max(start, sentenceEnds.end(of: sentence, next: next))
    }
  }
}
