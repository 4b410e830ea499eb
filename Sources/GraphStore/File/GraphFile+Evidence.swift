internal import Bytes
public import GraphModel

extension GraphFile {
  public func evidence(of edge: EdgeID) -> [Evidence] { evidence(of: edge, withRanges: true) }

  public func evidenceWithoutRanges(of edge: EdgeID) -> [Evidence] { evidence(of: edge, withRanges: false) }

  public func unpackTexts(into folder: String) { texts.unpack(into: folder) }

  private func evidence(of edge: EdgeID, withRanges: Bool) -> [Evidence] {
    let number = Int(edge.rawValue)
    var pieces: [Evidence] = []
    var previous: EvidenceRow?
    for row in evidenceTable.starts.rows(of: number) {
      guard let rows = evidenceRows(upTo: row) else { continue }
      var form = rows[rows.endIndex - 1]
      // No piece stands twice in an intact file; one that takes no place could stand there a million times.
      form.reference = -1
      if form == previous {
        evidenceTable.section.recordDamage("evidence \(row) repeats the one before")
        break
      }
      previous = form
      pieces.append(evidence(rows, of: number, row: row, withRanges: withRanges))
    }
    return pieces
  }

  public func document(_ id: DocumentID) -> DocumentRecord {
    let number = Int(id.rawValue)
    let metadata = documents.metadata(number)
    let text = documents.textRange(number)
    return DocumentRecord(
      id: id, name: documents.names[number], title: optionalString(metadata.title),
      date: optionalString(metadata.date), source: optionalString(metadata.source),
      sentences: documents.sentenceRanges(documents.sentences(of: number)).map { sentence in
        let range = sentence.clamped(to: text)
        return UInt32(
          clamping: range.lowerBound - text.lowerBound)..<UInt32(clamping: range.upperBound - text.lowerBound)
      })
  }

  public func date(of document: DocumentID) -> String? {
    optionalString(documents.metadata(Int(document.rawValue)).date)
  }

  public func sentenceCount(of document: DocumentID) -> Int { documents.sentences(of: Int(document.rawValue)).count }

  public func source(of document: DocumentID) -> String? {
    optionalString(documents.metadata(Int(document.rawValue)).source)
  }

  public func story(of document: DocumentID) -> DocumentID {
    DocumentID(UInt32(story(of: Int(document.rawValue))))
  }

  func story(of document: Int) -> Int { stories?.story(of: document) ?? document }

  public func sentence(_ index: Int, of document: DocumentID) -> String? {
    let sentences = documents.sentences(of: Int(document.rawValue))
    guard index >= 0, index < sentences.count else { return nil }
    let number = sentences.lowerBound + index
    let range = documents.sentenceRange(number)
    func read() -> String { String(decoding: texts.bytes(range), as: UTF8.self) }
    return range.count < LongSentences.shortest ? read() : longSentences.sentence(number, read)
  }

  public func text(of document: DocumentID) -> [UInt8] { texts.bytes(documents.textRange(Int(document.rawValue))) }
}
