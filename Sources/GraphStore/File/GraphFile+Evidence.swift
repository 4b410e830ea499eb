internal import Bytes
public import GraphModel

extension GraphFile {
  public func evidence(of edge: EdgeID) -> [Evidence] {
    let number = Int(edge.rawValue)
    return evidenceTable.starts.rows(of: number).compactMap { row in
      evidenceRows(upTo: row).map { evidence($0, of: number, row: row) }
    }
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

  public func sentence(_ index: Int, of document: DocumentID) -> String? {
    let sentences = documents.sentences(of: Int(document.rawValue))
    guard index >= 0, index < sentences.count else { return nil }
    return String(decoding: texts.bytes(documents.sentenceRange(sentences.lowerBound + index)), as: UTF8.self)
  }

  public func text(of document: DocumentID) -> [UInt8] { texts.bytes(documents.textRange(Int(document.rawValue))) }
}
